import type { Action } from '../model/action.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Day } from '../model/fields.ts'
import type { Framework, Principle } from '../model/framework.ts'
import type { ActionId, AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import type { Rating } from '../model/rating.ts'
import { ageOf } from '../text/dates.ts'
import { levelWords } from '../text/levels.ts'
import { refOf } from '../text/names.ts'
import { listOf } from '../text/sizes.ts'
import { whyNotEmbedded } from './closing.ts'
import { ageOfItems } from './evidence-age.ts'
import { stepsToTarget } from './gaps.ts'
import { placesWithoutEvidence } from './missing.ts'
import { addMonths } from './months.ts'
import {
  actionsOf,
  agreementIn,
  evidenceOf,
  isClosed,
  latenessOf,
  type Reads,
  ratingOf,
  roundBefore,
  updatesOf,
} from './select.ts'

/** A question a non-executive may ask, and what in the workbook invites it. */
export type Challenge = {
  readonly words: string
  readonly because: 'missing' | 'old' | 'weak' | 'local' | 'late'
  /** The principle it is about; `null` for one about the plan. */
  readonly principleId: PrincipleId | null
  /** The actions it names. */
  readonly actionIds: readonly ActionId[]
}

type ChallengeReads = Reads<
  | 'areas'
  | 'rounds'
  | 'statuses'
  | 'ratings'
  | 'votes'
  | 'roomSteps'
  | 'evidence'
  | 'evidenceLinks'
  | 'actions'
  | 'updates'
>

type At = { readonly roundId: RoundId; readonly areaId: AreaId }

/** An open action nobody has reported on for this long is asked about. */
const SILENT_MONTHS = 3

/** The questions for one area and round: principle by principle, then the plan. */
export function challengesOf(
  rows: ChallengeReads,
  framework: Pick<Framework, 'principles' | 'scale'>,
  at: At,
  today: Day,
): Challenge[] {
  const inOrder = [...framework.principles].sort((a, b) => a.number - b.number)
  return [
    ...inOrder.flatMap(principle => aboutPrinciple(rows, framework, principle, at, today)),
    ...aboutPlan(rows, actionsOf(rows, at), today),
  ]
}

function aboutPrinciple(
  rows: ChallengeReads,
  framework: Pick<Framework, 'scale'>,
  principle: Principle,
  at: At,
  today: Day,
): Challenge[] {
  const key = { ...at, principleId: principle.id }
  const rating = ratingOf(rows, key)
  const ask = (because: Challenge['because'], words: string): Challenge => ({
    words,
    because,
    principleId: principle.id,
    actionIds: [],
  })
  const { title } = principle
  if (!rating || rating.state === 'not-discussed') return [ask('missing', `When will we discuss ${title}?`)]
  if (rating.state === 'not-applicable')
    return rating.notApplicableReason.trim() ? [] : [ask('missing', `Why does ${title} not apply here?`)]

  const level = levelWords(framework.scale, rating.level ?? 0)
  const agreement = agreementIn(rows, rating.id)
  const proof = proofQuestion(title, level, rating, evidenceOf(rows, key), today)
  const silent = proof?.because === 'missing' ? [] : placesWithoutEvidence(rows, key)
  const openActions = actionsOf(rows, key).filter(action => !isClosed(rows, action))
  return [
    ...(proof ? [ask(proof.because, proof.words)] : []),
    ...(silent.length && rating.level !== 0
      ? [ask('local', `What would we find on ${title} in ${listOf(silent)}? No evidence names it.`)]
      : []),
    ...(agreement.verdict === 'split'
      ? [
          ask(
            'weak',
            `The room was split from ${agreement.lowest} to ${agreement.highest} on ${title}. What would settle it?`,
          ),
        ]
      : []),
    ...(rating.confidence === 'low'
      ? [ask('weak', `Confidence in ${title} is low. What would raise it, and by when?`)]
      : []),
    ...movement(rows, rating, title).map(words => ask('missing', words)),
    ...(stepsToTarget(rating) && openActions.length === 0
      ? [ask('missing', `Who is doing what to reach ${rating.targetLevel} on ${title}? No action is open.`)]
      : []),
  ]
}

/** The one question about what backs a level: none, old, or only our own word, whichever is worst. */
function proofQuestion(
  title: string,
  level: string,
  rating: Rating,
  items: readonly Evidence[],
  today: Day,
): Pick<Challenge, 'because' | 'words'> | null {
  const value = rating.level ?? 0
  if (value === 0) return null
  if (items.length === 0)
    return { because: 'missing', words: `What shows that ${title} is at ${level}? No evidence is attached.` }
  const age = ageOfItems(items, today)
  if (age.newestOn === null)
    return { because: 'old', words: `How old is the evidence for ${title}? None of it has a date.` }
  if (!age.isRecent)
    return {
      because: 'old',
      words: `The newest evidence for ${title} is ${ageOf(age.newestOn, today)} old. What has happened since?`,
    }
  const has = (...strengths: Evidence['strength'][]) => items.some(item => strengths.includes(item.strength))
  if (!has('document', 'data', 'checked'))
    return {
      because: 'weak',
      words: `Everything behind ${title} is our own word. Which document or figure shows it?`,
    }
  if (value === 4 && !has('checked'))
    return { because: 'weak', words: `Who outside the programme has checked that ${title} is at ${level}?` }
  if (value >= 3 && !has('data', 'checked'))
    return { because: 'weak', words: `Which figures show that ${title} is at ${level}?` }
  return null
}

function movement(rows: ChallengeReads, rating: Rating, title: string): string[] {
  const before = roundBefore(rows, rating.roundId)
  const last = before && ratingOf(rows, { ...rating, roundId: before.id })
  if (last?.state !== 'rated' || last.level === rating.level || rating.changeReason) return []
  return [`${title} moved from ${last.level} to ${rating.level}. What changed?`]
}

/** Questions on the plan name all the actions they are about, so that twenty gaps are one question. */
function aboutPlan(rows: ChallengeReads, actions: readonly Action[], today: Day): Challenge[] {
  const open = actions.filter(action => !isClosed(rows, action))
  const silentSince = addMonths(today, -SILENT_MONTHS)
  const lastHeard = (action: Action) => updatesOf(rows, action.id)[0]?.on ?? action.startOn ?? today
  const ask = (
    because: Challenge['because'],
    about: readonly Action[],
    words: (refs: string, isOne: boolean) => string,
  ): Challenge[] =>
    about.length === 0
      ? []
      : [
          {
            words: words(listOf(about.map(action => refOf('action', action.ref))), about.length === 1),
            because,
            principleId: null,
            actionIds: about.map(action => action.id),
          },
        ]
  const lateGreen = open.filter(row => row.statusId === 'on-track' && latenessOf(rows, row, today) > 0)
  const unchecked = actions.filter(row => whyNotEmbedded(row) !== null)
  return [
    ...ask('late', lateGreen, (refs, isOne) =>
      isOne
        ? `${refs} says green and is late. Which is right?`
        : `${refs} say green and are late. Which is right?`,
    ),
    ...ask(
      'missing',
      open.filter(row => !row.owner.trim()),
      refs => `Who answers for ${refs}?`,
    ),
    ...ask(
      'missing',
      open.filter(row => !row.dueOn),
      refs => `When will ${refs} be finished?`,
    ),
    ...ask(
      'missing',
      open.filter(row => !row.successMeasure.trim()),
      refs => `How will we know that ${refs} worked?`,
    ),
    ...ask('weak', unchecked, refs => `Who other than the owner has checked ${refs}, and when?`),
    ...ask(
      'late',
      open.filter(row => row.statusId === 'waiting'),
      refs => `Whose decision holds up ${refs}, and who has asked for it?`,
    ),
    ...ask(
      'old',
      open.filter(row => row.startOn && row.startOn < silentSince && lastHeard(row) < silentSince),
      refs => `What has happened on ${refs} in the last ${SILENT_MONTHS} months?`,
    ),
  ]
}
