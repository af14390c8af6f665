import type { Level } from '../../../shared/model/fields.ts'
import type { Framework, Principle } from '../../../shared/model/framework.ts'
import type { AreaId, RoundId } from '../../../shared/model/ids.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import type { Exception, ExceptionReads } from '../../../shared/rules/exceptions.ts'
import {
  agreementIn,
  type Reads,
  ratingOf,
  ratingStateOf,
  roundBefore,
} from '../../../shared/rules/select.ts'
import { agreementBrief } from '../../../shared/text/agreement.ts'
import { monthYear } from '../../../shared/text/dates.ts'
import { changeReasonWords, confidenceWords } from '../../../shared/text/words.ts'

/** One of the nine as the printed page shows it. */
export type SummaryCell = {
  readonly principle: Principle
  readonly state: Rating['state']
  readonly level: Level | null
  readonly targetLevel: Level | null
  /** `Mar 2027`, or nothing. */
  readonly by: string
  /** How it was agreed, and what became of it since last round. */
  readonly line: string
}

export type SummaryReads = ExceptionReads & Reads<'rounds'>

/** The nine of one area and round, in order. */
export function summaryCells(
  rows: SummaryReads,
  framework: Pick<Framework, 'principles'>,
  areaId: AreaId,
  roundId: RoundId,
): readonly SummaryCell[] {
  const before = roundBefore(rows, roundId)
  return [...framework.principles]
    .sort((one, other) => one.number - other.number)
    .map(principle => {
      const key = { areaId, principleId: principle.id }
      const rating = ratingOf(rows, { ...key, roundId })
      const last = before && ratingOf(rows, { ...key, roundId: before.id })
      const state = ratingStateOf(rating)
      const isRated = state === 'rated' && rating !== undefined
      return {
        principle,
        state,
        level: isRated ? rating.level : null,
        targetLevel: isRated ? rating.targetLevel : null,
        by: isRated && rating.targetDate ? monthYear(rating.targetDate) : '',
        line: isRated ? ratedLine(rows, rating, last) : openLine(state, rating, last),
      }
    })
}

function ratedLine(rows: SummaryReads, rating: Rating, last: Rating | undefined): string {
  const agreement = agreementIn(rows, rating.id)
  const said =
    agreement.verdict === 'no-votes'
      ? rating.confidence
        ? `${confidenceWords[rating.confidence]} confidence`
        : ''
      : agreementBrief(agreement)
  const words = [said, changeWords(rating, last)].filter(Boolean).join(', ')
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
}

function changeWords(rating: Rating, last: Rating | undefined): string {
  if (last?.state !== 'rated' || last.level === null) return ''
  if (last.level === rating.level) return 'no change'
  const why = rating.changeReason
    ? `, ${changeReasonWords[rating.changeReason].toLocaleLowerCase('en-GB')}`
    : ''
  return `was ${last.level}${why}`
}

function openLine(state: Rating['state'], rating: Rating | undefined, last: Rating | undefined): string {
  if (state === 'not-applicable')
    return ['Not applicable', rating?.notApplicableReason.trim()].filter(Boolean).join(': ')
  return last?.state === 'rated' ? `Not discussed, last round ${last.level}` : 'Not discussed'
}

/** What a board could be asked, from what worries: a start to be put into better words. At most five lines. */
export function suggestedAsks(
  worries: readonly Exception[],
  cells: readonly SummaryCell[],
): readonly string[] {
  const asks = worries.flatMap(worry => {
    if (worry.kind === 'late' || worry.kind === 'late-green') return [`Agree a new date for ${named(worry)}`]
    if (worry.kind === 'waiting') return [`Press for the decision that ${named(worry)} waits on`]
    if (worry.kind === 'no-action') return [`Name who will plan the step on ${worry.title}`]
    return []
  })
  const open = cells.filter(cell => cell.state === 'not-discussed').length
  const note =
    open > 0
      ? [`Note that ${open} of ${cells.length} principles have not been discussed, and agree a date`]
      : []
  return [...asks.slice(0, 5 - note.length), ...note]
}

function named(worry: Exception): string {
  return `“${worry.title}” (${worry.ref})`
}
