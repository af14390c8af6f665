import type { Evidence } from '../model/evidence.ts'
import type { Day } from '../model/fields.ts'
import type { Rating } from '../model/rating.ts'
import { addMonths } from './months.ts'
import { evidenceOf, type Reads, type Scope } from './select.ts'

/** Evidence older than this many months no longer carries a high rating; the framework calls newer ones recent. */
export const RECENT_MONTHS = 12

/** Levels from here up must have recent evidence. */
const HIGH_LEVEL = 3

export type EvidenceAge = {
  readonly items: number
  /** The latest day any item speaks about, today at most; `null` without one. */
  readonly newestOn: Day | null
  /** The item that speaks about that day. */
  readonly newest: Evidence | null
  readonly isRecent: boolean
}

/** How old the evidence of an area, or of one principle in it, is. Items without a date count, but date nothing. */
export function evidenceAgeOf(
  rows: Reads<'areas' | 'evidence' | 'evidenceLinks'>,
  scope: Scope,
  today: Day,
): EvidenceAge {
  return ageOfItems(evidenceOf(rows, scope), today)
}

/** The same for items already at hand. */
export function ageOfItems(items: readonly Evidence[], today: Day): EvidenceAge {
  let newest: Evidence | null = null
  for (const item of items) {
    if (item.refersOn === null || item.refersOn > today) continue
    if (newest === null || item.refersOn > (newest.refersOn ?? '')) newest = item
  }
  const newestOn = newest?.refersOn ?? null
  return { items: items.length, newestOn, newest, isRecent: newestOn !== null && isRecent(newestOn, today) }
}

/** True for a day within the last twelve months. */
export function isRecent(day: Day, today: Day): boolean {
  return day <= today && day >= addMonths(today, -RECENT_MONTHS)
}

/** True for a level of 3 or 4 that no evidence of the last twelve months backs. */
export function lacksRecentEvidence(rating: Rating | undefined, age: EvidenceAge): boolean {
  return rating?.state === 'rated' && (rating.level ?? 0) >= HIGH_LEVEL && !age.isRecent
}
