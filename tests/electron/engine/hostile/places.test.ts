import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { troubleOf } from '../../../../electron/engine/trouble.ts'
import { isSentence, ninefold } from '../../../helpers/cli.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'
import { namesIn, startKept } from '../../../helpers/snapshots.ts'

const isRoot = process.getuid?.() === 0

/** Small disks of one's own need Linux and the right to mount. */
const canMount = isRoot && process.platform === 'linux' && tryMount()

/** A disk of a few megabytes for one test. */
function smallDisk(megabytes: number): string {
  const folder = join(freshFolder(), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('HP1: two openers: the second is told who has it, may read, and changes nothing', async () => {
  const { page, shell, path, key } = await startWorkbook()
  await page.rating.set({ ...key, set: { level: 2 } })
  const sentence = await ninefold('attach', path, path, '--principle', '1')
  expect([sentence.code, isSentence(sentence.err)]).toEqual([1, true])
  expect(sentence.err).toContain('Test Person')
  const check = await ninefold('check', path, '--json')
  expect(JSON.parse(check.out)).toMatchObject({ ok: true, editsChecked: 2 })
  await page.rating.set({ ...key, set: { level: 3 } })
  expect(await shell.file.check()).toMatchObject({ ok: true, editsChecked: 3 })
})

it('HP2: a path with emoji, right-to-left text and 200 characters works from end to end', async () => {
  const folder = join(freshFolder(), `Zoë’s 🗂️ ${'plan '.repeat(20)}‮fdp`, 'عربي')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${'x'.repeat(180)} 🧠.ninefold`)
  expect(await ninefold('new', path, '--system', 'Vale 🏞️')).toMatchObject({ code: 0, err: '' })
  const evidence = join(folder, `${'e'.repeat(190)} 🧾.txt`)
  writeFileSync(evidence, 'Evidence.')
  expect(await ninefold('attach', path, evidence, '--principle', '1')).toMatchObject({ code: 0, err: '' })
  expect(await ninefold('check', path)).toMatchObject({ code: 0, err: '' })
})

it.skipIf(isRoot)('HP3: a folder that may not be written to: made in none, read in one', async () => {
  const { shell, path } = await startWorkbook()
  await shell.file.close()
  const folder = join(path, '..')
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
  const made = await ninefold('new', join(folder, 'other.ninefold'), '--system', 'Vale')
  expect([made.code, isSentence(made.err)]).toEqual([1, true])
  expect(await ninefold('check', path)).toMatchObject({ code: 0 })
})

it.runIf(canMount)('HP3 WB9: a disk mounted to be read only: made in none, read in one', async () => {
  const disk = smallDisk(16)
  const path = join(disk, 'v.ninefold')
  expect((await ninefold('new', path, '--system', 'Vale')).code).toBe(0)
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const made = await ninefold('new', join(disk, 'other.ninefold'), '--system', 'Vale')
  expect([made.code, isSentence(made.err)]).toEqual([1, true])
  const attached = await ninefold('attach', path, '/etc/hostname', '--principle', '1')
  expect([attached.code, isSentence(attached.err)]).toEqual([1, true])
  expect(await ninefold('check', path)).toMatchObject({ code: 0, err: '' })
  const { shell } = startEngine()
  const { access } = await shell.file.open({ path, who: WHO })
  expect(access).toMatchObject({ mode: 'read', why: expect.stringContaining('may not write') })
  await shell.file.close()
})

it('HP4: a folder that vanishes while the workbook is open: a sentence, and all of it is there when it comes back', async () => {
  const { page, shell, path, key } = await startWorkbook()
  await page.rating.set({ ...key, set: { level: 1 } })
  const folder = join(path, '..')
  const away = `${folder}-away`
  renameSync(folder, away)
  onTestFinished(() => rmSync(away, { recursive: true, force: true }))
  const outcome = await page.rating.set({ ...key, set: { level: 2 } }).then(
    () => 'kept' as const,
    (error: Error) => error.message,
  )
  if (outcome !== 'kept') expect(isSentence(`${outcome}\n`), outcome).toBe(true)
  await shell.file.close()
  const moved = join(away, 'Northmoor.ninefold')
  expect((await ninefold('check', moved)).err).toBe('')
  const again = startEngine()
  await again.shell.file.open({ path: moved, who: WHO })
  const { rows } = await again.page.workbook.read()
  expect(rows.ratings[0]!.level).toBe(outcome === 'kept' ? 2 : 1)
})

it.skipIf(process.platform === 'win32')(
  'HP8: moved, deleted or replaced while it is open, nothing more is said to be saved, and nothing is lost',
  async () => {
    const { page, shell, path, folder, beside } = await startKept()
    const { rows, framework } = await page.workbook.read()
    const key = {
      roundId: rows.rounds[0]!.id,
      areaId: rows.areas[0]!.id,
      principleId: framework.principles[0]!.id,
    }
    const level = async (to: 1 | 2 | 3) => page.rating.set({ ...key, set: { level: to } })
    await level(1)
    const [aside, other] = [join(folder, 'aside.ninefold'), join(folder, 'other.ninefold')]
    writeFileSync(other, 'another file')

    for (const happen of [
      () => renameSync(path, aside),
      () => {
        linkSync(path, aside)
        rmSync(path)
      },
      () => {
        linkSync(path, aside)
        renameSync(other, path)
      },
    ]) {
      happen()
      await expect(level(2)).rejects.toThrow(/“Northmoor.ninefold” is not the file any more that was opened/)
      renameSync(aside, path)
      await level(3)
      await level(1)
    }

    rmSync(path)
    await expect(level(2)).rejects.toThrow(/Save a copy of what you have here/)
    const { remarks } = await shell.file.copy({ to: join(folder, 'Rescued.ninefold') })
    expect(remarks).toEqual([expect.stringMatching(/^The copy is whole/)])
    await shell.file.close()
    const [snapshot] = namesIn(beside)
    for (const saved of [join(folder, 'Rescued.ninefold'), join(beside, snapshot!)]) {
      const again = startEngine()
      await again.shell.file.open({ path: saved, who: WHO, mode: 'read' })
      expect((await again.page.workbook.read()).rows.ratings[0]!.level).toBe(1)
      expect(await again.shell.file.check()).toMatchObject({ ok: true })
    }
  },
)

it('HP4: a folder that vanishes between a look and the opening is told in a sentence', () => {
  const gone = join(freshFolder(), 'gone', 'v.ninefold')
  const thrown = (() => {
    try {
      return new Database(gone)
    } catch (error) {
      return error
    }
  })()
  expect(isSentence(`${troubleOf(thrown)?.message}\n`), String(thrown)).toBe(true)
})

it('HP5: a full disk: nothing half done, what was saved stays, and work goes on when there is room', async () => {
  const disk = canMount ? smallDisk(12) : null
  // Without the right to mount, the same error comes from a limit on the number of pages.
  const folder = disk ?? freshFolder()
  const path = join(folder, 'v.ninefold')
  const { engine, page, shell } = startEngine()
  const details = { systemName: 'Vale', systemKind: 'stp', roundName: 'Autumn', asAt: '2026-11-30' } as const
  await shell.file.create({ path, details, who: WHO })
  const filler = join(folder, 'filler')
  if (disk) writeFileSync(filler, Buffer.alloc(10_500_000))
  else engine.state.session!.db.pragma(`max_page_count = 80`)
  const { rows } = await page.workbook.read()
  const note = (index: number) =>
    page.evidence.addNote({
      title: `Note ${index}`,
      note: 'x'.repeat(190_000),
      targets: { areaIds: [rows.areas[0]!.id] },
    })
  let [kept, sentence] = [0, '']
  for (let index = 0; index < 40 && !sentence; index++)
    await note(index).then(
      () => kept++,
      (error: Error) => (sentence = error.message),
    )
  expect(isSentence(`${sentence}\n`), sentence).toBe(true)
  expect(sentence).toMatch(/full/i)
  expect((await page.workbook.read()).rows.evidence).toHaveLength(kept)
  expect(await shell.file.check()).toMatchObject({ ok: true })
  if (disk) rmSync(filler)
  else engine.state.session!.db.pragma('max_page_count = 100000')
  await note(99)
  expect((await page.workbook.read()).rows.evidence).toHaveLength(kept + 1)
})

it.runIf(canMount)(
  'HP6: a full disk from the command line: a sentence, and nothing of the new file is left',
  async () => {
    const disk = smallDisk(1)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(900_000))
    const made = await ninefold('new', join(disk, 'v.ninefold'), '--system', 'Vale')
    expect([made.code, isSentence(made.err)]).toEqual([1, true])
    expect(made.err).toMatch(/full/i)
    expect(readdirSync(disk)).toEqual(['filler'])
  },
)

it('HP7: a newer version is refused in a sentence, and stays byte for byte as it was', async () => {
  const { shell, path } = await startWorkbook()
  await shell.file.close()
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(9990, 60)
  writeFileSync(path, bytes)
  for (const command of [
    ['check', path],
    ['attach', path, path, '--principle', '1'],
  ]) {
    const answer = await ninefold(...command)
    expect([answer.code, isSentence(answer.err)]).toEqual([1, true])
    expect(answer.err).toContain('newer')
  }
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(existsSync(`${path}-journal`)).toBe(false)
})
