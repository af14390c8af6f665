import type { AreaId, PrincipleId, RatingId, RoundId } from './ids.ts'

/** One rating per round, area and principle: the id says so, and two copies of a workbook agree on it. */
export function ratingIdOf(roundId: RoundId, areaId: AreaId, principleId: PrincipleId): RatingId {
  return `${roundId}:${areaId}:${principleId}` as RatingId
}
