import { FIXED_IN_PLAN } from '../../exchange/fill-in/columns.ts'
import type { ReadRow } from '../../exchange/returned/read-book.ts'
import { listed } from '../lists.ts'
import { shownIn, showsAsSent } from '../sheet-cell.ts'
import { textIn } from './find-columns.ts'
import type { MatchedRow } from './match-rows.ts'

/** A matched row and where its columns stand. */
export type PlacedRow = MatchedRow & {
  readonly at: ReadonlyMap<string, number>
  /** Which of the plans in the file it stands in, from 0. */
  readonly table: number
  /** A further row about an action that another row is nearer to. */
  readonly isTwin: boolean
  /** How many rows of the file are about its action and differ. */
  readonly rowsInFile: number
}

/** Rows of one action each, further rows of an action to hold against the first, and rows that are copies made into new ones. */
export type Untwinned = {
  readonly rows: readonly PlacedRow[]
  readonly copies: readonly PlacedRow[]
  readonly remarks: readonly string[]
}

/**
 * Of rows about one action the one nearest to what was sent is the row. One that says the same is left out, one with
 * other words or another place is a new action, and any other is held against the first.
 */
export function untwinned(rows: readonly PlacedRow[], refOfId: (id: string) => string): Untwinned {
  const byAction = new Map<string, PlacedRow[]>()
  for (const row of rows) {
    const known = byAction.get(row.actionId)
    if (known) known.push(row)
    else byAction.set(row.actionId, [row])
  }
  const kept: PlacedRow[] = []
  const copies: PlacedRow[] = []
  const same: string[] = []
  for (const [actionId, group] of byAction) {
    if (group.length === 1) {
      kept.push(group[0]!)
      continue
    }
    const distances = group.map(distance)
    const nearest = group[distances.indexOf(Math.min(...distances))]!
    const twins: PlacedRow[] = []
    for (const row of group) {
      if (row === nearest) continue
      if (saysTheSame(row, nearest)) same.push(refOfId(actionId))
      else if (isAnother(row, nearest)) copies.push(row)
      else twins.push(row)
    }
    const rowsInFile = twins.length + 1
    kept.push({ ...nearest, rowsInFile }, ...twins.map(row => ({ ...row, isTwin: true, rowsInFile })))
  }
  const names = [...new Set(same)]
  return {
    rows: kept,
    copies,
    remarks:
      names.length === 0
        ? []
        : [
            `${listed(names)} ${names.length === 1 ? 'stands' : 'stand'} in it more than once with the same cells; one row each was read.`,
          ],
  }
}

function distance({ row, at, base, sent }: PlacedRow): number {
  if (!sent) return 0
  let different = 0
  base.plan.columns.forEach((column, number) => {
    const index = at.get(column.id)
    if (index !== undefined && !showsAsSent(row.cells.get(index), sent.cells[number] ?? null)) different++
  })
  return different
}

/** Columns that tell one action from another of the same words. */
const WHOSE = ['action', 'place', 'principle'] as const

function isAnother(row: PlacedRow, than: PlacedRow): boolean {
  return WHOSE.some(id => textIn(row.row, row.at, id) !== textIn(than.row, than.at, id))
}

/** Not in its reference or what is worked out: a copied row has those of where it came from. */
function saysTheSame(row: PlacedRow, other: PlacedRow): boolean {
  const ids = [...row.at.keys()].filter(id => !FIXED_IN_PLAN.has(id))
  return ids.every(id => shown(row.row, row.at, id) === shown(other.row, other.at, id))
}

function shown(row: ReadRow, at: ReadonlyMap<string, number>, id: string): string {
  const index = at.get(id)
  return shownIn(index === undefined ? undefined : row.cells.get(index))
}
