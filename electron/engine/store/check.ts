import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from './change-log.ts'
import { listChanges } from './change-log.ts'
import type { ReadableDb } from './database.ts'
import { listEditsAfter, sealOf } from './edits.ts'
import { findTable, type Table, tables } from './tables.ts'

type RawRow = Record<string, unknown>

/** Some five milliseconds of work between two looks at what else is waiting. */
const EDITS_A_TURN = 100

/** One edit may hold thousands of changes: a paste, an import. */
const CHANGES_A_TURN = 2000

/**
 * What is wrong with the change log and the tables, a sentence each: every edit's seal is worked out again, and the
 * log is replayed from nothing and compared with the tables. SQLite checks structure; this checks content.
 */
export async function checkHistory(
  db: ReadableDb,
  signal?: AbortSignal,
): Promise<{ readonly problems: string[]; readonly editsChecked: number }> {
  const problems: string[] = []
  const replayed = new Map(tables.map(table => [table.name, new Map<string, RawRow>()]))
  let previous = ''
  let editsChecked = 0
  let waiting = 0
  for (;;) {
    // Edits made while this runs are taken in too; the comparison then follows in the same turn as the last look.
    const batch = listEditsAfter(db, editsChecked, EDITS_A_TURN)
    if (batch.length === 0) break
    for (const { hash, ...edit } of batch) {
      if (edit.seq <= editsChecked) {
        // A damaged table gives the same edits again, for ever.
        problems.push(
          `The history is damaged after change ${editsChecked}, so the rest could not be checked.`,
        )
        return { problems, editsChecked }
      }
      const changes = listChanges(db, edit.seq)
      if (edit.seq !== editsChecked + 1)
        problems.push(`Change ${editsChecked + 1} is missing from the history.`)
      if (sealOf(previous, edit, changes) !== hash) {
        problems.push(`Change ${edit.seq} in the history is not as it was written.`)
      }
      for (const change of changes) replay(replayed, change, problems)
      previous = hash
      editsChecked = edit.seq
      waiting += changes.length
      if (waiting < CHANGES_A_TURN) continue
      waiting = 0
      signal?.throwIfAborted()
      await nextTurn()
    }
    signal?.throwIfAborted()
    await nextTurn()
  }
  for (const table of tables) compare(db, table, replayed.get(table.name)!, problems)
  return { problems, editsChecked }
}

function replay(state: Map<string, Map<string, RawRow>>, change: Change, problems: string[]): void {
  const rows = findTable(change.table) && state.get(change.table)
  if (!rows) {
    problems.push(`The history names a part of the workbook that does not exist (${change.table}).`)
  } else if (change.op === 'insert') {
    rows.set(change.rowId, parseRow(change.new, problems))
  } else if (change.op === 'delete') {
    rows.delete(change.rowId)
  } else {
    rows.set(change.rowId, { ...rows.get(change.rowId), [change.column ?? '']: change.new })
  }
}

function compare(db: ReadableDb, table: Table, replayed: Map<string, RawRow>, problems: string[]): void {
  const actual = db.prepare(`SELECT * FROM "${table.name}"`).all() as RawRow[]
  const defaults = defaultsOf(db, table)
  for (const row of actual) {
    const logged = replayed.get(String(row.id))
    const expected = logged && { ...defaults, ...logged }
    const isSame = expected && table.columns.every(({ column }) => expected[column] === row[column])
    if (!isSame) problems.push(`A row of ${table.name} (${String(row.id)}) is not what the history says.`)
    replayed.delete(String(row.id))
  }
  for (const id of replayed.keys()) problems.push(`A row of ${table.name} (${id}) is missing.`)
}

/** A column that came with a migration is not in the log of older rows: there they have its default. */
export function defaultsOf(db: ReadableDb, table: Table): RawRow {
  const columns = db.pragma(`table_info("${table.name}")`) as { name: string; dflt_value: string | null }[]
  return Object.fromEntries(
    columns.map(({ name, dflt_value: sql }) => [
      name,
      sql === null ? null : db.prepare(`SELECT ${sql}`).pluck().get(),
    ]),
  )
}

function parseRow(json: unknown, problems: string[]): RawRow {
  try {
    return JSON.parse(String(json)) as RawRow
  } catch {
    problems.push('A row in the history cannot be read.')
    return {}
  }
}
