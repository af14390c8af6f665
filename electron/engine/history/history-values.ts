import type { HistoryValue, HistoryValues } from '../../../shared/contract/history.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import type { CopyColumn } from '../compare/copy/column.ts'
import { columnsOf } from '../compare/copy/columns.ts'
import { type AnyRow, byId } from '../compare/copy/differences.ts'
import { namesOf } from '../compare/copy/names.ts'
import { subjectsOf } from '../identifiers/passage.ts'
import type { Session } from '../session.ts'
import { type Change, listChanges } from '../store/change-log.ts'
import { listAllRows, rowFromTable } from '../store/rows.ts'
import { findTable, type Table } from '../store/tables.ts'

/** So many values of one edit are listed. */
const MOST = 200

/** Hands and slips: what history never shows, before a reveal or after it (RM10, RM13, RM16). */
const HIDDEN = new Set(['vote', 'slip', 'slip_answer'])

/** A reader of what edits changed, over the workbook as it is now: it is the same for every edit of a list. */
export function historyValues(session: Session, rows: Rows = listAllRows(session.db)) {
  const { framework, db } = session
  const columns = columnsOf(framework)
  const here = byId(rows)
  const names = namesOf(framework, here, here)
  const subject = subjectsOf(rows, framework)

  function valuesOfRow(table: Table, changes: readonly Change[]): HistoryValue[] {
    const [{ rowId }] = changes as readonly [Change]
    const now = here[table.collection].get(rowId)
    const { was, is, touched } = sidesOf(table, changes, now)
    const about = aboutRow(table, is ?? was ?? { id: rowId })
    return (columns[table.collection] ?? [])
      .filter(({ fields }) => fields.some(field => touched.has(field)))
      .map(column => ({
        subject: about,
        field: column.header,
        was: shown(column, was),
        is: shown(column, is),
      }))
      .filter(value => value.was !== value.is)
  }

  /** Many files go out in one edit, and their names alone tell them apart. */
  const aboutRow = (table: Table, row: AnyRow): string =>
    table.collection === 'sentFiles' ? String(row.fileName) : subject(table.collection, row).words

  const shown = (column: CopyColumn, row: AnyRow | null) => (row ? column.show(row, names).text : '')

  return (seq: number): HistoryValues => {
    const changes = listChanges(db, seq)
    const seen = changes.filter(({ table }) => !HIDDEN.has(table))
    const values = [...byRow(seen).values()].flatMap(some => {
      const table = findTable(some[0]!.table)
      return table ? valuesOfRow(table, some) : []
    })
    return {
      values: values.slice(0, MOST),
      more: Math.max(0, values.length - MOST),
      isHidden: seen.length < changes.length,
    }
  }
}

type Sides = {
  readonly was: AnyRow | null
  readonly is: AnyRow | null
  readonly touched: ReadonlySet<string>
}

/**
 * A row before an edit and after it, as far as the edit says: what it did not touch is as it is now. A level that moved was
 * a level of a rated principle.
 */
function sidesOf(table: Table, changes: readonly Change[], now: AnyRow | undefined): Sides {
  const base: Record<string, unknown> = {
    ...now,
    ...(table.collection === 'ratings' ? { state: 'rated' } : {}),
  }
  const sides: { was: Record<string, unknown> | null; is: Record<string, unknown> | null } = {
    was: { ...base },
    is: { ...base },
  }
  const touched = new Set<string>()
  for (const change of changes) {
    if (change.op === 'insert') {
      if (touched.size === 0) sides.was = null
      sides.is = wholeRow(table, change.new)
    } else if (change.op === 'delete') {
      sides.is = null
      if (sides.was && touched.size === 0) sides.was = wholeRow(table, change.old)
    } else {
      const column = table.columns.find(one => one.column === change.column)
      if (!column) continue
      const value = (raw: unknown) => (column.isBoolean ? raw === 1 : raw)
      if (sides.was && !touched.has(column.field)) sides.was[column.field] = value(change.old)
      if (sides.is) sides.is[column.field] = value(change.new)
      touched.add(column.field)
      continue
    }
    for (const { field } of table.columns) touched.add(field)
  }
  return { was: sides.was as AnyRow | null, is: sides.is as AnyRow | null, touched }
}

function wholeRow(table: Table, json: unknown): Record<string, unknown> {
  return rowFromTable(table, JSON.parse(json as string)) as Record<string, unknown>
}

function byRow(changes: readonly Change[]): Map<string, Change[]> {
  const rows = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.table} ${change.rowId}`
    rows.set(key, [...(rows.get(key) ?? []), change])
  }
  return rows
}
