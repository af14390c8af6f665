import type { Action } from '../../../shared/model/action.ts'
import type { EditAbout } from '../../../shared/model/edit.ts'
import type { ReviewFile } from '../../../shared/model/review.ts'
import type { CollectionName } from '../../../shared/model/snapshot.ts'
import { count } from '../../../shared/text/dates.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { ReadableDb } from '../store/database.ts'
import { findRow } from '../store/rows.ts'
import type { Accepted } from './decide.ts'
import type { RowPlan } from './gather-writes.ts'

/** Files a line of history names before it only counts. */
const NAMED = 2

/** New things by the kind of row, in the order they are said. */
const kinds: readonly (readonly [CollectionName, string, many?: string])[] = [
  ['actions', 'new action'],
  ['updates', 'new update'],
  ['evidence', 'new item of evidence', 'new items of evidence'],
  ['slips', 'rating slip'],
]

/** What applying did, as history says it: `Took in 8 changes and 1 new action from “…”, sent to Sunita Rao`. */
export function applyWords(
  accepted: readonly Accepted[],
  refused: number,
  files: readonly ReviewFile[],
): string {
  const taken = takenWords(accepted)
  if (taken) return `Took in ${taken} from ${filesWords(files)}`
  if (refused > 0) return `Refused ${count(refused, 'change')} from ${filesWords(files)}`
  return `Noted that nothing was changed in ${filesWords(files)}`
}

function takenWords(accepted: readonly Accepted[]): string {
  const changes = accepted.filter(({ kind }) => kind === 'change').length
  const added = new Map<string, number>()
  for (const { compared } of accepted) {
    if (!('addition' in compared)) continue
    const { collection } = compared.addition
    const kind = kinds.some(([known]) => known === collection) ? collection : ''
    added.set(kind, (added.get(kind) ?? 0) + 1)
  }
  const parts = [
    ...(changes > 0 ? [count(changes, 'change')] : []),
    ...kinds.flatMap(([kind, one, many]) => {
      const number = added.get(kind) ?? 0
      return number > 0 ? [count(number, one, many)] : []
    }),
    ...(added.has('') ? [count(added.get('')!, 'new row')] : []),
  ]
  return parts.length > 0 ? listOf(parts) : ''
}

function filesWords(files: readonly ReviewFile[]): string {
  const [only] = files
  if (files.length === 1 && only) return [nameOf(only), ...whomWords(only)].join(', ')
  const named = files.slice(0, NAMED).map(file => {
    const [whom] = whomWords(file)
    return whom ? `${nameOf(file)} (${whom})` : nameOf(file)
  })
  const more = files.length - named.length
  return listOf([...named, ...(more > 0 ? [count(more, 'more file', 'more files')] : [])])
}

function whomWords({ forWhom, kind }: ReviewFile): string[] {
  if (!forWhom) return []
  return [kind === 'copy' ? `changed by ${forWhom}` : `sent to ${forWhom}`]
}

function nameOf({ name, kind }: ReviewFile): string {
  return kind === 'copy' ? `the copy “${name}”` : `“${name}”`
}

/** What the edit is about, when all of it is about one action or one rating, so that history finds it there. */
export function aboutOf(db: ReadableDb, plans: readonly RowPlan[]): EditAbout {
  const actions = new Set(plans.map(plan => actionOf(db, plan)))
  const [actionId] = actions
  const action = actions.size === 1 && actionId ? actionWith(db, plans, actionId) : undefined
  if (action) return { actionId: action.id, areaId: action.areaId, principleId: action.principleId }
  const [plan] = plans
  const rating =
    plans.length === 1 && plan?.collection === 'ratings' ? findRow(db, 'ratings', plan.id) : undefined
  return rating ? { areaId: rating.areaId, principleId: rating.principleId } : {}
}

/** A new action is not in the workbook yet. */
function actionWith(db: ReadableDb, plans: readonly RowPlan[], id: string): Action | undefined {
  const added = plans.find(plan => plan.collection === 'actions' && plan.op === 'insert' && plan.id === id)
  return added ? (added.row as unknown as Action) : findRow(db, 'actions', id)
}

function actionOf(db: ReadableDb, { collection, id, row }: RowPlan): string | null {
  if (collection === 'actions') return id
  if (collection !== 'updates' && collection !== 'evidenceLinks') return null
  const known = row ?? (findRow(db, collection, id) as { actionId?: unknown } | undefined)
  return typeof known?.actionId === 'string' ? known.actionId : null
}
