import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import type { Beside } from './beside.ts'
import type { AnyRow } from './differences.ts'
import { find, type Reference, referencesOf } from './references.ts'

/** A row of the copy with its collection. */
export type Part = { readonly collection: CollectionName; readonly row: AnyRow }

/** Rows that are part of another: of which of those they name. */
const wholes: Partial<Record<CollectionName, readonly CollectionName[]>> = {
  updates: ['actions'],
  evidenceLinks: ['evidence', 'actions', 'areas'],
  votes: ['ratings'],
  ratings: ['rounds', 'areas'],
  measures: ['areas'],
  measurePoints: ['measures'],
  slips: ['rounds', 'areas'],
  slipAnswers: ['slips'],
  decisions: ['rounds'],
  participants: ['rounds', 'areas'],
  rooms: ['rounds', 'areas'],
  roomSteps: ['rounds', 'areas'],
  parked: ['rounds', 'areas'],
}

/** The new rows of a copy, sorted into those that stand by themselves and those that come with another. */
export type NewParts = {
  /** Rows that are not part of another new one. */
  readonly roots: readonly Part[]
  /** Everything new that is part of this row, and of those in turn. */
  partsOf(root: Part): readonly Part[]
  /** What of this row's parts names rows that are gone here. */
  lostOf(root: Part): readonly Reference[]
}

/** Sorts what is new in a copy. */
export function newPartsOf(beside: Beside): NewParts {
  const roots: Part[] = []
  const parts = new Map<string, Part[]>()
  const lost = new Map<string, Reference[]>()
  for (const { collection, was, there: row } of beside.changed) {
    if (was || beside.here[collection].has(row.id)) continue
    const named = referencesOf(collection, row)
    const owners = named.filter(
      reference => wholes[collection]?.includes(reference.collection) && beside.fresh(reference),
    )
    if (owners.length === 0) roots.push({ collection, row })
    const gone = named.filter(reference => !find(beside.here, reference) && !beside.fresh(reference))
    for (const owner of owners) {
      if (gone.length > 0) push(lost, keyOf(owner), ...gone)
      else push(parts, keyOf(owner), { collection, row })
    }
  }
  const partsOf = (root: Part): Part[] => {
    const own = parts.get(keyOf({ collection: root.collection, id: root.row.id })) ?? []
    return own.flatMap(part => [part, ...partsOf(part)])
  }
  return {
    roots,
    partsOf,
    lostOf: ({ collection, row }) => lost.get(keyOf({ collection, id: row.id })) ?? [],
  }
}

function keyOf({ collection, id }: Reference): string {
  return `${collection} ${id}`
}

function push<T>(groups: Map<string, T[]>, key: string, ...items: T[]): void {
  const group = groups.get(key)
  if (group) group.push(...items)
  else groups.set(key, items)
}
