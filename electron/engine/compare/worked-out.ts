import { daysBetween } from '../../../shared/rules/lateness.ts'
import type { ReadRow } from '../exchange/returned/read-book.ts'
import type { SentRow } from '../exchange/sent-tables.ts'
import type { Column } from '../exchange/sheet-model.ts'
import { listed } from './lists.ts'
import { showsAsSent } from './sheet-cell.ts'

/** A row found again, and which column of it is which of ours. */
type WorkedRow = {
  readonly row: ReadRow
  readonly sent: SentRow | null
  readonly at: ReadonlyMap<string, number>
  readonly columns: readonly Column[]
}

/**
 * Changed cells of the columns that `isWorkedOut` here, in a sentence: they are never read. A formula that came to something
 * else is none.
 */
export function workedOutRemarks(
  rows: Iterable<WorkedRow>,
  isWorkedOut: (columnId: string) => boolean,
): string[] {
  const headers = new Set<string>()
  let changed = 0
  for (const { row, sent, at, columns } of rows) {
    if (!sent) continue
    columns.forEach(({ id, header }, number) => {
      const index = at.get(id)
      if (index === undefined || !isWorkedOut(id)) return
      const cell = row.cells.get(index)
      const was = sent.cells[number] ?? null
      if (cell?.isFormula || showsAsSent(cell, was)) return
      // The clocks of two computers may differ by a day.
      if (
        id === 'updated' &&
        cell?.day &&
        typeof was === 'string' &&
        Math.abs(daysBetween(was, cell.day)) < 2
      )
        return
      headers.add(header)
      changed++
    })
  }
  if (changed === 0) return []
  const cells = changed === 1 ? '1 changed cell' : `${changed.toLocaleString('en-GB')} changed cells`
  const [is, them] = headers.size === 1 ? ['is', 'it'] : ['are', 'them']
  return [
    `${listed([...headers])} ${is} worked out by Ninefold, so ${cells} in ${them} ${changed === 1 ? 'was' : 'were'} left alone.`,
  ]
}
