import type { Action } from '../model/action.ts'
import type { Day } from '../model/fields.ts'
import type { Framework, Principle } from '../model/framework.ts'
import type { ActionId, AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import type { Rating } from '../model/rating.ts'
import type { Area } from '../model/workbook.ts'
import { ageOf, count, longDate, monthYear } from '../text/dates.ts'
import { levelNameOf } from '../text/levels.ts'
import { refOf } from '../text/names.ts'
import { claimWord } from '../text/standing.ts'
import { evidenceAgeOf, lacksRecentEvidence } from './evidence-age.ts'
import { daysBetween } from './lateness.ts'
import { actionsOf, agreementIn, isClosed, latenessOf, type Reads, ratingOf, statusOf } from './select.ts'

/** What a board should hear first, worst first. */
const exceptionKinds = [
  'late-green',
  'late',
  'waiting',
  'split',
  'old-evidence',
  'no-action',
  'unassigned',
] as const
/** One of them. */
export type ExceptionKind = (typeof exceptionKinds)[number]

/** Each kind as a heading. */
export const exceptionWords = {
  'late-green': 'Declared green but late',
  late: 'Late',
  waiting: 'Waiting on others',
  split: 'Split',
  'old-evidence': 'High rating without recent evidence',
  'no-action': 'Target without an action',
  unassigned: 'No owner or date',
} as const satisfies Record<ExceptionKind, string>

/** One thing a board should hear of, in parts and as a sentence. */
export type Exception = {
  readonly kind: ExceptionKind
  /** `A-07`, or the number of the principle. */
  readonly ref: string
  /** The action or the principle by name. */
  readonly title: string
  /** What is wrong, without naming it again: `41 days late, due 14 October 2026, says green.`, and the owner. */
  readonly detail: string
  /** The same for a narrow list: `41 days late, says green.`, and the owner. */
  readonly brief: string
  /** The whole of it, standing alone: reference, name, place and what is wrong. */
  readonly sentence: string
  readonly areaId: AreaId
  readonly principleId: PrincipleId
  readonly actionId: ActionId | null
  /** Days late, else 0: the order within a kind. */
  readonly days: number
}

export type ExceptionReads = Reads<
  'areas' | 'statuses' | 'ratings' | 'votes' | 'roomSteps' | 'evidence' | 'evidenceLinks' | 'actions'
>

/** The status ids with a rule of their own. Words and colours are each workbook's; the ids are the framework's. */
const GREEN = 'on-track'
const WAITING = 'waiting'

/**
 * The exceptions of one area (of the system: all its actions) or, with `null`, of every area, in the order of
 * `exceptionKinds`. An action that is late under a green status is listed once, as declared green but late.
 */
export function exceptionsOf(
  rows: ExceptionReads,
  framework: Pick<Framework, 'principles' | 'scale'>,
  areaId: AreaId | null,
  roundId: RoundId,
  today: Day,
): Exception[] {
  const areas = [...rows.areas.values()]
  const inScope = areas.filter(area => areaId === null || area.id === areaId)
  const actions = areaId === null ? [...rows.actions.values()] : actionsOf(rows, { areaId })
  const found = [
    ...actions.flatMap(action => ofAction(rows, action, areas, today)),
    ...inScope.flatMap(area =>
      framework.principles.flatMap(principle => ofRating(rows, framework, area, principle, roundId, today)),
    ),
  ]
  const order = (exception: Exception) => exceptionKinds.indexOf(exception.kind)
  return found.sort((a, b) => order(a) - order(b) || b.days - a.days)
}

function ofAction(rows: ExceptionReads, action: Action, areas: readonly Area[], today: Day): Exception[] {
  if (isClosed(rows, action)) return []
  const days = latenessOf(rows, action, today)
  const place = areas.find(area => area.id === action.areaId)
  const ref = refOf('action', action.ref)
  const make = (kind: ExceptionKind, detail: string, brief = detail): Exception => ({
    kind,
    ref,
    title: action.title,
    detail,
    brief,
    sentence: `${ref} ${withPlace(action.title, place)}: ${lowerFirst(endStop(detail))}`,
    areaId: action.areaId,
    principleId: action.principleId,
    actionId: action.id,
    days,
  })
  const says = `says ${claimWord(statusOf(rows, action)?.label ?? action.statusId)}`
  const owner = action.owner.trim()
  const who = owner ? `. ${owner}` : ''
  const due = action.dueOn
  return [
    ...(days > 0
      ? [
          make(
            action.statusId === GREEN ? 'late-green' : 'late',
            `${count(days, 'day')} late, due ${longDate(due!)}, ${says}${who}`,
            `${count(days, 'day')} late, ${says}${who}`,
          ),
        ]
      : []),
    ...(action.statusId === WAITING
      ? [
          make(
            'waiting',
            `Waits on a decision outside local control, ${dueWords(due, today)}${who}`,
            `Waits on others, ${dueWords(due, today)}${who}`,
          ),
        ]
      : []),
    ...(!owner || due === null
      ? [make('unassigned', owner ? `No due date. ${owner}` : due ? 'No owner' : 'No owner and no due date')]
      : []),
  ]
}

function ofRating(
  rows: ExceptionReads,
  framework: Pick<Framework, 'scale'>,
  area: Area,
  principle: Principle,
  roundId: RoundId,
  today: Day,
): Exception[] {
  const rating = ratingOf(rows, { roundId, areaId: area.id, principleId: principle.id })
  if (rating?.state !== 'rated' || rating.level === null) return []
  const make = (kind: ExceptionKind, detail: string, brief = detail): Exception => ({
    kind,
    ref: String(principle.number),
    title: principle.title,
    detail,
    brief,
    sentence: `${principle.number} ${withPlace(principle.title, area)}: ${lowerFirst(endStop(detail))}`,
    areaId: area.id,
    principleId: principle.id,
    actionId: null,
    days: 0,
  })
  const levelName = levelNameOf(framework.scale, rating.level)
  const agreement = agreementIn(rows, rating.id)
  const age = evidenceAgeOf(rows, { areaId: area.id, principleId: principle.id }, today)
  return [
    ...(agreement.verdict === 'split'
      ? [
          make(
            'split',
            `Split, votes from ${agreement.lowest} to ${agreement.highest}. Planned from level ${rating.level}`,
            `Votes from ${agreement.lowest} to ${agreement.highest}. Planned from ${rating.level}`,
          ),
        ]
      : []),
    ...(lacksRecentEvidence(rating, age)
      ? [
          make(
            'old-evidence',
            `Rated ${rating.level} ${levelName}, ${
              age.items === 0
                ? 'no evidence'
                : age.newestOn === null
                  ? 'none of its evidence has a date'
                  : `newest evidence ${ageOf(age.newestOn, today)} old`
            }`,
            `Rated ${rating.level}, ${
              age.items === 0
                ? 'no evidence'
                : age.newestOn === null
                  ? 'no evidence with a date'
                  : `newest evidence ${ageOf(age.newestOn, today)} old`
            }`,
          ),
        ]
      : []),
    ...(lacksAction(rows, rating, area)
      ? [make('no-action', `No open action for ${targetWords(rating)}`)]
      : []),
  ]
}

/** A target above the level now wants an open action: the place's own, or for the system one anywhere in it. */
function lacksAction(rows: ExceptionReads, rating: Rating, area: Area): boolean {
  if (rating.targetLevel === null || rating.targetLevel <= (rating.level ?? 0)) return false
  const actions = actionsOf(rows, { areaId: area.id, principleId: rating.principleId })
  return !actions.some(action => !isClosed(rows, action))
}

function targetWords(rating: Rating): string {
  const by = rating.targetDate ? ` by ${monthYear(rating.targetDate)}` : ''
  return `the target of ${rating.targetLevel}${by}`
}

function dueWords(due: Day | null, today: Day): string {
  if (due === null) return 'no due date'
  const days = daysBetween(today, due)
  if (days < 0) return `${count(-days, 'day')} late`
  return days === 0 ? 'due today' : `due in ${count(days, 'day')}`
}

/** Only a place is named: what names none is about the whole system. */
function withPlace(title: string, area: Area | undefined): string {
  return area?.kind === 'place' ? `${title} (${area.name})` : title
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)
}

function endStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
