import type { Action } from '../../../shared/model/action.ts'
import { blankRating, type Rating } from '../../../shared/model/rating.ts'
import { type CollectionName, collections } from '../../../shared/model/snapshot.ts'
import { whyNotEmbedded } from '../../../shared/rules/closing.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { AnyRow } from '../compare/copy/differences.ts'
import { referencesOf } from '../compare/copy/references.ts'
import { settleRating } from '../handlers/rating.ts'
import { requirePrinciple } from '../handlers/require-row.ts'
import { assertOpen } from '../handlers/round.ts'
import { inputTroubleOf } from '../input-trouble.ts'
import type { Session } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { insertActions } from '../store/insert-actions.ts'
import { nextRef } from '../store/refs.ts'
import { changedFields, deleteRow, findRow, insertRow, listRows, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import type { RowPlan } from './gather-writes.ts'

/** Moments that a comparison leaves to whoever writes. */
const MOMENTS = ['createdAt', 'updatedAt', 'addedAt', 'readAt'] as const

/** What a signed-off round takes no more. Boards meet later, and files come back later. */
const OF_ROUND: ReadonlySet<CollectionName> = new Set(['ratings', 'slips'])

/**
 * Writes what was accepted. Runs inside an edit: a row that breaks a rule of the model is refused by name, and then
 * nothing of any row stays.
 */
export function writeRows(session: Session, db: WritableDb, plans: readonly RowPlan[], at: string): void {
  const signedOff = listRows(db, 'rounds').filter(round => round.state === 'signed-off')
  const closed = new Map(signedOff.map(round => [round.id as string, round]))
  const written = plans.filter(({ op }) => op !== 'delete')
  for (const plan of written) {
    const before = findRow(db, plan.collection, plan.id) as AnyRow | undefined
    const start = before ?? plan.row
    if (!start) throw gone(nameOf(plan))
    const row = plan.op === 'insert' ? plan.row! : { ...start, ...plan.fields }
    const round = closed.get(String(row.roundId))
    if (round && OF_ROUND.has(plan.collection)) inWords(nameOf(plan), () => assertOpen(round))
    put(session, db, plan, row, before, at)
  }
  for (const id of actionsSpokenOf(plans))
    if (findRow(db, 'actions', id)) updateRow(db, 'actions', id, { updatedAt: at })
  // Only ties and votes: nothing else is ever taken away, so nothing hangs on these.
  for (const { op, collection, id } of plans) if (op === 'delete') deleteRow(db, collection, id)
  for (const plan of written) assertComplete(db, plan)
}

function put(
  session: Session,
  db: WritableDb,
  plan: RowPlan,
  given: AnyRow,
  before: AnyRow | undefined,
  at: string,
): void {
  const row = checked(session, plan, complete(db, plan, given, at))
  // The order of the type checker: which collection it is, is only known as the program runs.
  const collection = plan.collection as 'actions'
  if (before) updateRow(db, collection, plan.id, changedFields(before as Action, row as Action))
  else if (plan.collection === 'actions') insertActions(db, [row as Action])
  else insertRow(db, collection, row as Action)
}

function complete(db: WritableDb, { collection, op }: RowPlan, row: AnyRow, at: string): AnyRow {
  const filled: Record<string, unknown> = { ...row }
  for (const field of MOMENTS) if (filled[field] === '') filled[field] = at
  if (op !== 'insert' && collection === 'actions') filled.updatedAt = at
  if (op === 'insert' && (collection === 'actions' || collection === 'evidence')) {
    const table = collection === 'actions' ? 'action' : 'evidence'
    // A number that is taken here was given to something else meanwhile.
    filled.ref = Math.max(row.ref as number, nextRef(db, table))
  }
  return filled as AnyRow
}

/** The row as the model keeps it, or a sentence that names it. */
function checked(session: Session, plan: RowPlan, row: AnyRow): AnyRow {
  const settled = inWords(nameOf(plan), () =>
    plan.collection === 'ratings' ? settledRating(row as unknown as Rating, plan.fields) : row,
  )
  const parsed = collections[plan.collection].safeParse(settled)
  if (!parsed.success) {
    const trouble = inputTroubleOf({ data: { issues: parsed.error.issues } })
    throw new Trouble('REFUSED', `${nameOf(plan)}: ${trouble?.message ?? 'This cannot be kept.'}`)
  }
  inWords(nameOf(plan), () => assertRules(session, plan.collection, parsed.data as unknown as AnyRow))
  return parsed.data as unknown as AnyRow
}

function settledRating(rating: Rating, fields: RowPlan['fields']): AnyRow {
  return settleRating({ ...blankRating(rating), ...rating }, fields) as unknown as AnyRow
}

function assertRules(session: Session, collection: CollectionName, row: AnyRow): void {
  if (typeof row.principleId === 'string') requirePrinciple(session, row.principleId)
  const why = collection === 'actions' ? whyNotEmbedded(row as unknown as Action) : null
  if (why) throw new Trouble('REFUSED', why)
}

/** When all is written: what a row names may have come in with it, or gone. */
function assertComplete(db: WritableDb, plan: RowPlan): void {
  const { collection, id } = plan
  const row = findRow(db, collection, id) as AnyRow | undefined
  if (!row) throw gone(nameOf(plan))
  // SQLite would refuse a row that names one that is missing as well, but not in words.
  for (const named of referencesOf(collection, row))
    if (!findRow(db, named.collection, named.id)) throw gone(nameOf(plan))
}

/** A rule says what is wrong; the name says of what. */
function inWords<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Trouble) throw new Trouble('REFUSED', `${name}: ${error.message}`, error.data)
    throw error
  }
}

/** A new line of progress is news of its action. */
function actionsSpokenOf(plans: readonly RowPlan[]): Set<string> {
  const updates = plans.filter(({ collection, op }) => collection === 'updates' && op === 'insert')
  return new Set(updates.map(({ row }) => String(row!.actionId)))
}

/** What was accepted that came to a row: with many, the first few. */
function nameOf({ names }: RowPlan): string {
  return listOf(names, 3)
}

function gone(name: string): Trouble {
  return new Trouble(
    'REFUSED',
    `${name}: what it belongs to is not in the workbook, so nothing was applied. Accept that as well, or refuse this.`,
  )
}
