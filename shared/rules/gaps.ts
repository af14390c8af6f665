import type { Level } from '../model/fields.ts'
import type { Principle } from '../model/framework.ts'
import type { AreaId, RoundId } from '../model/ids.ts'
import type { Rating } from '../model/rating.ts'
import { type Reads, ratingOf } from './select.ts'

/** The way from where an area is to where it wants to be, on one principle. */
export type Gap = {
  readonly principle: Principle
  readonly level: Level
  readonly targetLevel: Level
  /** Levels to climb; 0 when it is already there or beyond. */
  readonly steps: number
  readonly targetDate: string | null
}

/** Steps up to the target; `null` without a level or a target. */
export function stepsToTarget(rating: Rating | undefined): number | null {
  if (rating?.state !== 'rated' || rating.level === null || rating.targetLevel === null) return null
  return Math.max(0, rating.targetLevel - rating.level)
}

/** The gaps of one area and round, largest first, then in the principles' order. Without a target there is no gap. */
export function gapsOf(
  rows: Reads<'ratings'>,
  principles: readonly Principle[],
  at: { readonly roundId: RoundId; readonly areaId: AreaId },
): Gap[] {
  return principles
    .flatMap(principle => {
      const rating = ratingOf(rows, { ...at, principleId: principle.id })
      const steps = stepsToTarget(rating)
      if (steps === null) return []
      const { level, targetLevel, targetDate } = rating as Rating & { level: Level; targetLevel: Level }
      return [{ principle, level, targetLevel, steps, targetDate }]
    })
    .sort((a, b) => b.steps - a.steps || a.principle.number - b.principle.number)
}
