import type { Rows } from '../../../shared/model/snapshot.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { prepared, type ReadableDb } from '../store/database.ts'
import { findTable } from '../store/tables.ts'
import { namesPeople, searched } from './columns.ts'
import { knownNamesOf, type Passage, placeOf } from './passage.ts'

const PAGE = 500

type RawChange = {
  readonly id: number
  readonly op: string
  readonly table: string
  readonly column: string | null
  readonly old: unknown
  readonly new: unknown
  readonly at: string
  readonly words: string
}

/**
 * What the history still holds although no row does: texts that were written over or removed, and the words of every edit. A
 * copy takes them along.
 */
export function* historyPassages(db: ReadableDb, rows: Rows): Generator<Passage> {
  const now = new Set<string>()
  for (const [collection, fields] of Object.entries(searched))
    for (const row of rows[collection as keyof Rows])
      for (const field of Object.keys(fields)) now.add((row as unknown as Record<string, string>)[field]!)
  const seen = new Set<string>()
  for (const change of changesOf(db)) {
    const table = findTable(change.table)
    const labels = table && searched[table.collection]
    if (!table || !labels) continue
    for (const [column, text] of textsOf(change)) {
      const field = table.columns.find(one => one.column === column)?.field
      if (!field || !labels[field] || now.has(text) || seen.has(text)) continue
      seen.add(text)
      const day = longDate(localDay(new Date(change.at)))
      yield {
        text,
        place: placeOf(`History: ${labels[field]} before ${day}`, { screen: 'history' }),
        namesPeople: namesPeople[table.collection]?.includes(field) ?? false,
      }
    }
  }
  const knownNames = knownNamesOf(rows)
  for (const { at, words } of editsOf(db))
    if (!seen.has(words)) {
      seen.add(words)
      yield {
        text: words,
        knownNames,
        place: placeOf(`History, ${longDate(localDay(new Date(at)))}`, { screen: 'history' }),
      }
    }
}

function* textsOf({ op, column, old, new: is }: RawChange): Generator<[column: string, text: string]> {
  for (const value of [old, is]) {
    if (typeof value !== 'string' || value === '') continue
    if (op === 'update') yield [column ?? '', value]
    else
      for (const [name, text] of Object.entries(JSON.parse(value) as Record<string, unknown>))
        if (typeof text === 'string' && text !== '') yield [name, text]
  }
}

/** A page at a time: an open query would keep others from writing. */
function* changesOf(db: ReadableDb): Generator<RawChange> {
  const sql = `SELECT change.id, op, table_name AS "table", column_name AS "column", old_value AS old, new_value AS new, at, words
    FROM change JOIN edit ON edit.seq = edit_seq WHERE change.id > ? ORDER BY change.id LIMIT ${PAGE}`
  for (let last = 0; ; ) {
    const page = prepared(db, sql).all(last) as RawChange[]
    if (page.length === 0) return
    yield* page
    last = page.at(-1)!.id
  }
}

function* editsOf(db: ReadableDb): Generator<{ at: string; words: string }> {
  for (let last = 0; ; ) {
    const sql = `SELECT seq, at, words FROM edit WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`
    const page = prepared(db, sql).all(last) as { seq: number; at: string; words: string }[]
    if (page.length === 0) return
    yield* page
    last = page.at(-1)!.seq
  }
}
