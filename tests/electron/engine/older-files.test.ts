import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openForReading } from '../../../electron/engine/store/database.ts'
import { CURRENT_VERSION } from '../../../electron/engine/store/migrations/list.ts'
import { foreignSchema } from '../../../electron/engine/store/schema.ts'
import { ninefold } from '../../helpers/cli.ts'
import { freshFolder, startEngine, WHO } from '../../helpers/engine.ts'
import { createOldWorkbook, tablesOf } from '../../helpers/old-workbook.ts'
import { tinyDisk } from '../../helpers/tiny-disk.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const KEPT = 'Northmoor (before update 23 November 2026).ninefold'

function oldWorkbook(folder = freshFolder()): { folder: string; path: string } {
  const path = join(folder, 'Northmoor.ninefold')
  createOldWorkbook(path, 10)
  return { folder, path }
}

function engineOn23November() {
  let id = 0
  return startEngine({ now: () => NOW, newId: () => `${String(++id).padStart(8, '0')}-id` })
}

function versionOf(path: string): number {
  return readFileSync(path).readUInt32BE(60)
}

it('MI5: a file of version 10 opens with everything in it, and a copy as it was is kept beside it', async () => {
  const { folder, path } = oldWorkbook()
  const before = tablesOf(path)
  const { page, shell } = engineOn23November()
  expect((await shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
  expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
  const { entries } = await page.history.list({ limit: 1 })
  expect(entries[0]).toMatchObject({
    kind: 'note',
    who: WHO.name,
    words: `Brought this workbook up to date; as it was before, it is kept as “${KEPT}”`,
  })
  await shell.file.close()
  expect(readdirSync(folder).sort()).toEqual([KEPT, 'Northmoor.ninefold'])
  expect([versionOf(path), versionOf(join(folder, KEPT))]).toEqual([CURRENT_VERSION, 10])
  expect(tablesOf(join(folder, KEPT))).toEqual(before)
  const after = tablesOf(path)
  expect(after.edit!.slice(0, -1)).toEqual(before.edit)
  expect(Object.keys(before).filter(name => name !== 'edit')).toSatisfy((names: string[]) => {
    // Columns that came later have their default; everything else is as it was.
    for (const name of names) expect(after[name], name).toMatchObject(before[name]!)
    return true
  })
})

it('MI5: the kept copy is a whole file of its version, and a second one never takes its name', async () => {
  const { folder, path } = oldWorkbook()
  writeFileSync(join(folder, KEPT), 'precious')
  const { shell } = engineOn23November()
  await shell.file.open({ path, who: WHO })
  await shell.file.close()
  expect(readFileSync(join(folder, KEPT), 'utf8')).toBe('precious')
  const second = join(folder, 'Northmoor (before update 23 November 2026, 2).ninefold')
  const db = openForReading(second)
  expect([foreignSchema(db, 10), db.pragma('integrity_check', { simple: true })]).toEqual([[], 'ok'])
  db.close()
  await shell.file.open({ path: second, who: WHO })
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('MI5: undo, redo and going back work across the update, and check agrees', async () => {
  const { path } = oldWorkbook()
  const { page, shell } = engineOn23November()
  await shell.file.open({ path, who: WHO })
  const before = await page.workbook.read()
  for (let index = 0; index < 30; index++) await page.edit.undo()
  for (let index = 0; index < 30; index++) await page.edit.redo()
  expect((await page.workbook.read()).rows).toEqual(before.rows)
  await page.edit.backTo({ seq: 20 })
  await page.edit.undo()
  const sorted = (rows: object) =>
    Object.values(rows).map((list: { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(sorted((await page.workbook.read()).rows)).toEqual(sorted(before.rows))
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('MI6: opened to read, an older file stays byte for byte as it was, and nothing is left beside it', async () => {
  const { folder, path } = oldWorkbook()
  const bytes = readFileSync(path)
  const { page, shell } = startEngine()
  const opened = await shell.file.open({ path, who: WHO, mode: 'read' })
  expect(opened).toMatchObject({ path, access: { mode: 'read' } })
  expect((await page.workbook.read()).rows.actions).toHaveLength(60)
  expect(await shell.file.check()).toMatchObject({ ok: true })
  await shell.file.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(folder)).toEqual(['Northmoor.ninefold'])
  const check = await ninefold('check', path, '--json')
  expect([check.code, JSON.parse(check.out).ok]).toEqual([0, true])
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

it('MI6: an older file that another program changed is refused, to edit and to read', async () => {
  const { folder, path } = oldWorkbook()
  const db = new Database(path)
  db.exec("CREATE TRIGGER t AFTER UPDATE ON rating BEGIN UPDATE rating SET reason = 'x'; END")
  db.close()
  const { shell } = startEngine()
  for (const mode of ['edit', 'read'] as const)
    await expect(shell.file.open({ path, who: WHO, mode })).rejects.toThrow(/changed by another program/)
  expect(readdirSync(folder)).toEqual(['Northmoor.ninefold'])
})

it('MI7: no room for the copy: a sentence, and the file is byte for byte as it was', async context => {
  const disk = tinyDisk(8)
  if (!disk) return context.skip('a small disk can only be made by root on Linux')
  const { path } = oldWorkbook(disk)
  const bytes = readFileSync(path)
  const filler = join(disk, 'filler')
  fill(filler, 200_000)
  const { shell } = startEngine()
  await expect(shell.file.open({ path, who: WHO })).rejects.toThrow(
    /^The disk is full, so Northmoor\.ninefold could not be brought up to date .+ left as it was\. Free some space/,
  )
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(disk).sort()).toEqual(['Northmoor.ninefold', 'filler'])
  rmSync(filler)
  expect((await shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
})

it('MI7: room for the copy but not for the update: the copy goes as well', async context => {
  const disk = tinyDisk(8)
  if (!disk) return context.skip('a small disk can only be made by root on Linux')
  const { path } = oldWorkbook(disk)
  const bytes = readFileSync(path)
  // As much as the copy needs, and less than one page more.
  fill(join(disk, 'filler'), bytes.length + 8192)
  const { shell } = startEngine()
  await expect(shell.file.open({ path, who: WHO })).rejects.toThrow(/^The disk is full/)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(disk).sort()).toEqual(['Northmoor.ninefold', 'filler'])
})

it('MI7 WB9: in a place that does not allow writing it is read, and nothing changed', async context => {
  const disk = tinyDisk(8)
  if (!disk) return context.skip('a small disk can only be made by root on Linux')
  const { path } = oldWorkbook(disk)
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const { page, shell } = startEngine()
  const { access } = await shell.file.open({ path, who: WHO })
  expect(access).toMatchObject({ mode: 'read', why: expect.stringContaining('may not write') })
  expect((await page.workbook.read()).rows.actions).toHaveLength(60)
  expect(versionOf(path)).toBe(10)
})

it('MI8: an update that was cut off is taken back and made again', async () => {
  const { folder, path } = oldWorkbook()
  const before = dump10(path)
  // The pages of an update on the disk, with the journal that takes them back: what a power cut leaves.
  const db = new Database(path)
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('cache_size = 1')
  db.pragma('cache_spill = 1')
  db.exec('BEGIN IMMEDIATE')
  db.exec('CREATE TABLE sent_file (id TEXT)')
  db.pragma('user_version = 20')
  db.exec("UPDATE action SET title = title || ' changed'")
  const torn = [readFileSync(path), readFileSync(`${path}-journal`)] as const
  db.exec('ROLLBACK')
  db.close()
  writeFileSync(path, torn[0].fill(0, 60, 63).fill(20, 63, 64))
  writeFileSync(`${path}-journal`, torn[1])
  const { shell } = engineOn23November()
  expect((await shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
  expect(await shell.file.check()).toMatchObject({ ok: true })
  await shell.file.close()
  expect(existsSync(join(folder, KEPT))).toBe(true)
  expect(dump10(join(folder, KEPT))).toEqual(before)
})

function dump10(path: string) {
  const { edit, change, action } = tablesOf(path)
  return { edit, change, action }
}

/** Fills a disk until only so many bytes are free. */
function fill(path: string, free: number): void {
  const pieces: Buffer[] = []
  for (let size = 65_536; size >= 4096; )
    try {
      pieces.push(Buffer.alloc(size))
      writeFileSync(path, Buffer.concat(pieces))
    } catch {
      pieces.pop()
      size /= 2
    }
  const full = Buffer.concat(pieces)
  writeFileSync(path, full.subarray(0, full.length - free))
}
