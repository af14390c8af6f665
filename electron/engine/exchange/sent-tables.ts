import { createHash } from 'node:crypto'
import type { Action } from '../../../shared/model/action.ts'
import { ratingIdOf } from '../../../shared/model/rating-id.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { actionColumns } from './board/action-columns.ts'
import { planCell } from './board/action-plan.ts'
import type { SheetFacts } from './board/board-facts.ts'
import { ratingCell, ratingColumns } from './board/ratings.ts'
import { columnsForOwner, planToFillIn, ratingsToFillIn, slipCell, slipColumns } from './fill-in/columns.ts'
import type { Book, Cell, Column } from './sheet-model.ts'

/** What of a sent file decides which tables it holds. */
export type SentAs = Pick<SentFile, 'kind' | 'view' | 'forWhom' | 'hasRatings' | 'areaId'>

/** A table as it was sent: its cells as values, formulas worked out; an empty cell is `null`. */
export type SentTable = {
  readonly kind: 'plan' | 'ratings' | 'slip'
  readonly columns: readonly Column[]
  readonly rows: readonly SentRow[]
}

/** `id` is that of the action or the rating, or of a slip the principle; cells go by column. */
export type SentRow = { readonly id: string; readonly cells: readonly Cell[] }

/** Columns that depend on the clock of the computer that shows them, and so are in no fingerprint. */
const ON_THE_CLOCK = new Set(['updated'])

/**
 * What a file that was sent held, from facts of the rows as they were then, on the day it was made. The sheets are
 * written from the same functions, so this is what its reader saw.
 */
export function sentTables(facts: SheetFacts, sent: SentAs): SentTable[] {
  const { columns } = facts.input.framework.actionPlan
  switch (sent.kind) {
    case 'board':
      return [
        planTable(facts, sent, actionColumns(columns, sent.view)),
        ratingsTable(facts, ratingColumns(sent.view)),
      ]
    case 'plan': {
      const plan = planTable(facts, sent, planToFillIn(columns))
      return sent.hasRatings ? [plan, ratingsTable(facts, ratingsToFillIn())] : [plan]
    }
    case 'owner':
      return [planTable(facts, sent, columnsForOwner(columns))]
    case 'slip':
      return [slipTable(facts)]
    case 'full':
    case 'light':
    case 'redacted':
      return []
  }
}

/** The actions of a file: all of them, or of an owner's those that were open and theirs. */
export function sentActions(facts: SheetFacts, sent: Pick<SentAs, 'kind' | 'forWhom'>): readonly Action[] {
  return sent.kind === 'owner' ? facts.openActionsOf(sent.forWhom) : facts.actions
}

/** SHA-256 over every cell of the tables by row and column, hexadecimal: the order of rows and columns is no matter. */
export function fingerprintOf(tables: readonly SentTable[]): string {
  const hash = createHash('sha256')
  for (const { kind, columns, rows } of tables) {
    const order = columns
      .map(({ id }, index) => ({ id, index }))
      .filter(({ id }) => !ON_THE_CLOCK.has(id))
      .sort((a, b) => compare(a.id, b.id))
    for (const row of [...rows].sort((a, b) => compare(a.id, b.id)))
      hash.update(`${JSON.stringify([kind, row.id, order.map(({ id, index }) => [id, row.cells[index]])])}\n`)
  }
  return hash.digest('hex')
}

/** The marks of the file these facts are made into; `null` of one that is not sent. */
export function sentOf(facts: SheetFacts): Book['sent'] {
  const { sent } = facts.input
  if (!sent) return null
  const tables = sentTables(facts, sent)
  const editable = tables.filter(table => table.kind !== 'ratings' || sent.hasRatings)
  return {
    marks: { ...sent, fingerprint: fingerprintOf(tables) },
    rowCount: editable.reduce((sum, table) => sum + table.rows.length, 0),
  }
}

function planTable(facts: SheetFacts, sent: SentAs, columns: readonly Column[]): SentTable {
  return {
    kind: 'plan',
    columns,
    rows: sentActions(facts, sent).map(action => ({
      id: action.id,
      cells: columns.map(column => filled(planCell(column.id, action, facts))),
    })),
  }
}

function ratingsTable(facts: SheetFacts, columns: readonly Column[]): SentTable {
  const rows = facts.areas.flatMap(area =>
    facts.principles.map(principle => ({
      id: ratingIdOf(facts.round.id, area.id, principle.id),
      cells: columns.map(column => filled(ratingCell(column.id, area, principle, facts))),
    })),
  )
  return { kind: 'ratings', columns, rows }
}

function slipTable(facts: SheetFacts): SentTable {
  const columns = slipColumns(facts)
  const rows = facts.principles.map(principle => ({
    id: principle.id,
    cells: columns.map(column => slipCell(column.id, principle)),
  }))
  return { kind: 'slip', columns, rows }
}

function filled(cell: Cell): Cell {
  return cell === '' ? null : cell
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
