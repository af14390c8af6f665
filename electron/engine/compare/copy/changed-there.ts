import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { prepared, type ReadableDb } from '../../store/database.ts'
import { tableFor } from '../../store/tables.ts'

/** Who made an edit, and when. */
export type Maker = { readonly who: string; readonly at: string }

/** Who last touched a field of a row since an edit; `undefined` when nobody did. */
export type ChangedBy = (collection: CollectionName, id: string, field: string) => Maker | undefined

type Line = {
  readonly table: string
  readonly rowId: string
  readonly column: string | null
  readonly seq: number
}

/** Reads once who changed what after edit `seq`. A row put in counts for all of its fields. */
export function changesAfter(
  db: ReadableDb,
  seq: number,
): { readonly changedBy: ChangedBy; readonly makers: readonly Maker[] } {
  const edits = prepared(db, 'SELECT seq, who, at FROM edit WHERE seq > ? ORDER BY seq').all(
    seq,
  ) as (Maker & {
    readonly seq: number
  })[]
  const makers = new Map(edits.map(({ seq: number, who, at }) => [number, { who, at }]))
  const sql = `SELECT table_name AS "table", row_id AS rowId, column_name AS "column", max(edit_seq) AS seq
    FROM change WHERE edit_seq > ? AND op <> 'delete' GROUP BY 1, 2, 3`
  const last = new Map<string, number>()
  for (const { table, rowId, column, seq: number } of prepared(db, sql).iterate(seq) as Iterable<Line>)
    last.set(`${table} ${column ?? ''} ${rowId}`, number)
  const changedBy: ChangedBy = (collection, id, field) => {
    const { name, columns } = tableFor(collection)
    const column = columns.find(known => known.field === field)?.column
    const found = last.get(`${name} ${column} ${id}`) ?? last.get(`${name}  ${id}`)
    return found === undefined ? undefined : makers.get(found)
  }
  return { changedBy, makers: [...makers.values()] }
}
