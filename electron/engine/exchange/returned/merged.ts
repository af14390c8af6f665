import type { ReadCell, ReadRow } from './read-book.ts'
import { columnOf } from './sheet-part.ts'

/** Cells made one: rows from 1, columns from 0, both ends included. */
export type MergedRange = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What stands under a merged cell and is empty: nobody emptied it, the merging did. */
const COVERED: ReadCell = {
  text: '',
  number: null,
  day: null,
  isFormula: false,
  error: null,
  isCovered: true,
}

/** Cells marked at most: more than any plan has, and little work whatever a file says of its ranges. */
const MOST_COVERED = 200_000

/** `L8:M8` as numbers; `null` when it is no range. */
export function mergedRangeOf(ref: string): MergedRange | null {
  const [first, last] = ref.split(':')
  const [left, right] = [columnOf(first), columnOf(last)]
  const [top, bottom] = [rowOf(first), rowOf(last)]
  if (left === null || right === null || top === null || bottom === null) return null
  return { top, left, bottom, right }
}

/** Marks the empty cells of a table that a merge covers. */
export function coverCells(rows: readonly ReadRow[], ranges: readonly MergedRange[], width: number): void {
  const byNumber = new Map(rows.map(row => [row.number, row]))
  const last = rows.at(-1)?.number ?? 0
  let left = MOST_COVERED
  for (const range of ranges)
    for (let number = range.top; number <= Math.min(range.bottom, last); number++) {
      const cells = byNumber.get(number)?.cells as Map<number, ReadCell> | undefined
      if (left-- <= 0) return
      if (!cells) continue
      for (let column = range.left; column <= Math.min(range.right, width - 1); column++) {
        if (left-- <= 0) return
        const isFirst = number === range.top && column === range.left
        if (!isFirst && !cells.has(column)) cells.set(column, COVERED)
      }
    }
}

function rowOf(address: string | undefined): number | null {
  const found = /(\d+)$/.exec(address ?? '')
  return found ? Number(found[1]) : null
}
