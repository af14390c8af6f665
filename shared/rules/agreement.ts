import type { Level } from '../model/fields.ts'

/** Hands for each level, 0 to 4. */
export type Tally = readonly [number, number, number, number, number]

export type Agreement =
  | { readonly verdict: 'no-votes' }
  | {
      readonly verdict: 'agreed' | 'split' | 'too-few'
      readonly votes: number
      readonly median: Level
      readonly lowest: Level
      readonly highest: Level
      /** Votes more than one level from the median. */
      readonly outside: number
    }

/** Counts hands per level. */
export function tallyOf(votes: Iterable<{ readonly level: Level; readonly hands: number }>): Tally {
  const tally: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const vote of votes) tally[vote.level] += vote.hands
  return tally
}

/**
 * The agreement rule (spec AG2 to AG4). The median of an even number is the lower of the two middle votes. With three or
 * more votes: agreed when fewer than a third lie outside the band from one level below the median to one above.
 */
export function agreementOf(tally: Tally): Agreement {
  const votes = tally.reduce((sum, hands) => sum + hands, 0)
  if (votes === 0) return { verdict: 'no-votes' }
  const levels = tally.flatMap((hands, level) => (hands > 0 ? [level as Level] : []))
  const median = medianOf(tally, votes)
  const outside = tally.reduce((sum, hands, level) => (Math.abs(level - median) > 1 ? sum + hands : sum), 0)
  const verdict = votes < 3 ? 'too-few' : outside * 3 < votes ? 'agreed' : 'split'
  return { verdict, votes, median, lowest: levels[0]!, highest: levels.at(-1)!, outside }
}

function medianOf(tally: Tally, votes: number): Level {
  const middle = Math.ceil(votes / 2)
  let seen = 0
  for (const level of [0, 1, 2, 3, 4] as const) {
    seen += tally[level]
    if (seen >= middle) return level
  }
  return 4
}
