import type { Day } from '../../../shared/model/fields.ts'
import type { AreaId, PrincipleId, RoundId } from '../../../shared/model/ids.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import { type EvidenceAge, evidenceAgeOf } from '../../../shared/rules/evidence-age.ts'
import { stepsToTarget } from '../../../shared/rules/gaps.ts'
import {
  actionsOf,
  agreementIn,
  isClosed,
  latenessOf,
  type Reads,
  ratingOf,
  roundBefore,
} from '../../../shared/rules/select.ts'
import { agreementBrief } from '../../../shared/text/agreement.ts'
import { ageOf, count } from '../../../shared/text/dates.ts'

/** A line of a card: plain words, then words that stand out, then plain words again. */
export type Fact = {
  readonly before?: string
  readonly strong?: string
  readonly after?: string
  /** The strong words are about lateness. */
  readonly isLate?: boolean
}

export type CardReads = Reads<
  | 'areas'
  | 'rounds'
  | 'ratings'
  | 'votes'
  | 'roomSteps'
  | 'evidence'
  | 'evidenceLinks'
  | 'actions'
  | 'statuses'
>

export type CardKey = {
  readonly areaId: AreaId
  readonly roundId: RoundId
  readonly principleId: PrincipleId
}

/** How sure the area is of its level: the room's verdict, if there was a vote, and the confidence. */
function agreementFact(rows: CardReads, rating: Rating): Fact {
  const agreement = agreementIn(rows, rating.id)
  const confidence = rating.confidence ? `${rating.confidence} confidence` : 'confidence not given'
  if (agreement.verdict === 'no-votes') return { before: upperFirst(confidence) }
  const verdict = agreementBrief(agreement)
  return agreement.verdict === 'split'
    ? { strong: verdict, after: `, ${confidence}` }
    : { before: `${verdict}, ${confidence}` }
}

/** How much evidence there is, and how old the newest is. Older than a year stands out. */
function evidenceFact(age: EvidenceAge, today: Day): Fact {
  if (age.items === 0) return { before: 'Evidence: none yet' }
  const items = `Evidence: ${age.items}`
  if (age.newestOn === null) return { before: `${items}, not dated` }
  const old = `${ageOf(age.newestOn, today)} old`
  const newest = age.items > 1 ? ', newest ' : ', '
  return age.isRecent ? { before: `${items}${newest}${old}` } : { before: `${items}${newest}`, strong: old }
}

/** What is being done, and how late. */
function actionFact(rows: CardReads, key: CardKey, rating: Rating | undefined, today: Day): Fact {
  const all = actionsOf(rows, key)
  const open = all.filter(action => !isClosed(rows, action))
  const late = open.map(action => latenessOf(rows, action, today)).filter(days => days > 0)
  if (open.length === 1 && late.length === 1)
    return { before: '1 action, ', strong: `${count(late[0]!, 'day')} late`, isLate: true }
  if (late.length > 0)
    return { before: `${count(open.length, 'action')}, `, strong: `${late.length} late`, isLate: true }
  if (open.length > 0) return { before: `${count(open.length, 'action')} open` }
  const toCheck = all.filter(action => action.statusId === 'done').length
  if (toCheck > 0)
    return { before: toCheck === 1 ? '1 action waits for a check' : `${toCheck} actions wait for a check` }
  if (stepsToTarget(rating)) return { strong: 'No action', after: ' for the target' }
  return { before: all.length > 0 ? `${count(all.length, 'action')} closed` : 'No actions yet' }
}

/** How the level moved since the last round: `up from 1`, `no change`; before a first level, `last round 1`. */
export function movementWords(rows: CardReads, key: CardKey, rating: Rating | undefined): string {
  const before = roundBefore(rows, key.roundId)
  const last = before && ratingOf(rows, { ...key, roundId: before.id })
  if (last?.state !== 'rated' || last.level === null) return ''
  if (rating?.state !== 'rated' || rating.level === null) return `last round ${last.level}`
  if (rating.level === last.level) return 'no change'
  return `${rating.level > last.level ? 'up' : 'down'} from ${last.level}`
}

/** The three lines at the foot of a card. */
export function factsOf(rows: CardReads, key: CardKey, today: Day): Fact[] {
  const rating = ratingOf(rows, key)
  return [
    ...(rating?.state === 'rated' ? [agreementFact(rows, rating)] : []),
    evidenceFact(evidenceAgeOf(rows, key, today), today),
    actionFact(rows, key, rating, today),
  ]
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
