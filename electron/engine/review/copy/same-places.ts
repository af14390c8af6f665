import { type AreaId, type PrincipleId, type RoundId, ratingIdOf } from '../../../../shared/model/ids.ts'
import type { AnyRow, Difference, RowsById } from './differences.ts'

/** What was changed there, with places that both copies added under one name taken as one place. */
export type Settled = { readonly changed: readonly Difference[]; readonly remarks: readonly string[] }

/**
 * Two people who add the same place give it two ids, and a workbook has no two places of one name. The ratings, actions
 * and ties of the one there are taken as those of the one here.
 */
export function withSamePlaces(changed: readonly Difference[], here: RowsById): Settled {
  const byName = new Map([...here.areas.values()].map(row => [keyOf(row), row]))
  const twins = new Map<string, AnyRow>()
  for (const { collection, was, there } of changed) {
    const twin =
      collection === 'areas' && !was && !here.areas.has(there.id) ? byName.get(keyOf(there)) : undefined
    if (twin) twins.set(there.id, twin)
  }
  if (twins.size === 0) return { changed, remarks: [] }
  const ratingIds = new Map<string, string>()
  const moved = changed
    .filter(({ collection, there }) => collection !== 'areas' || !twins.has(there.id))
    .map(difference => move(difference, twins, ratingIds))
    .map(difference => moveVote(difference, ratingIds))
  const remarks = [...twins.values()].map(
    ({ name }) => `${name} was added here and in the copy; the two are taken as one place.`,
  )
  return { changed: moved, remarks }
}

function move(
  difference: Difference,
  twins: ReadonlyMap<string, AnyRow>,
  ratingIds: Map<string, string>,
): Difference {
  const { collection, there } = difference
  const twin = twins.get(String(there.areaId))
  if (!twin) return difference
  const row = { ...there, areaId: twin.id }
  if (collection === 'evidenceLinks')
    return { ...difference, there: { ...row, id: `${there.evidenceId}:area:${twin.id}` } }
  if (collection !== 'ratings') return { ...difference, there: row }
  const id = ratingIdOf(there.roundId as RoundId, twin.id as AreaId, there.principleId as PrincipleId)
  ratingIds.set(there.id, id)
  return { ...difference, there: { ...row, id } }
}

function moveVote(difference: Difference, ratingIds: ReadonlyMap<string, string>): Difference {
  const id = difference.collection === 'votes' && ratingIds.get(String(difference.there.ratingId))
  return id ? { ...difference, there: { ...difference.there, ratingId: id } } : difference
}

function keyOf(row: AnyRow): string {
  return String(row.name).toLowerCase()
}
