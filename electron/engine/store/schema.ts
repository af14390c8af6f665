import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './database.ts'
import { migrate } from './migrations/list.ts'

type SchemaRow = {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

const known = new Map<number, ReadonlyMap<string, string>>()

/**
 * What in the file's schema is not ours, in words; empty when every row of `sqlite_schema` equals our own DDL for
 * that version. The one control that stops a hostile workbook: a trigger, view or virtual table in a received file
 * would otherwise run (docs/decisions/workbook-file.md).
 */
export function foreignSchema(db: ReadableDb, version: number): string[] {
  const expected = expectedSchema(version)
  const actual = schemaOf(db)
  const strange = [...actual].filter(([key, sql]) => expected.get(key) !== sql).map(([key]) => key)
  const missing = [...expected.keys()].filter(key => !actual.has(key))
  return [...strange.map(key => `${key} is not Ninefold's`), ...missing.map(key => `${key} is missing`)]
}

function expectedSchema(version: number): ReadonlyMap<string, string> {
  const cached = known.get(version)
  if (cached) return cached
  const db = new Database(':memory:') as WritableDb
  migrate(db, version)
  const schema = schemaOf(db)
  db.close()
  known.set(version, schema)
  return schema
}

function schemaOf(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM main.sqlite_schema').all() as SchemaRow[]
  return new Map(rows.map(row => [`${row.type} ${row.name} on ${row.tbl_name}`, row.sql ?? '']))
}
