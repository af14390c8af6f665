import { MARK_COLUMN, MARK_HEADER, rowMark } from '../marks.ts'
import type { Column, Sheet } from '../sheet-model.ts'
import type { SheetFacts } from './board-facts.ts'

/** Hidden, and inside the table: sorting takes a mark along with its row. */
const column: Column = { id: MARK_COLUMN, header: MARK_HEADER, width: 12, kind: 'text', isHidden: true }

/** The sheet with the mark of each row, by which it is found again when the file comes back. `ids` go by row. */
export function withMarks({ input: { sent } }: SheetFacts, ids: readonly string[], sheet: Sheet): Sheet {
  if (!sent) return sheet
  const markOf = (id: string | undefined) => (id === undefined ? null : rowMark(sent.sentFileId, id))
  return {
    ...sheet,
    columns: [...sheet.columns, column],
    rows: sheet.rows.map((row, index) => [...row, markOf(ids[index])]),
  }
}
