import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './database.ts'
import { migrate } from './migrations/list.ts'

type SchemaRow = {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
  readonly rootpage: number
}

const known = new Map<number, ReadonlyMap<string, string>>()

/**
 * What in the file's schema is not ours, in words; empty when every row of `sqlite_schema` equals our own DDL for
 * that version. The one control that stops a hostile workbook: a trigger, view or virtual table in a received file
 * would otherwise run (docs/decisions/workbook-file.md).
 */
export function foreignSchema(db: ReadableDb, version: number): string[] {
  const expected = expectedSchema(version)
  const rows = rowsOf(db)
  const actual = byKey(rows)
  const strange = rows.filter(row => expected.get(keyOf(row)) !== (row.sql ?? '')).map(keyOf)
  const missing = [...expected.keys()].filter(key => !actual.has(key))
  return [
    ...strange.map(key => `${key} is not Ninefold's`),
    ...missing.map(key => `${key} is missing`),
    ...(rows.length > actual.size ? ['something is there twice'] : []),
    ...misplaced(db, rows).map(key => `${key} lies where it cannot`),
  ]
}

/** Each has pages of its own: two in one place would be two readings of the same bytes. */
function misplaced(db: ReadableDb, rows: readonly SchemaRow[]): string[] {
  const last = db.pragma('page_count', { simple: true }) as number
  const taken = new Set<number>()
  return rows
    .filter(({ rootpage }) => !(rootpage > 1 && rootpage <= last) || taken.size === taken.add(rootpage).size)
    .map(keyOf)
}

function expectedSchema(version: number): ReadonlyMap<string, string> {
  const cached = known.get(version)
  if (cached) return cached
  const db = new Database(':memory:') as WritableDb
  migrate(db, version)
  const schema = byKey(rowsOf(db))
  db.close()
  known.set(version, schema)
  return schema
}

function rowsOf(db: ReadableDb): SchemaRow[] {
  return db.prepare('SELECT type, name, tbl_name, sql, rootpage FROM main.sqlite_schema').all() as SchemaRow[]
}

function byKey(rows: readonly SchemaRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(row => [keyOf(row), row.sql ?? '']))
}

function keyOf({ type, name, tbl_name }: SchemaRow): string {
  return `${type} ${name} on ${tbl_name}`
}
