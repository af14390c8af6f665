import { fork } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createSampleFile } from '../../../../electron/engine/sample/sample.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'
import { KEEP, namesIn, startKept } from '../../../helpers/snapshots.ts'
import { tinyDisk } from '../../../helpers/tiny-disk.ts'

const SAFE = /^No snapshot was kept\b.*the workbook itself is saved\. [^.]+\.$/

/** How a snapshot fails and what the page hears of it while work goes on. */
async function failing(folder: string, leaveFree = 0) {
  const started = await startKept({ keep: { folder, leaveFree } })
  await started.rate('Before')
  const heard: unknown[] = []
  void (async () => {
    for await (const task of await started.page.task.watch()) heard.push(task)
  })().catch(() => {})
  await started.engine.state.keeper!.take('hour')
  return { ...started, heard }
}

it('SN6 SN11: a folder that is no folder, or is gone, is told once in a sentence, work goes on, and the next occasion keeps one', async () => {
  const folder = join(freshFolder(), 'Backups')
  const { page, shell, rate, heard, engine } = await failing(folder)
  const { problem } = await page.snapshot.list()
  expect(problem).toMatch(SAFE)
  expect(problem).toMatch(/“Backups” cannot be reached/)
  await expect
    .poll(() => heard)
    .toContainEqual(expect.objectContaining({ state: 'failed', isUnasked: true, problem }))
  await rate('After')
  mkdirSync(folder)
  await shell.file.close()
  expect(namesIn(folder)).toHaveLength(1)
  expect(engine.state.session).toBeNull()
})

it('SN6 SN11: a file where the folder should be', async () => {
  const { page, shell, beside } = await startKept()
  writeFileSync(beside, 'in the way')
  await expect(page.snapshot.take()).rejects.toThrow(SAFE)
  expect(await shell.file.close()).toBe(true)
  expect(readFileSync(beside, 'utf8')).toBe('in the way')
})

it('SN11: none is begun that would leave too little of the disk', async () => {
  const folder = freshFolder()
  const { page } = await failing(folder, Number.MAX_SAFE_INTEGER)
  expect((await page.snapshot.list()).problem).toMatch(
    /^No snapshot was kept, because it would take .* and leave too little/,
  )
  expect(namesIn(folder)).toEqual([])
})

it('SN11: a disk that fills up while it is written leaves nothing behind', async ({ skip }) => {
  const disk = tinyDisk(40)
  if (!disk) return skip('This user may not mount a small disk')
  const { page, shell } = await startKept({ keep: { folder: disk } })
  const from = join(freshFolder(), 'figures.bin')
  writeFileSync(from, Buffer.alloc(6_000_000, 1))
  await shell.evidence.attach({ paths: [from], targets: {} })
  const taking = page.snapshot.take()
  taking.catch(() => {})
  // It had room when it was asked.
  while (!namesIn(disk).some(name => name.endsWith('.part'))) await pause(0)
  const filler = openSync(join(disk, 'filler'), 'w')
  try {
    for (;;) writeSync(filler, Buffer.alloc(65_536))
  } catch {
    closeSync(filler)
  }
  await expect(taking).rejects.toThrow(
    /^No snapshot was kept, because the disk of .* is full; the workbook itself is saved/,
  )
  expect(namesIn(disk)).toEqual(['filler'])
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('SN9: what a crash left is taken away by the next one, and nothing of another workbook', async () => {
  const { rate, shell, reopen, path, beside } = await startKept()
  await shell.file.close()
  const [temporary, foreign] = ['.ninefold-snapshot-0123456789ab-deadbeef.part', '.other.part']
  for (const name of [temporary, foreign]) writeFileSync(join(beside, name), 'half')
  await killWhileSnapshotting(path, 30)
  await reopen(path)
  await rate('Once more')
  await shell.file.close()
  const hidden = namesIn(beside).filter(name => name.startsWith('.'))
  expect(hidden).toEqual([temporary, foreign].sort())
})

const DELAYS = process.env.NINEFOLD_LONG
  ? Array.from({ length: 200 }, (_, index) => index * 7)
  : [5, 40, 90, 160]

it(
  'SN9: killed at any moment, nothing half written has a name, and what has one is whole',
  async () => {
    const folder = freshFolder()
    const path = join(folder, 'v.ninefold')
    createSampleFile(path)
    const beside = join(folder, 'v (snapshots)')
    for (const ms of DELAYS) {
      await killWhileSnapshotting(path, ms)
      const { page, shell } = startEngine()
      await shell.file.open({ path, who: WHO, snapshots: KEEP })
      const { snapshots, unreadable } = await page.snapshot.list()
      expect(unreadable).toBe(0)
      expect(snapshots).toHaveLength(namesIn(beside).filter(name => !name.startsWith('.')).length)
      expect(await shell.file.check()).toMatchObject({ ok: true })
      await shell.file.close()
      for (const name of namesIn(beside)) {
        expect(name).not.toMatch(/^\./)
        const other = startEngine()
        await other.shell.file.open({ path: join(beside, name), who: WHO, mode: 'read' })
        expect(await other.shell.file.check()).toMatchObject({ ok: true })
        await other.shell.file.close()
      }
      rmSync(beside, { recursive: true, force: true })
    }
  },
  process.env.NINEFOLD_LONG ? 1_800_000 : 60_000,
)

it.each([
  ['cut short', (path: string) => truncateSync(path, statSync(path).size / 2)],
  ['with other bytes in its evidence', (path: string) => flip(path, 'Minutes of the board')],
  [
    'a save behind',
    (path: string) => change(path, 'DELETE FROM edit WHERE seq = (SELECT max(seq) FROM edit)'),
  ],
  ['with a table of somebody else', (path: string) => change(path, 'CREATE TABLE more (id INTEGER)')],
] as const)('SN8: a disk that gives back a copy %s: it is not kept, and nothing is left', async (_, harm) => {
  const { page, shell, rate, engine, beside } = await startKept()
  const from = join(freshFolder(), 'minutes.txt')
  writeFileSync(from, 'Minutes of the board')
  await shell.evidence.attach({ paths: [from], targets: {} })
  await rate('Typed before the copy')
  const db = engine.state.session!.db as unknown as Database.Database
  const { backup } = db
  db.backup = async (path, options) => {
    const done = await backup.call(db, path, options)
    harm(path)
    return done
  }
  await expect(page.snapshot.take()).rejects.toThrow(/could not be read back; the workbook itself is saved/)
  expect(namesIn(beside)).toEqual([])
  db.backup = backup
  await page.snapshot.take()
  expect(namesIn(beside)).toHaveLength(1)
})

function flip(path: string, words: string): void {
  const bytes = readFileSync(path)
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) bytes[at]! ^= 1
  writeFileSync(path, bytes)
}

function change(path: string, sql: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

/** In a process of its own that types and keeps one snapshot after another, killed so many milliseconds after the first began. */
async function killWhileSnapshotting(path: string, ms: number): Promise<void> {
  const child = fork(join(import.meta.dirname, '../../../helpers/snapshot-child.ts'), [path], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const dead = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new Error(`The engine ended by itself with ${code}`)))
  })
  await pause(ms)
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
}
