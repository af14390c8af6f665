import type { CollectionName, RowOf, Rows } from '../../../shared/model/snapshot.ts'
import { prepared, type ReadableDb, type WritableDb } from './database.ts'
import { type Table, tableFor, tables } from './tables.ts'

type Raw = Record<string, string | number | null>

/** All rows of a collection, in the order people expect. */
export function listRows<C extends CollectionName>(db: ReadableDb, collection: C): RowOf<C>[] {
  const table = tableFor(collection)
  const rows = prepared(db, `${fieldsOf(table)} ORDER BY ${table.orderBy}`).all() as Raw[]
  return withBooleans(table, rows) as RowOf<C>[]
}

/** Every collection at once. */
export function listAllRows(db: ReadableDb): Rows {
  return Object.fromEntries(tables.map(table => [table.collection, listRows(db, table.collection)])) as Rows
}

/** The row with this id, if it is there. */
export function findRow<C extends CollectionName>(
  db: ReadableDb,
  collection: C,
  id: string,
): RowOf<C> | undefined {
  const table = tableFor(collection)
  const raw = prepared(db, `${fieldsOf(table)} WHERE id = ?`).get(id) as Raw | undefined
  return raw && (withBooleans(table, [raw])[0] as RowOf<C>)
}

/** The rows with these ids that are there, by id: of many, a third of the time that asking for each would take. */
export function findRows<C extends CollectionName>(
  db: ReadableDb,
  collection: C,
  ids: readonly string[],
): Map<string, RowOf<C>> {
  const [first = ''] = ids
  if (ids.length === 1) {
    const row = findRow(db, collection, first)
    return new Map(row && [[first, row]])
  }
  const table = tableFor(collection)
  const sql = `${fieldsOf(table)} WHERE id IN (SELECT value FROM json_each(?))`
  const rows = withBooleans(table, prepared(db, sql).all(JSON.stringify(ids)) as Raw[])
  return new Map(rows.map(row => [String(row.id), row as RowOf<C>]))
}

/** Rows whose field has this value. The plus is for SQLite to plan this once, as in `listChanges`. */
export function listRowsWhere<C extends CollectionName>(
  db: ReadableDb,
  collection: C,
  field: keyof RowOf<C> & string,
  value: string,
): RowOf<C>[] {
  const table = tableFor(collection)
  const sql = `${fieldsOf(table)} WHERE "${columnOf(table, field)}" = +? ORDER BY ${table.orderBy}`
  return withBooleans(table, prepared(db, sql).all(value) as Raw[]) as RowOf<C>[]
}

/** Puts a whole row in. Runs inside an edit, as every write here. */
export function insertRow<C extends CollectionName>(db: WritableDb, collection: C, row: RowOf<C>): void {
  insertRaw(db, tableFor(collection), rowToTable(tableFor(collection), row))
}

/** Sets the given fields. Fields that are `undefined` stay as they are. */
export function updateRow<C extends CollectionName>(
  db: WritableDb,
  collection: C,
  id: string,
  fields: Partial<RowOf<C>>,
): void {
  const table = tableFor(collection)
  const given = Object.entries(fields).filter(([field, value]) => value !== undefined && field !== 'id')
  if (given.length === 0) return
  const raw = rowToTable(table, Object.fromEntries(given))
  const names = Object.keys(raw)
  const sql = `UPDATE "${table.name}" SET ${names.map(name => `"${name}" = ?`).join(', ')} WHERE id = ?`
  prepared(db, sql).run(...names.map(name => raw[name]), id)
}

/** The fields of `after` that differ from `before`: setting only those is quicker, and says what was meant. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const entries = Object.entries(after).filter(([field, value]) => value !== before[field as keyof T])
  return Object.fromEntries(entries) as Partial<T>
}

/** The fields that are given: in a call, one that is `undefined` was not said. */
export function definedFields<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> }
}

/** Takes a row out. */
export function deleteRow(db: WritableDb, collection: CollectionName, id: string): void {
  prepared(db, `DELETE FROM "${tableFor(collection).name}" WHERE id = ?`).run(id)
}

/** Inserts a row given by column names, as the change log keeps it. */
export function insertRaw(db: WritableDb, table: Table, raw: Raw): void {
  const names = Object.keys(raw)
  const sql = `INSERT INTO "${table.name}" (${names.map(name => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  prepared(db, sql).run(...names.map(name => raw[name]))
}

function columnOf(table: Table, field: string): string {
  return table.columns.find(column => column.field === field)!.column
}

const selects = new Map<Table, string>()

/** Asks for the columns by the names the model has for them: SQLite then makes the rows as they are wanted. */
function fieldsOf(table: Table): string {
  let select = selects.get(table)
  if (!select) {
    const names = table.columns.map(({ column, field }) => `"${column}" AS "${field}"`)
    select = `SELECT ${names.join(', ')} FROM "${table.name}"`
    selects.set(table, select)
  }
  return select
}

/** Rows read by `fieldsOf`, with truth in the place of 0 and 1. */
function withBooleans(table: Table, rows: Raw[]): Record<string, unknown>[] {
  const booleans = table.columns.filter(({ isBoolean }) => isBoolean)
  const finished: Record<string, unknown>[] = rows
  for (const { field } of booleans) for (const row of finished) row[field] = row[field] === 1
  return finished
}

/** A row as the model has it, from one as the table has it. */
export function rowFromTable(table: Table, raw: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    table.columns.map(({ field, column, isBoolean }) => [field, isBoolean ? raw[column] === 1 : raw[column]]),
  )
}

/** A row as the table has it, from one as the model has it. */
export function rowToTable(table: Table, row: object): Raw {
  const given = new Map<string, unknown>(Object.entries(row))
  const pairs = table.columns
    .filter(({ field }) => given.has(field))
    .map(({ field, column, isBoolean }) => [column, isBoolean ? Number(given.get(field)) : given.get(field)])
  return Object.fromEntries(pairs) as Raw
}
