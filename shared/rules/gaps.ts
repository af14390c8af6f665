import type { Rating } from '../model/rating.ts'

/** Steps up to the target; `null` without a level or a target. */
export function stepsToTarget(rating: Rating | undefined): number | null {
  if (rating?.state !== 'rated' || rating.level === null || rating.targetLevel === null) return null
  return Math.max(0, rating.targetLevel - rating.level)
}
