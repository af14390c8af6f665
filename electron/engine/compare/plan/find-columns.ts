import { plainText } from '../../../../shared/text/plain.ts'
import type { ReadRow, ReadTable } from '../../exchange/returned/read-book.ts'
import type { Base } from '../base.ts'
import { columnHolding, headersByName, markColumn } from '../headers.ts'
import type { State } from '../state.ts'

/** Columns of a returned plan that are known before its rows are: enough to find the rows by. */
export type SureColumns = {
  readonly at: ReadonlyMap<string, number>
  readonly mark: number | null
}

/** Columns with a header of ours that stands once; reference and words of the action also by what their cells hold. */
export function sureColumns(table: ReadTable, base: Base, now: State): SureColumns {
  const mark = markColumn(table)
  const at = new Map<string, number>()
  for (const [id, indexes] of headersByName(table, base.plan.columns))
    if (indexes.length === 1) at.set(id, indexes[0]!)
  const not = new Set([...at.values(), ...(mark === null ? [] : [mark])])
  const find = (id: string, test: (text: string) => boolean) => {
    if (at.has(id)) return
    const index = columnHolding(table, test, not)
    if (index === null) return
    at.set(id, index)
    not.add(index)
  }
  find('ref', text => refNumber(text) !== null)
  const states = [base.state, now]
  find('action', text => states.some(({ idsByTitle }) => idsByTitle.has(plainText(text))))
  return { at, mark }
}

/** The number in `A-07`; `null` when the text is no reference of an action. */
export function refNumber(text: string): number | null {
  const match = /^\s*A\s?[-\u2010-\u2014]?\s?0*(\d{1,7})\s*$/i.exec(text)
  return match && Number(match[1])
}

/** What stands in a column of a row, as text that counts; empty where the column is not there. */
export function textIn(row: ReadRow, at: ReadonlyMap<string, number>, columnId: string): string {
  const index = at.get(columnId)
  return index === undefined ? '' : plainText(row.cells.get(index)?.text ?? '')
}
