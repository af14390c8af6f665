import type { ComparedChange, RowWrite } from '../comparison.ts'
import { type Beside, subjectOf } from './beside.ts'
import { words } from './column.ts'
import type { AnyRow } from './differences.ts'
import { makeChange } from './make-change.ts'
import type { Names } from './names.ts'
import { insertOf } from './new-rows.ts'
import { find, referencesOf } from './references.ts'

/** The three lists of what an item of evidence covers and backs. */
export const tieKinds = [
  { id: 'areas', header: 'Places', field: 'areaId' },
  { id: 'principles', header: 'Principles', field: 'principleId' },
  { id: 'actions', header: 'Actions', field: 'actionId' },
] as const

type TieKind = (typeof tieKinds)[number]

/** What was tied and untied there, per item: what was added stays added on both sides, so that nothing conflicts. */
type Tying = { readonly tied: AnyRow[]; readonly untied: AnyRow[] }

/** What a link ties its item to, in words. */
export function targetOf(names: Names, link: AnyRow): string {
  if (typeof link.principleId === 'string') return names.principle(link.principleId)
  if (typeof link.actionId === 'string') return names.of({ collection: 'actions', id: link.actionId })
  return names.of({ collection: 'areas', id: String(link.areaId) })
}

/** Changes to what items of evidence that are here are tied to. */
export function tieChanges(beside: Beside): ComparedChange[] {
  const linksHere = groupByItem(beside.here.evidenceLinks.values())
  const tyings = tyingsOf(beside, linksHere)
  return [...tyings].flatMap(([evidenceId, tying]) =>
    tieKinds.flatMap(kind => tieChange(beside, evidenceId, kind, tying, linksHere.get(evidenceId) ?? [])),
  )
}

function tieChange(
  beside: Beside,
  evidenceId: string,
  kind: TieKind,
  tying: Tying,
  here: readonly AnyRow[],
): ComparedChange[] {
  const mine = (link: AnyRow) => link[kind.field] !== null
  const tied = tying.tied.filter(mine)
  const untied = tying.untied.filter(mine)
  if (tied.length === 0 && untied.length === 0) return []
  const now = here.filter(mine)
  const gone = new Set(untied.map(link => link.id))
  const after = [...now.filter(link => !gone.has(link.id)), ...tied]
  const there = beside.other.rows.evidenceLinks as unknown as readonly AnyRow[]
  const fresh = new Set(
    beside.other.differences.changed.filter(({ was }) => !was).map(({ there: { id } }) => id),
  )
  const sent = [
    ...there.filter(link => link.evidenceId === evidenceId && mine(link) && !fresh.has(link.id)),
    ...untied,
  ]
  const show = (links: readonly AnyRow[]) =>
    words(
      links
        .map(link => targetOf(beside.names, link))
        .sort()
        .join(', '),
    )
  const writes: RowWrite[] = [
    ...untied.map(link => ({ op: 'delete', collection: 'evidenceLinks', id: link.id }) as const),
    ...tied.map(link => insertOf('evidenceLinks', link)),
  ]
  const item = beside.here.evidence.get(evidenceId)!
  return [
    makeChange(beside, {
      subject: subjectOf(beside, 'evidence', item),
      column: kind,
      cells: tied.map(link => ['evidenceLinks', link.id, kind.field] as const),
      sentWrites: null,
      isConflict: false,
      sent: show(sent),
      now: show(now),
      there: show(after),
      writes,
      remarks: [],
      refusal: '',
    }),
  ]
}

function tyingsOf(beside: Beside, linksHere: ReadonlyMap<string, readonly AnyRow[]>): Map<string, Tying> {
  const tyings = new Map<string, Tying>()
  const tyingOf = (evidenceId: string): Tying => {
    const tying = tyings.get(evidenceId) ?? { tied: [], untied: [] }
    tyings.set(evidenceId, tying)
    return tying
  }
  const isTied = (link: AnyRow) =>
    (linksHere.get(String(link.evidenceId)) ?? []).some(known =>
      tieKinds.every(({ field }) => known[field] === link[field]),
    )
  for (const { collection, was, there: link } of beside.changed) {
    if (collection !== 'evidenceLinks' || was || isTied(link)) continue
    const isWhole = referencesOf(collection, link).every(reference => find(beside.here, reference))
    if (isWhole) tyingOf(String(link.evidenceId)).tied.push(link)
  }
  const idsThere = {
    evidence: idsOf(beside, 'evidence'),
    actions: idsOf(beside, 'actions'),
    areas: idsOf(beside, 'areas'),
  }
  for (const { collection, row: link } of beside.other.differences.removed) {
    if (collection !== 'evidenceLinks' || !beside.here.evidenceLinks.has(link.id)) continue
    // A tie that went with what it tied says nothing: that stays here, and its ties with it.
    const stands = referencesOf(collection, link).every(({ collection: target, id }) =>
      idsThere[target as keyof typeof idsThere].has(id),
    )
    if (stands) tyingOf(String(link.evidenceId)).untied.push(link)
  }
  return tyings
}

function idsOf(beside: Beside, collection: 'evidence' | 'actions' | 'areas'): ReadonlySet<string> {
  return new Set<string>(beside.other.rows[collection].map(row => row.id))
}

function groupByItem(links: Iterable<AnyRow>): Map<string, AnyRow[]> {
  const groups = new Map<string, AnyRow[]>()
  for (const link of links) {
    const key = String(link.evidenceId)
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  return groups
}
