import { useMemo, useState } from 'react'
import { type Cell, type Range, rangeOf, within } from './cursor.ts'
import type { Plan } from './use-plan.ts'

/** A cell by what it is, so that it is found again when an edit moves its row to another group. */
type Spot = Cell & { readonly rowId: string | null; readonly columnId: string | null }

export type Cursor = {
  readonly at: Cell
  readonly range: Range
  /** Moves the cursor; with `extends`, the selection grows from where it began. */
  go(cell: Cell, extend?: boolean): void
}

/** Stands for the row where new actions are typed: it stays the last when some are added. */
const AFTER_LAST = ' '

/** Row −1 is the header; the row after the last is where new actions are typed, where one may. */
export function useCursor(plan: Plan, lastRow: number): Cursor {
  const { rows, columns } = plan
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0, rowId: null, columnId: null })
  const [start, setStart] = useState<Spot | null>(null)
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows])

  const resolve = (from: Spot): Cell => {
    const column = columns.findIndex(each => each.id === from.columnId)
    const cell = {
      row: from.rowId === AFTER_LAST ? rows.length : (indexes.get(from.rowId ?? '') ?? from.row),
      column: column < 0 ? from.column : column,
    }
    if (cell.row < 0) return { row: -1, column: within(cell, { rows: 1, columns: columns.length }).column }
    return within(cell, { rows: lastRow + 1, columns: columns.length })
  }
  const spotOf = (cell: Cell): Spot => ({
    ...cell,
    rowId: rows[cell.row]?.id ?? (cell.row > 0 ? AFTER_LAST : null),
    columnId: columns[cell.column]?.id ?? null,
  })

  const at = resolve(spot)
  return {
    at,
    range: rangeOf(at, start ? resolve(start) : at),
    go(cell, extend = false) {
      setStart(extend ? (start ?? spotOf(at)) : null)
      setSpot(spotOf(cell))
    },
  }
}
