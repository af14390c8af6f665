import type { Day } from '../../../../shared/model/fields.ts'
import type { RoundId } from '../../../../shared/model/ids.ts'

/** A round of a large sample: two a year, the last one open. */
export type SampleRound = {
  readonly id: RoundId
  readonly name: string
  readonly asAt: Day
  readonly opensOn: Day
  /** `null` of the one that is open. */
  readonly signedOffOn: Day | null
}

/** The day on which the sample's story stands. */
export const STORY_DAY: Day = '2026-11-24'

/** The rounds, oldest first, up to autumn 2026. */
export function roundsOf(rounds: number): SampleRound[] {
  return Array.from({ length: rounds }, (_, index) => {
    const halves = 2026 * 2 + 1 - (rounds - 1 - index)
    const year = Math.floor(halves / 2)
    const isAutumn = halves % 2 === 1
    const isLast = index === rounds - 1
    return {
      id: `sample-round-${index + 1}` as RoundId,
      name: `${isAutumn ? 'Autumn' : 'Spring'} ${year}`,
      asAt: isAutumn ? `${year}-11-30` : `${year}-05-15`,
      opensOn: isAutumn ? `${year}-09-07` : `${year}-03-02`,
      signedOffOn: isLast ? null : isAutumn ? `${year}-12-14` : `${year}-05-29`,
    }
  })
}

/** So many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The earlier of a day and the last working day of the story. */
export function untilStory(day: Day): Day {
  const last = addDays(STORY_DAY, -4)
  return day > last ? last : day
}
