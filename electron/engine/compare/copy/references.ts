import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import type { AnyRow, RowsById } from './differences.ts'

/** A row that another row names: without it the other cannot be in the workbook. */
export type Reference = { readonly collection: CollectionName; readonly id: string }

const named: Partial<Record<CollectionName, Readonly<Record<string, CollectionName>>>> = {
  ratings: { roundId: 'rounds', areaId: 'areas' },
  votes: { ratingId: 'ratings' },
  evidenceLinks: { evidenceId: 'evidence', areaId: 'areas', actionId: 'actions' },
  actions: { areaId: 'areas', statusId: 'statuses' },
  updates: { actionId: 'actions', statusId: 'statuses' },
  measures: { areaId: 'areas' },
  measurePoints: { measureId: 'measures' },
  slips: { roundId: 'rounds', areaId: 'areas' },
  slipAnswers: { slipId: 'slips' },
  // What was said of an action is kept when the action goes.
  decisions: { roundId: 'rounds' },
  participants: { roundId: 'rounds', areaId: 'areas' },
  rooms: { roundId: 'rounds', areaId: 'areas' },
  roomSteps: { roundId: 'rounds', areaId: 'areas' },
  parked: { roundId: 'rounds', areaId: 'areas' },
}

/** The rows this one names. Principles are the framework's and not rows. */
export function referencesOf(
  collection: CollectionName,
  row: Readonly<Record<string, unknown>>,
): Reference[] {
  return Object.entries(named[collection] ?? {}).flatMap(([field, target]) => {
    const id = row[field]
    return typeof id === 'string' ? [{ collection: target, id }] : []
  })
}

/** The row a reference names, if it is there. */
export function find(rows: RowsById, { collection, id }: Reference): AnyRow | undefined {
  return rows[collection].get(id)
}
