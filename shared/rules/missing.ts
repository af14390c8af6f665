import type { Day } from '../model/fields.ts'
import { listOf } from '../text/sizes.ts'
import { evidenceAgeOf } from './evidence-age.ts'
import { stepsToTarget } from './gaps.ts'
import {
  actionsOf,
  areasCoveredBy,
  evidenceOf,
  isClosed,
  placesOf,
  type RatingKey,
  type Reads,
  ratingOf,
  ratingStateOf,
  systemOf,
} from './select.ts'

/** A thing a principle still wants, and the part of its page where it is put right. */
export type Missing = {
  readonly what: 'level' | 'reason' | 'confidence' | 'evidence' | 'target' | 'action'
  /** To follow "Missing here:". */
  readonly words: string
}

type MissingReads = Reads<
  'areas' | 'ratings' | 'votes' | 'roomSteps' | 'evidence' | 'evidenceLinks' | 'actions' | 'statuses'
>

/** What is missing on a principle, in the order it is filled in. Nothing is missing where it does not apply. */
export function missingOn(rows: MissingReads, key: RatingKey, today: Day): Missing[] {
  const rating = ratingOf(rows, key)
  const state = ratingStateOf(rating)
  if (!rating || state === 'not-discussed') return [{ what: 'level', words: 'a level' }]
  if (state === 'not-applicable')
    return rating.notApplicableReason.trim()
      ? []
      : [{ what: 'reason', words: 'a reason why it does not apply' }]
  const steps = stepsToTarget(rating)
  const openActions = actionsOf(rows, key).filter(action => !isClosed(rows, action))
  return [
    ...(rating.reason.trim() ? [] : [{ what: 'reason', words: 'a reason' } as const]),
    ...(rating.confidence ? [] : [{ what: 'confidence', words: 'confidence' } as const]),
    ...evidenceWords(rows, key, today).map(words => ({ what: 'evidence', words }) as const),
    ...(rating.targetLevel === null ? [{ what: 'target', words: 'a target' } as const] : []),
    ...(steps && !rating.targetDate ? [{ what: 'target', words: 'a target date' } as const] : []),
    ...(steps && openActions.length === 0
      ? [{ what: 'action', words: 'an action for the target' } as const]
      : []),
  ]
}

/** Level 0 needs no proof; any level above needs a recent item, and the system something from each place. */
function evidenceWords(rows: MissingReads, key: RatingKey, today: Day): string[] {
  const level = ratingOf(rows, key)?.level ?? 0
  if (level === 0) return []
  const age = evidenceAgeOf(rows, key, today)
  if (age.items === 0) return ['evidence']
  const silent = placesWithoutEvidence(rows, key)
  return [
    ...(age.isRecent ? [] : ['evidence from the last 12 months']),
    ...(silent.length ? [`evidence from ${listOf(silent)}`] : []),
  ]
}

/** For the system: places where the principle applies and that no item on it names. For a place: none. */
export function placesWithoutEvidence(
  rows: Reads<'areas' | 'ratings' | 'evidence' | 'evidenceLinks'>,
  key: RatingKey,
): string[] {
  if (key.areaId !== systemOf(rows)?.id) return []
  const named = new Set(evidenceOf(rows, key).flatMap(item => areasCoveredBy(rows, item.id)))
  return placesOf(rows)
    .filter(place => !named.has(place.id))
    .filter(place => ratingStateOf(ratingOf(rows, { ...key, areaId: place.id })) !== 'not-applicable')
    .map(place => place.name)
}
