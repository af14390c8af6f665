import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marksAmong } from '../../electron/engine/exchange/file-marks.ts'
import { coverCells, type MergedRange } from '../../electron/engine/exchange/returned/merged.ts'
import type {
  KnownTable,
  ReadBook,
  ReadCell,
  ReadRow,
  ReadTable,
} from '../../electron/engine/exchange/returned/read-book.ts'
import { readFileAt } from '../../electron/engine/exchange/returned/read-file.ts'
import { troubleFor, whyOf } from '../../electron/engine/exchange/returned/refusals.ts'
import { packRow, rowUnpacker } from '../../electron/engine/exchange/returned/wire.ts'
import { type MadeParts, type MadeSheet, rowXml, xlsxOf } from './make-xlsx.ts'

/** Two small tables for tests about the reading itself. */
export const PLAN = ['Ref', 'Action', 'Owner', 'Due date', 'Status', 'Ninefold mark']
export const SLIP = ['Principle', 'Level', 'Reason']
export const KNOWN: readonly KnownTable[] = [
  { kind: 'plan', headers: PLAN },
  { kind: 'slip', headers: SLIP },
  { kind: 'other', headers: ['Ref', 'Owner', 'Status', 'Days late', 'What'] },
]

/** A file with one sheet: the plan's header in row 1, then these rows. */
export function planOf(rows: string, more: MadeParts = {}, sheet: Partial<MadeSheet> = {}): Buffer {
  return xlsxOf([{ name: 'Action plan', rows: rowXml(1, PLAN) + rows, ...sheet }], more)
}

/** Reads bytes as a file of this name in the folder, here and now: a thread for each would take a third of a second. */
export async function readBytes(
  folder: string,
  bytes: Buffer,
  name = `${randomUUID()}.xlsx`,
): Promise<ReadBook> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const tables: (Omit<ReadTable, 'rows'> & { rows: ReadRow[] })[] = []
  const unpack = rowUnpacker()
  const sink = {
    table: (table: Omit<ReadTable, 'rows'>) => void tables.push({ ...table, rows: [] }),
    row: (number: number, cells: ReadonlyMap<number, ReadCell>) =>
      void tables.at(-1)!.rows.push(unpack(packRow(number, cells))),
    merged: (ranges: readonly MergedRange[]) => {
      const { rows, headers } = tables.at(-1)!
      coverCells(rows, ranges, headers.length)
    },
    pause: () => null,
  }
  const book = await readFileAt(path, KNOWN, sink, () => {})
  return { ...book, marks: marksAmong(book.marks), tables }
}

/** The sentence a file is refused with. A fault of ours is shown as what it is. */
export async function refusalOf(
  folder: string,
  bytes: Buffer,
  name = `${randomUUID()}.xlsx`,
): Promise<string> {
  return readBytes(folder, bytes, name).then(
    () => 'It was read.',
    (error: Error) =>
      whyOf(error) === 'fault' ? `Fault: ${error.stack}` : troubleFor(whyOf(error), name).message,
  )
}

/** The cells of the first table under its header, row by row. */
export function cellsOf(book: ReadBook): (ReadCell | null)[][] {
  return book.tables[0]!.rows.map(({ cells }) => {
    const last = Math.max(...cells.keys())
    return Array.from({ length: last + 1 }, (_, column) => cells.get(column) ?? null)
  })
}

/** Their texts. */
export function textsOf(book: ReadBook): (string | null)[][] {
  return cellsOf(book).map(row => row.map(cell => cell?.text ?? null))
}
