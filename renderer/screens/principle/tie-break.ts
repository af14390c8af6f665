import type { Level } from '../../../shared/model/fields.ts'
import type { Framework } from '../../../shared/model/framework.ts'

type Neighbour = Framework['scale']['choosing']['neighbours'][number]

/** A question between two levels next to each other, as the screen asks it. */
export type TieBreak = {
  readonly lower: Level
  readonly upper: Level
  readonly question: string
  readonly watchFor: string
  readonly ifYes: Level
  readonly ifNo: Level
}

/**
 * The question to ask about a level. The pair last asked stays while the level is one of its two, so that answering
 * does not swap the question under the pointer; else it is the level and the one above, and for 4 the one below.
 */
export function tieBreakOf(
  neighbours: readonly Neighbour[],
  level: Level | null,
  lastLower: Level | null,
): TieBreak | null {
  if (level === null) return null
  const keep = lastLower !== null && (level === lastLower || level === lastLower + 1)
  return pairOf(neighbours, keep ? lastLower : level === 4 ? 3 : level)
}

/** The question about the other neighbour of a level, if it has one. */
export function otherTieBreak(
  neighbours: readonly Neighbour[],
  level: Level | null,
  asked: TieBreak | null,
): TieBreak | null {
  if (level === null || asked === null) return null
  return pairOf(neighbours, asked.lower === level ? level - 1 : level)
}

function pairOf(neighbours: readonly Neighbour[], lower: number): TieBreak | null {
  const found = neighbours.find(one => one.between[0] === lower && one.between[1] === lower + 1)
  if (!found) return null
  return {
    lower: found.between[0] as Level,
    upper: found.between[1] as Level,
    question: found.question,
    watchFor: found.watchFor,
    ifYes: found.ifYes as Level,
    ifNo: found.ifNo as Level,
  }
}
