import type { MergedRange } from './merged.ts'
import type { BookRead, KnownTable, ReadCell, ReadRow, ReadTable } from './read-book.ts'
import type { Why } from './refusals.ts'

/** A file to read. */
export type ReadOrder = { readonly path: string; readonly known: readonly KnownTable[] }

/** What the reading thread is told: a file to read, and that the last batch of rows has been taken. */
export type ToReader = ReadOrder | 'taken'

/** A row as it goes between threads: its number, then of each cell its column and its text, or all of it where there is more. */
export type WireRow = (number | string | ReadCell)[]

/** What it answers. Rows come in batches, each asked for, so that the engine has its turn between them. */
export type FromReader =
  | { readonly kind: 'progress'; readonly unpacked: number; readonly total: number }
  | { readonly kind: 'table'; readonly table: Omit<ReadTable, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: readonly WireRow[] }
  /** Of the table before, when all its rows have gone. */
  | { readonly kind: 'merged'; readonly ranges: readonly MergedRange[] }
  | { readonly kind: 'done'; readonly book: BookRead }
  | { readonly kind: 'refused'; readonly why: Why; readonly detail: string }

/** A row as it goes between threads: two plain values a cell of words instead of an object. */
export function packRow(number: number, cells: ReadonlyMap<number, ReadCell>): WireRow {
  const packed: WireRow = [number]
  for (const [column, cell] of cells) packed.push(column, isWords(cell) ? cell.text : cell)
  return packed
}

function isWords({ number, day, isFormula, error }: ReadCell): boolean {
  return number === null && day === null && !isFormula && error === null
}

/** Beyond these, sharing cells costs more than it saves. */
const MOST_SHARED = 10_000
const LONGEST_SHARED = 100

/** Makes rows of what came. Cells that hold the same words are one object: most of a plan is the same few words. */
export function rowUnpacker(): (row: WireRow) => ReadRow {
  const words = new Map<string, ReadCell>()
  function cellOf(text: string): ReadCell {
    const same = words.get(text)
    if (same) return same
    const cell = { text, number: null, day: null, isFormula: false, error: null }
    if (words.size < MOST_SHARED && text.length < LONGEST_SHARED) words.set(text, cell)
    return cell
  }
  return row => {
    const cells = new Map<number, ReadCell>()
    for (let at = 1; at < row.length; at += 2) {
      const cell = row[at + 1] as string | ReadCell
      cells.set(row[at] as number, typeof cell === 'string' ? cellOf(cell) : cell)
    }
    return { number: row[0] as number, cells }
  }
}
