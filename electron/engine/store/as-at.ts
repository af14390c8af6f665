import type { CollectionName, Rows } from '../../../shared/model/snapshot.ts'
import type { Change } from './change-log.ts'
import { defaultsOf } from './check.ts'
import { prepared, type ReadableDb } from './database.ts'
import { listRows, rowFromTable } from './rows.ts'
import { type Table, tableFor, tables } from './tables.ts'

type RawRow = Record<string, unknown>
type Inverse = Pick<Change, 'op' | 'table' | 'rowId' | 'column' | 'old'>

/** A table's rows by id, and whether a row was put back whose place in the file is not known any more. */
type Past = {
  readonly rows: Map<string, RawRow>
  readonly defaults: RawRow
  hasRestored: boolean
}

/**
 * Every collection as it stood right after edit `seq`, in the order `listRows` gave it then. Later changes are taken
 * back in memory, last first; the file is only read. `later` are rows read at any time since: most collections are still
 * the same.
 */
export function rowsAsAt(db: ReadableDb, seq: number, later?: Rows): Rows {
  const touched = tablesTouchedAfter(db, seq)
  const past = new Map(
    tables.filter(({ name }) => touched.has(name)).map(table => [table.name, rowsNow(db, table)]),
  )
  for (const change of inversesAfter(db, seq)) takeBack(past, change)
  return Object.fromEntries(
    tables.map(table => {
      const { collection, name } = table
      const found = past.get(name)
      return [
        collection,
        found ? ordered(db, table, found, seq) : (later?.[collection] ?? listRows(db, collection)),
      ]
    }),
  ) as Rows
}

function tablesTouchedAfter(db: ReadableDb, seq: number): ReadonlySet<string> {
  const sql = 'SELECT DISTINCT table_name FROM change WHERE edit_seq > ?'
  return new Set(prepared(db, sql).pluck().all(seq) as string[])
}

/** The seal of edit `seq`; `null` when there is no such edit. Seals chain: the same seal means the same history up to it. */
export function sealAt(db: ReadableDb, seq: number): string | null {
  const hash = prepared(db, 'SELECT hash FROM edit WHERE seq = ?').pluck().get(seq)
  return (hash as string | undefined) ?? null
}

/** Rows as they were when they were first put in after edit `seq`. Reads the log when it is made. */
export function insertedAfter(
  db: ReadableDb,
  seq: number,
): (
  collection: CollectionName,
  id: string,
) => (Readonly<Record<string, unknown>> & { id: string }) | undefined {
  const sql = `SELECT table_name AS "table", row_id AS rowId, new_value AS json
    FROM change WHERE edit_seq > ? AND op = 'insert' ORDER BY edit_seq DESC, id DESC`
  const found = prepared(db, sql).all(seq) as { table: string; rowId: string; json: string }[]
  const first = new Map(found.map(({ table, rowId, json }) => [`${table} ${rowId}`, json]))
  return (collection, id) => {
    const table = tableFor(collection)
    const json = first.get(`${table.name} ${id}`)
    if (json === undefined) return undefined
    const row = rowFromTable(table, { ...defaultsOf(db, table), ...(JSON.parse(json) as RawRow) })
    return row as Readonly<Record<string, unknown>> & { id: string }
  }
}

function rowsNow(db: ReadableDb, table: Table): Past {
  const rows = prepared(db, `SELECT * FROM "${table.name}" ORDER BY rowid`).all() as RawRow[]
  return {
    rows: new Map(rows.map(row => [String(row.id), row])),
    defaults: defaultsOf(db, table),
    hasRestored: false,
  }
}

function inversesAfter(db: ReadableDb, seq: number): IterableIterator<Inverse> {
  // Without what rows became: of a plan of thousands that alone is megabytes.
  const sql = `SELECT op, table_name AS "table", row_id AS rowId, column_name AS "column", old_value AS old
    FROM change WHERE edit_seq > ? ORDER BY edit_seq DESC, id DESC`
  return prepared(db, sql).iterate(seq) as IterableIterator<Inverse>
}

function takeBack(past: Map<string, Past>, { op, table: name, rowId, column, old }: Inverse): void {
  const found = past.get(name)
  if (!found) throw new Error(`The change log names a table Ninefold does not know: ${name}`)
  if (op === 'insert') found.rows.delete(rowId)
  else if (op === 'delete') {
    found.rows.set(rowId, { ...found.defaults, ...(JSON.parse(old as string) as RawRow) })
    found.hasRestored = true
  } else {
    const row = found.rows.get(rowId)
    if (row) row[column ?? ''] = old
  }
}

function ordered(db: ReadableDb, table: Table, { rows, hasRestored }: Past, seq: number): unknown[] {
  const list = [...rows.values()]
  if (hasRestored) {
    const placeOf = placesAt(db, table, seq)
    list.sort((a, b) => (placeOf.get(String(a.id)) ?? 0) - (placeOf.get(String(b.id)) ?? 0))
  }
  // Where these are the same, the place in the file decides, and `list` is in that order.
  const keys = table.orderBy.split(', ').map(key => key.replaceAll('"', ''))
  const columns = keys.filter(key => key !== 'rowid')
  list.sort((a, b) => {
    const differing = columns.find(column => a[column] !== b[column])
    // Numbers and dates only, which this compares as SQLite does.
    return differing === undefined ? 0 : (a[differing] as string) < (b[differing] as string) ? -1 : 1
  })
  return list.map(row => rowFromTable(table, row))
}

/** A row goes to the end of its table each time it is put in: the log knows the order of that. */
function placesAt(db: ReadableDb, table: Table, seq: number): Map<string, number> {
  const sql = `SELECT row_id AS id, max(id) AS place FROM change
    WHERE edit_seq <= ? AND op = 'insert' AND table_name = ? GROUP BY row_id`
  const places = prepared(db, sql).all(seq, table.name) as { id: string; place: number }[]
  return new Map(places.map(({ id, place }) => [id, place]))
}
