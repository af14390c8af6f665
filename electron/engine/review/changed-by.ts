import type { CompareInput } from '../compare/input.ts'
import { prepared, type ReadableDb } from '../store/database.ts'
import { tableFor } from '../store/tables.ts'

type Line = { readonly table: string; readonly rowId: string; readonly column: string; readonly seq: number }

/**
 * Who changed a field of a row last, and when; `null` when nobody did since it was made. The log is read once, at the
 * first question: it is asked of every conflict.
 */
export function lastChanges(db: ReadableDb): CompareInput['changedBy'] {
  let last: Map<string, number> | null = null
  return (collection, rowId, field) => {
    last ??= readLog(db)
    const table = tableFor(collection)
    const column = table.columns.find(known => known.field === field)?.column
    const seq = last.get(`${table.name} ${column} ${rowId}`)
    if (seq === undefined) return null
    return prepared(db, 'SELECT who, at FROM edit WHERE seq = ?').get(seq) as { who: string; at: string }
  }
}

function readLog(db: ReadableDb): Map<string, number> {
  const sql = `SELECT table_name AS "table", row_id AS rowId, column_name AS "column", max(edit_seq) AS seq
    FROM change WHERE op = 'update' GROUP BY 1, 2, 3`
  const last = new Map<string, number>()
  for (const { table, rowId, column, seq } of prepared(db, sql).iterate() as Iterable<Line>)
    last.set(`${table} ${column} ${rowId}`, seq)
  return last
}
