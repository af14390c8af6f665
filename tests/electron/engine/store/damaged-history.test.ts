import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { checkHistory } from '../../../../electron/engine/store/check.ts'
import { openForReading } from '../../../../electron/engine/store/database.ts'
import { startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'

const PAGE = 16_384

it('CK2: a history whose numbers were damaged into a circle is found, and the check ends', async () => {
  const { page, shell, path, key } = await startWorkbook()
  for (const reason of ['One', 'Two', 'Three', 'Four']) await page.rating.set({ ...key, set: { reason } })
  await shell.file.close()
  renumber(path, 3, 9)
  // Opening refuses it; a check that begins before the damage must end as well.
  const again = startEngine()
  await expect(again.shell.file.open({ path, who: WHO })).rejects.toThrow('is damaged and was not opened')
  const db = openForReading(path)
  const { problems } = await checkHistory(db)
  db.close()
  expect(problems).toContain('The history is damaged after change 9, so the rest could not be checked.')
})

/** Changes the number of an edit in its cell, behind SQLite's back: 1, 2, 3, 9, 5. */
function renumber(path: string, cell: number, number: number): void {
  const db = new Database(path, { readonly: true })
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'edit'").pluck().get() as number
  db.close()
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(PAGE)
  readSync(file, bytes, 0, PAGE, (root - 1) * PAGE)
  expect(bytes[0]).toBe(13)
  // A cell is the length of its payload, then the number; both are one or two bytes here.
  const start = bytes.readUInt16BE(8 + 2 * cell)
  const at = start + (bytes[start]! >= 128 ? 2 : 1)
  expect(bytes[at]).toBe(cell + 1)
  writeSync(file, Buffer.from([number]), 0, 1, (root - 1) * PAGE + at)
  closeSync(file)
}
