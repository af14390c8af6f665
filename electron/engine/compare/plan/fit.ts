import type { ReadTable } from '../../exchange/returned/read-book.ts'
import type { Base } from '../base.ts'
import { showsAsSent } from '../sheet-cell.ts'
import type { State } from '../state.ts'
import { sureColumns, textIn } from './find-columns.ts'
import { matchRows } from './match-rows.ts'

/** How well what was sent explains a plan that came back: rows with words, rows found again, cells alike and not. */
export type Fit = {
  readonly rows: number
  readonly matched: number
  readonly equal: number
  readonly different: number
}

/** Enough rows to tell one file from another. */
const SAMPLE = 300

/** Compares plans with what was sent once, roughly. */
export function fitOf(tables: readonly ReadTable[], base: Base, now: State): Fit {
  const fit = { rows: 0, matched: 0, equal: 0, different: 0 }
  for (const table of tables) {
    const rows = table.rows.slice(0, SAMPLE)
    const columns = sureColumns(table, base, now)
    const { matched } = matchRows(rows, columns, base, now, () => null)
    fit.rows += rows.filter(row => textIn(row, columns.at, 'action') !== '').length
    fit.matched += matched.length
    for (const { row, sent } of matched)
      base.plan.columns.forEach((column, number) => {
        const index = columns.at.get(column.id)
        if (index === undefined || !sent) return
        if (showsAsSent(row.cells.get(index), sent.cells[number] ?? null)) fit.equal++
        else fit.different++
      })
  }
  return fit
}
