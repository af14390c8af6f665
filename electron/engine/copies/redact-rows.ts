import type { CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import {
  mayGoOut,
  minorityTypeToSend,
  namesLeftOut,
  planNamesOf,
  votesToSend,
} from '../../../shared/rules/copies.ts'
import { shownVotes } from '../../../shared/rules/select.ts'
import type { ReadableDb } from '../store/database.ts'
import { rowToTable } from '../store/rows.ts'
import { tableFor } from '../store/tables.ts'
import { allowed, type ColumnRule } from './allowed.ts'
import { NAME_LEFT_OUT, type WithoutMentions, withoutMentions } from './mentions.ts'

/** A row by the columns of its table. */
export type RawRow = Readonly<Record<string, string | number | null>>

/** The rows of one table of a redacted copy. */
export type RedactedTable = { readonly name: string; readonly rows: readonly RawRow[] }

const LONGEST_LINE = 1000

/**
 * The rows a redacted copy holds, from the allow-list alone: what is not on it is not even read. `made` is what the copy
 * says of itself.
 */
export function redactedTables(
  db: ReadableDb,
  rows: Rows,
  request: Pick<CopyRequest, 'hasPlanNames'>,
  made: { readonly uid: string; readonly at: string },
): RedactedTable[] {
  const shown = votesToSend(shownVotes(rows))
  const names = [...namesLeftOut(rows), ...(request.hasPlanNames ? [] : planNamesOf(rows))]
  const context: Context = {
    ...request,
    going: new Set(rows.evidence.filter(mayGoOut).map(({ id }) => id)),
    hashes: new Set(rows.evidence.filter(mayGoOut).map(({ contentHash }) => contentHash)),
    clean: withoutMentions(rows, names),
    workedOut: {
      workbook: { uid: made.uid, created_at: made.at },
    },
    minority: new Map(
      rows.ratings.map(rating => [rating.id, minorityTypeToSend(rating, shown)] as [string, string | null]),
    ),
  }
  return Object.entries(allowed).map(([name, columns]) => ({
    name,
    rows:
      name === 'vote'
        ? shown.map(vote => rowToTable(tableFor('votes'), vote) as RawRow)
        : readTable(db, name, columns, context),
  }))
}

type Context = Pick<CopyRequest, 'hasPlanNames'> & {
  readonly going: ReadonlySet<string>
  readonly hashes: ReadonlySet<string>
  readonly clean: WithoutMentions
  readonly workedOut: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly minority: ReadonlyMap<string, string | null>
}

function readTable(
  db: ReadableDb,
  name: string,
  columns: Readonly<Record<string, ColumnRule>>,
  context: Context,
): RawRow[] {
  // A column whose value is not wanted is not read either.
  const read = Object.keys(columns).filter(column => !isLeftOut(columns[column]!))
  const sql = `SELECT ${read.map(column => `"${column}"`).join(', ')} FROM "${name}" ORDER BY rowid`
  const found = db.prepare(sql).all() as RawRow[]
  return found
    .filter(row => goesOut(name, row, context))
    .map(row =>
      Object.fromEntries(
        Object.entries(columns).map(([column, rule]) => [column, cellOf(name, column, rule, row, context)]),
      ),
    )
}

function goesOut(name: string, row: RawRow, { going, hashes }: Context): boolean {
  if (name === 'evidence') return going.has(String(row.id))
  if (name === 'evidence_link') return going.has(String(row.evidence_id))
  if (name === 'left_out_file') return hashes.has(String(row.id))
  return true
}

function cellOf(
  table: string,
  column: string,
  rule: ColumnRule,
  row: RawRow,
  context: Context,
): string | number | null {
  if (isLeftOut(rule)) return rule.leftOut
  const value = row[column] ?? null
  if (rule === 'worked-out')
    return table === 'rating'
      ? (context.minority.get(String(row.id)) ?? null)
      : context.workedOut[table]![column]!
  if (typeof value !== 'string' || rule === 'keep') return value
  if (rule === 'name') return context.hasPlanNames || value.trim() === '' ? value : nameFor(column)
  const cleaned = context.clean(value)
  return rule === 'line' && cleaned !== value ? cleaned.slice(0, LONGEST_LINE) : cleaned
}

/** Whoever checked must not be taken for the owner. */
function nameFor(column: string): string {
  return column === 'verified_by' ? '[another name left out]' : NAME_LEFT_OUT
}

function isLeftOut(rule: ColumnRule): rule is Exclude<ColumnRule, string> {
  return typeof rule !== 'string'
}
