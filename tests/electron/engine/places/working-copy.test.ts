import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  engineOn,
  laptop,
  leftIn,
  placesIn,
  sharedFolder,
  sharedWorkbook,
  workbooksIn,
  workingCopies,
} from '../../../helpers/places.ts'
import { tinyDisk } from '../../../helpers/tiny-disk.ts'

async function opened(more: Parameters<typeof laptop>[2] = {}, folder = sharedFolder()) {
  const path = await sharedWorkbook(folder)
  const sam = laptop('Sam', folder, more)
  const engine = engineOn(sam)
  await engine.open(path)
  return { folder, path, sam, engine }
}

describe('publishing', () => {
  it('SF4 SF6: edits go to a private copy, and the place says that they wait', async () => {
    const { path, folder, sam, engine } = await opened()
    const before = readFileSync(path)
    expect(engine.place().now()).toMatchObject({ kind: 'network', name: 'N:', state: 'same' })
    await engine.add('Alderbrook')
    expect(engine.place().now()).toMatchObject({ state: 'waiting' })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(leftIn(folder)).toEqual([])
    const { path: shown, file } = engine.engine.state.session!
    expect(shown).toBe(path)
    expect(dirname(dirname(file))).toBe(sam.working)
    expect(statSync(sam.working).mode & 0o777).toBe(0o700)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    await engine.close()
  })

  it('SF5 SF12: on closing everything is there, and nothing is left behind', async () => {
    const { path, folder, sam, engine } = await opened()
    await engine.add('Alderbrook')
    await engine.close()
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
    expect(leftIn(folder)).toEqual([])
    expect(workingCopies(sam)).toEqual([])
    expect(existsSync(path)).toBe(true)
  })

  it('SF5 SF6: when asked for, and after a pause by itself', async () => {
    const { folder, engine } = await opened({ idleMs: 60 })
    await engine.add('Alderbrook')
    expect(await engine.place().send()).toMatchObject({ state: 'same', copiedAt: expect.any(String) })
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
    await engine.add('Castle Vale')
    expect(engine.place().now().state).toBe('waiting')
    await expect.poll(() => engine.place().now().state, { timeout: 3000 }).toBe('same')
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook', 'Castle Vale'] })
    await engine.close()
  })

  it('SF5: no rarer than so often while edits come without a pause', async () => {
    const { engine } = await opened({ idleMs: 3_600_000, everyMs: 300 })
    await engine.add('Place 0')
    for (let index = 1; index < 200 && !engine.place().now().copiedAt; index++) {
      await pause(50)
      await engine.add(`Place ${index}`)
    }
    expect(engine.place().now().copiedAt).not.toBeNull()
    await engine.close()
  })
})

