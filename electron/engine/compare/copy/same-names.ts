import type { AreaId, PrincipleId, RoundId } from '../../../../shared/model/ids.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import type { AnyRow, Difference, RowsById } from './differences.ts'

/** What was changed there, with places and rounds that both copies added under one name taken as one. */
export type Settled = { readonly changed: readonly Difference[]; readonly remarks: readonly string[] }

const NAMED = [
  { collection: 'areas', field: 'areaId', kind: 'place', rest: '' },
  {
    collection: 'rounds',
    field: 'roundId',
    kind: 'round',
    rest: ' Its date and its signing off stay as they are here.',
  },
] as const

/** Ids of rows there, and what each is called here. */
type Twins = ReadonlyMap<string, AnyRow>

/**
 * Two people who add the same place, or start the same round, give it two ids, and a workbook has no two of one name.
 * What belongs to the one there is taken as belonging to the one here.
 */
export function withSameNames(changed: readonly Difference[], here: RowsById): Settled {
  const twins = new Map<string, AnyRow>()
  const remarks: string[] = []
  for (const { collection, kind, rest } of NAMED) {
    const byName = new Map([...here[collection].values()].map(row => [nameKey(row), row]))
    for (const difference of changed) {
      if (difference.collection !== collection || difference.was || here[collection].has(difference.there.id))
        continue
      const twin = byName.get(nameKey(difference.there))
      if (!twin) continue
      twins.set(difference.there.id, twin)
      remarks.push(`${twin.name} was added here and in the copy; the two are taken as one ${kind}.${rest}`)
    }
  }
  if (twins.size === 0) return { changed, remarks }
  const ratingIds = new Map<string, string>()
  return {
    changed: changed
      .filter(({ there }) => !twins.has(there.id))
      .map(difference => moved(difference, twins, ratingIds))
      .map(difference => votesMoved(difference, ratingIds)),
    remarks,
  }
}

function moved(difference: Difference, twins: Twins, ratingIds: Map<string, string>): Difference {
  const { collection, there } = difference
  const named = NAMED.flatMap(({ field }) => {
    const twin = twins.get(String(there[field]))
    return twin ? [[field, twin.id] as const] : []
  })
  if (named.length === 0) return difference
  const row: AnyRow = { ...there, ...Object.fromEntries(named) }
  if (collection === 'evidenceLinks')
    return { ...difference, there: { ...row, id: `${row.evidenceId}:area:${row.areaId}` } }
  if (collection !== 'ratings') return { ...difference, there: row }
  const id = ratingIdOf(row.roundId as RoundId, row.areaId as AreaId, row.principleId as PrincipleId)
  ratingIds.set(there.id, id)
  return { ...difference, there: { ...row, id } }
}

function votesMoved(difference: Difference, ratingIds: ReadonlyMap<string, string>): Difference {
  const id = difference.collection === 'votes' && ratingIds.get(String(difference.there.ratingId))
  return id ? { ...difference, there: { ...difference.there, ratingId: id } } : difference
}

function nameKey(row: AnyRow): string {
  return String(row.name).trim().toLocaleLowerCase('en-GB')
}
