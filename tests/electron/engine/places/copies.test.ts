import { copyFileSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startEngineFor } from '../../../helpers/engine.ts'
import {
  engineOn,
  laptop,
  leftIn,
  type Opener,
  placesIn,
  sharedFolder,
  sharedWorkbook,
} from '../../../helpers/places.ts'

const SOON = { firstLookMs: 20, lookEveryMs: 40 }

/** A copy of a workbook that somebody changed by themselves, put beside it under this name. */
async function changedCopy(path: string, name: string, place: string): Promise<string> {
  const aside = join(sharedFolder(), basename(path))
  copyFileSync(path, aside)
  const { page, shell } = startEngineFor()
  await shell.file.open({ path: aside, who: { name: 'Priya', role: '' } })
  await page.area.addPlace({ name: place })
  await shell.file.close()
  const to = path.replace(basename(path), name)
  copyFileSync(aside, to)
  return to
}

function copies(engine: Opener): string[] {
  return engine
    .place()
    .now()
    .copies.map(copy => copy.name)
}

describe('copies beside the workbook', () => {
  it('SF17 SF16: told of with who changed it, brought in through the review, and then left', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    await changedCopy(path, 'Northmoor-LAPTOP42.ninefold', 'From Priya')
    const sam = engineOn(laptop('Sam', folder, SOON))
    await sam.open(path)
    await expect.poll(() => copies(sam), { timeout: 10_000 }).toEqual(['Northmoor-LAPTOP42'])
    const [copy] = sam.place().now().copies
    expect(copy).toMatchObject({ by: 'Priya', changedAt: expect.stringMatching(/^20/) })
    expect(JSON.stringify(copy)).not.toContain(folder)
    expect(await sam.page.place.bringIn({ id: copy!.id })).toMatchObject({ read: 1, refused: 0 })
    expect((await sam.page.review.get())!.additions).toHaveLength(1)
    await expect.poll(() => copies(sam)).toEqual([])
    await sam.close()
  })

  it('SF17: not a backup whose history is all in ours, another workbook, a damaged file or another name', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    copyFileSync(path, join(folder, 'Northmoor - Copy.ninefold'))
    await sharedWorkbook(folder, 'Northmoor (1).ninefold')
    writeFileSync(join(folder, 'Northmoor 2.ninefold'), readFileSync(path).fill(7, 40_000, 60_000))
    await changedCopy(path, 'Southmoor.ninefold', 'From Priya')
    const sam = engineOn(laptop('Sam', folder, SOON))
    await sam.open(path)
    await changedCopy(path, 'Northmoor (3).ninefold', 'From Priya')
    await expect.poll(() => copies(sam), { timeout: 10_000 }).toEqual(['Northmoor (3)'])
    await sam.close()
  })

  it('SF18: left is left, also after a restart, until it changes', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    const other = await changedCopy(path, 'Northmoor (1).ninefold', 'From Priya')
    const { deps, working, who } = laptop('Sam', folder, SOON)
    const sam = engineOn({ deps, working, who })
    await sam.open(path)
    await expect.poll(() => copies(sam), { timeout: 10_000 }).toHaveLength(1)
    await sam.page.place.leave({ id: sam.place().now().copies[0]!.id })
    expect(copies(sam)).toEqual([])
    await sam.close()

    const again = engineOn({ deps, working, who })
    await again.open(path)
    await changedCopy(path, 'Northmoor (2).ninefold', 'Also from Priya')
    await expect.poll(() => copies(again), { timeout: 10_000 }).toEqual(['Northmoor (2)'])
    rmSync(other)
    await changedCopy(path, 'Northmoor (1).ninefold', 'More from Priya')
    await expect.poll(() => copies(again), { timeout: 10_000 }).toHaveLength(2)
    await again.close()
  })

  it('SF17 SF7: after two versions were kept, the other one is offered', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    const sam = engineOn(laptop('Sam', folder, SOON))
    await sam.open(path)
    const priya = engineOn(laptop('Priya', folder))
    await priya.open(path)
    await priya.add('From Priya')
    await priya.close()
    await sam.add('From Sam')
    await sam.page.place.sendNow()
    await expect.poll(() => copies(sam), { timeout: 10_000 }).toEqual(['Northmoor'])
    expect(await sam.page.place.bringIn({ id: sam.place().now().copies[0]!.id })).toMatchObject({ read: 1 })
    expect((await sam.shell.file.where())!.path).toMatch(/\(yours, /)
    await sam.close()
  })
})

describe('who has it', () => {
  async function marked(mark: object, ageMs = 0) {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    const file = join(folder, '~$Northmoor.ninefold')
    writeFileSync(
      file,
      JSON.stringify({ name: 'Priya', computer: 'LAPTOP-7', since: '2026-11-23T13:20:00.000Z', ...mark }),
    )
    const at = new Date(Date.now() - ageMs)
    utimesSync(file, at, at)
    return { folder, path, sam: engineOn(laptop('Sam', folder)) }
  }

  it('SF19: somebody on another computer is named, and asks; all the same opens it, and so does reading', async () => {
    const { path, sam, folder } = await marked({})
    await expect(sam.open(path)).rejects.toMatchObject({
      code: 'IN_USE',
      message: expect.stringMatching(/in N: has been open elsewhere since .* \(Priya on LAPTOP-7\)/),
      data: { mayOpen: true },
    })
    await sam.shell.file.open({ path, who: sam.who, mode: 'read' })
    await sam.close()
    expect(await sam.shell.file.open({ path, who: sam.who, mode: 'anyway' })).toMatchObject({
      access: { mode: 'edit' },
    })
    await sam.add('From Sam')
    await sam.close()
    // Theirs stays.
    expect(leftIn(folder)).toEqual(['~$Northmoor.ninefold'])
  })

  it.each([
    ['of this computer', { computer: hostname() }, 0],
    ['an hour old', {}, 3_600_000],
    ['that says nothing', { since: 'yesterday' }, 0],
  ])('SF19: a mark %s asks nothing', async (_words, mark, age) => {
    const { path, sam } = await marked(mark, age)
    await sam.open(path)
    await sam.add('From Sam')
    await sam.close()
  })

  it('SF19: ours is there while it is open', async () => {
    const folder = sharedFolder()
    const path = await sharedWorkbook(folder)
    const sam = engineOn(laptop('Sam', folder))
    await sam.open(path)
    const mark = join(folder, '~$Northmoor.ninefold')
    await expect.poll(() => existsSync(mark) && readFileSync(mark, 'utf8')).toContain('"name":"Sam"')
    await sam.close()
    expect(leftIn(folder)).toEqual([])
    expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': [] })
  })
})