describe('two laptops', () => {
  it('SF7: both changed it: both are kept, nothing is replaced, and each goes on in its own', async () => {
    const { folder, path, engine } = await opened()
    const priya = engineOn(laptop('Priya', folder))
    await priya.open(path)
    await priya.add('From Priya')
    await priya.close()
    await engine.add('From Sam')
    const place = await engine.place().send()
    expect(place).toMatchObject({ state: 'same', file: expect.stringMatching(/^Northmoor \(yours, /) })
    expect(place.news).toMatch(/^Priya changed “Northmoor” in N: while you were working on it. Both are kept/)
    await engine.add('From Sam later')
    await engine.close()
    const all = await placesIn(folder)
    expect(all['Northmoor.ninefold']).toEqual(['From Priya'])
    expect(all[`${place.file}.ninefold`]).toEqual(['From Sam', 'From Sam later'])
  })

  it('SF7: a file that is no workbook any more is left as it is', async () => {
    const { folder, path, engine } = await opened()
    await engine.add('From Sam')
    writeFileSync(path, 'something else')
    await engine.close()
    expect(readFileSync(path, 'utf8')).toBe('something else')
    const [kept] = workbooksIn(folder).filter(name => name !== 'Northmoor.ninefold')
    rmSync(path)
    expect(await placesIn(folder)).toEqual({ [kept!]: ['From Sam'] })
  })

  it('SF8: a sync program that wrote our own file anew changed nothing', async () => {
    const { folder, path, engine } = await opened()
    await engine.add('Alderbrook')
    await engine.place().send()
    const ours = readFileSync(path)
    rmSync(path)
    writeFileSync(path, ours)
    await engine.add('Castle Vale')
    await engine.close()
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook', 'Castle Vale'] })
  })

  it('SF22: one that another program writes again and again is compared when it is left alone, and not kept twice', async () => {
    const { folder, path, sam, engine } = await opened()
    await engine.add('Alderbrook')
    const touch = () => utimesSync(path, new Date(), new Date(Date.now() + Math.random() * 1e6))
    touch()
    const busy = setInterval(touch, 1)
    expect(await engine.place().send()).toMatchObject({
      state: 'stuck',
      trouble: expect.stringContaining('tried again by itself'),
    })
    expect(workbooksIn(folder)).toEqual(['Northmoor.ninefold'])
    clearInterval(busy)
    expect(await engine.place().send()).toMatchObject({ state: 'same', trouble: '' })
    await engine.close()
    expect(workingCopies(sam)).toEqual([])
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
  })

  it('SF23: a claim that a crash left before it said whose it was is waited for, and then passed', async () => {
    const { folder, engine } = await opened()
    await engine.add('Alderbrook')
    writeFileSync(join(folder, '~$Northmoor.ninefold.putting.tmp'), '')
    expect(await engine.place().send()).toMatchObject({ state: 'same' })
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
    await engine.close()
    expect(leftIn(folder)).toEqual([])
  })

  it('SF11: a file deleted there is put back', async () => {
    const { folder, path, engine } = await opened()
    rmSync(path)
    await engine.add('Alderbrook')
    await engine.close()
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
  })
})

describe('away', () => {
  it('SF10: work goes on, over a restart too, and goes there when it is back', async () => {
    const { folder, path, sam, engine } = await opened()
    await engine.add('Alderbrook')
    const elsewhere = `${folder}-away`
    renameSync(folder, elsewhere)
    expect(await engine.place().send()).toMatchObject({ state: 'away' })
    await engine.add('Castle Vale')
    await engine.close()
    expect(workingCopies(sam)).toHaveLength(1)

    const again = engineOn(sam)
    await again.open(path)
    expect(again.place().now()).toMatchObject({
      state: 'away',
      news: expect.stringContaining('goes to N: when'),
    })
    await again.add('Westmere')
    renameSync(elsewhere, folder)
    expect(await again.place().send()).toMatchObject({ state: 'same' })
    await again.close()
    expect(await placesIn(folder)).toEqual({
      'Northmoor.ninefold': ['Alderbrook', 'Castle Vale', 'Westmere'],
    })
    expect(workingCopies(sam)).toEqual([])
  })

  it('SF10: an empty folder where a share was mounted is not written to', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    let isMounted = true
    const look = (asked: string) => ({
      kind: isMounted ? ('network' as const) : ('here' as const),
      name: 'N:',
      path: asked,
      real: asked,
    })
    const sam = laptop('Sam', folder, { look })
    const engine = engineOn(sam)
    await engine.open(path)
    await engine.add('Alderbrook')
    const aside = join(sharedFolder(), 'x')
    renameSync(path, aside)
    isMounted = false
    expect(await engine.place().send()).toMatchObject({ state: 'away' })
    expect(workbooksIn(folder)).toEqual([])
    renameSync(aside, path)
    isMounted = true
    await engine.close()
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
  })

  it('SF14: a place that may not be written any more is told, and the edits stay here until it may', async context => {
    const disk = tinyDisk(8)
    if (!disk) return context.skip('a small disk can only be made by root on Linux')
    const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, disk])
    const { engine, sam } = await opened({}, disk)
    remount('ro')
    await engine.add('Alderbrook')
    expect(await engine.place().send()).toMatchObject(STUCK)
    await engine.close()
    expect(workingCopies(sam)).toHaveLength(1)
    remount('rw')
    const again = engineOn(sam)
    await again.open(join(disk, 'Northmoor.ninefold'))
    await again.close()
    expect(await placesIn(disk)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
    expect(workingCopies(sam)).toEqual([])
  })

  it('SF14: a place without room is told, what is there stays whole, and it goes there when there is room', async context => {
    const disk = tinyDisk(3)
    if (!disk) return context.skip('a small disk can only be made by root on Linux')
    const { engine, path } = await opened({}, disk)
    const before = readFileSync(path)
    const ballast = join(disk, 'ballast')
    fill(ballast)
    await engine.add('Alderbrook')
    expect(await engine.place().send()).toMatchObject({
      ...STUCK,
      trouble: 'There is no room in N:. Your changes are safe on this computer.',
    })
    expect(readFileSync(path).equals(before)).toBe(true)
    rmSync(ballast)
    expect(await engine.place().send()).toMatchObject({ state: 'same', trouble: '' })
    await engine.close()
    expect(await placesIn(disk)).toEqual({ 'Northmoor.ninefold': ['Alderbrook'] })
    expect(leftIn(disk)).toEqual([])
  })
})

const STUCK = { state: 'stuck', trouble: expect.stringContaining('safe on this computer') }

/** Writes until the disk is full. */
function fill(path: string): void {
  const piece = Buffer.alloc(16_384)
  try {
    for (;;) appendFileSync(path, piece)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  }
}

describe('again', () => {
  it('SF13: a second window of the same user is told', async () => {
    const { path, sam, engine } = await opened()
    const second = engineOn(sam)
    await expect(second.open(path)).rejects.toMatchObject({ code: 'IN_USE' })
    await engine.add('Alderbrook')
    await engine.close()
    await second.open(path)
    expect(await second.names()).toEqual(['Alderbrook'])
    await second.close()
  })

  it('SF12: closed and opened at once by the same engine', async () => {
    const { path, engine } = await opened()
    await engine.add('Alderbrook')
    const closing = engine.close()
    await engine.open(path)
    await closing
    expect(await engine.names()).toEqual(['Alderbrook'])
    await engine.close()
  })
})
