import type { MergedRange } from './merged.ts'
import type { BookRead, KnownTable, ReadCell, ReadRow, ReadTable } from './read-book.ts'
import type { Why } from './refusals.ts'

/** A file to read. */
export type ReadOrder = { readonly path: string; readonly known: readonly KnownTable[] }

/** What the reading thread is told: a file to read, and that the last batch of rows has been taken. */
export type ToReader = ReadOrder | 'taken'

/** A row as it goes between threads: its number, then of each cell its column, text, number, day, formula, error. */
export type WireRow = (string | number | boolean | null)[]

/** What it answers. Rows come in batches, each asked for, so that the engine has its turn between them. */
export type FromReader =
  | { readonly kind: 'progress'; readonly unpacked: number; readonly total: number }
  | { readonly kind: 'table'; readonly table: Omit<ReadTable, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: readonly WireRow[] }
  /** Of the table before, when all its rows have gone. */
  | { readonly kind: 'merged'; readonly ranges: readonly MergedRange[] }
  | { readonly kind: 'done'; readonly book: BookRead }
  | { readonly kind: 'refused'; readonly why: Why; readonly detail: string }

const WIDTH = 6

/** A row as it goes between threads: a few plain values instead of an object a cell. */
export function packRow(number: number, cells: ReadonlyMap<number, ReadCell>): WireRow {
  const packed: WireRow = [number]
  for (const [column, cell] of cells)
    packed.push(column, cell.text, cell.number, cell.day, cell.isFormula, cell.error)
  return packed
}

/** Beyond these, sharing cells costs more than it saves. */
const MOST_SHARED = 10_000
const LONGEST_SHARED = 100

/** Makes rows of what came. Cells that hold the same words are one object: most of a plan is the same few words. */
export function rowUnpacker(): (row: WireRow) => ReadRow {
  const words = new Map<string, ReadCell>()
  function cellAt(row: WireRow, at: number): ReadCell {
    const cell = {
      text: row[at + 1] as string,
      number: row[at + 2] as number | null,
      day: row[at + 3] as string | null,
      isFormula: row[at + 4] as boolean,
      error: row[at + 5] as string | null,
    }
    if (cell.number !== null || cell.isFormula || cell.error !== null) return cell
    const same = words.get(cell.text)
    if (same) return same
    if (words.size < MOST_SHARED && cell.text.length < LONGEST_SHARED) words.set(cell.text, cell)
    return cell
  }
  return row => {
    const cells = new Map<number, ReadCell>()
    for (let at = 1; at < row.length; at += WIDTH) cells.set(row[at] as number, cellAt(row, at))
    return { number: row[0] as number, cells }
  }
}
