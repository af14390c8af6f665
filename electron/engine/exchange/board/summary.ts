import type { Principle } from '../../../../shared/model/framework.ts'
import { highlightsOf } from '../../../../shared/rules/board/highlights.ts'
import { progressOf, progressSentence } from '../../../../shared/rules/progress.ts'
import { agreementBrief } from '../../../../shared/text/agreement.ts'
import { count, monthYear } from '../../../../shared/text/dates.ts'
import { changeReasonWords, confidenceWords, ratingStateWords } from '../../../../shared/text/words.ts'
import type { Cell, Column, Line, Note, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { leftOutSentence } from './evidence.ts'
import { levelOf } from './ratings.ts'
import { endStop, headLines, lateColour, levelColoursOf, linesOf, titleOf } from './sheet-parts.ts'

/** What is asked stands above the table while it is short enough to leave the table on the first screen. */
const MOST_ASKS_ABOVE = 6
const LONGEST_ASK_ABOVE = 130

const purposeWords = {
  decision: 'For decision',
  discussion: 'For discussion',
  information: 'For information',
} as const

const columns: readonly Column[] = [
  { id: 'principle', header: 'Principle', width: 30, kind: 'text' },
  { id: 'sentence', header: 'In a sentence', width: 53, kind: 'text' },
  { id: 'level', header: 'Level now', width: 14, kind: 'level' },
  { id: 'target', header: 'Target', width: 8, kind: 'target' },
  { id: 'targetDate', header: 'Target date', width: 12, kind: 'date' },
  { id: 'last', header: 'Last round', width: 8, kind: 'number' },
  { id: 'change', header: 'Change', width: 8, kind: 'number', format: '+0;-0;0' },
  { id: 'changeReason', header: 'Reason for change', width: 15, kind: 'text' },
  { id: 'agreement', header: 'Agreement', width: 12, kind: 'text' },
  { id: 'confidence', header: 'Confidence', width: 12, kind: 'text' },
  { id: 'evidence', header: 'Evidence items', width: 10, kind: 'number' },
  { id: 'open', header: 'Open actions', width: 9, kind: 'number' },
  { id: 'late', header: 'Late actions', width: 9, kind: 'number' },
]

/** The page a board reads if it reads one: what is asked, where the nine stand, what is strong and what worries. */
export function summarySheet(facts: BoardFacts): Sheet {
  const { rows, framework, today } = facts.input
  const at = { areaId: facts.areas[0]!.id, roundId: facts.round.id }
  const progress = progressSentence(progressOf(rows, facts.principles, at, today))
  const asks = facts.input.options.asks.map(ask => ask.trim()).filter(Boolean)
  const isShort = asks.length <= MOST_ASKS_ABOVE && asks.every(ask => ask.length <= LONGEST_ASK_ABOVE)
  const highlights = highlightsOf(rows, framework, at, today)
  return {
    name: 'Summary',
    title: titleOf(facts, 'Mental health action plan'),
    lines: [
      ...headLines(facts),
      ...meetingLines(facts),
      { text: progress, look: 'lead' },
      ...askLines(asks, isShort),
    ],
    columns,
    rows: facts.principles.map(principle => principleRow(facts, principle)),
    frozenColumns: 1,
    colours: [...levelColoursOf('level'), lateColour('late')],
    notes: [
      ...(isShort ? [] : numbered('The board is asked to', asks)),
      ...orNone(numbered('Strength', highlights.strengths), 'Strengths', NO_STRENGTH),
      ...orNone(numbered('Concern', highlights.concerns), 'Concerns', 'Nothing stands out.'),
      ...noteOf('Left out', leftOutSentence(facts)),
      { label: 'Not endorsed', text: NOT_ENDORSED },
    ],
  }
}

const NO_STRENGTH =
  'No principle is rated 2 or more with agreement, evidence of the last twelve months and no fall.'

const NOT_ENDORSED =
  'The principles come from The King’s Fund and the Royal College of Psychiatrists, 2017. They have not endorsed the ' +
  'levels or this summary. The Key explains the words and colours.'

function meetingLines(facts: BoardFacts): Line[] {
  const { purpose, meeting, preparedBy } = facts.input.options
  const to = meeting.trim() ? `${purposeWords[purpose]} at ${meeting.trim()}` : purposeWords[purpose]
  const by = preparedBy.trim() ? ` Prepared by ${endStop(preparedBy.trim())}` : ''
  return linesOf(endStop(to) + by, 'plain')
}

function askLines(asks: readonly string[], isShort: boolean): Line[] {
  if (asks.length === 0) return []
  if (!isShort) {
    const things = count(asks.length, 'thing')
    return [{ text: `The board is asked to do ${things}, listed under the table.`, look: 'lead' }]
  }
  return [
    { text: 'The board is asked to:', look: 'lead' },
    ...asks.map((ask, index): Line => ({ text: `${index + 1}. ${ask}`, look: 'plain' })),
  ]
}

function principleRow(facts: BoardFacts, principle: Principle): Row {
  const systemId = facts.areas[0]!.id
  const rating = facts.rating(systemId, principle.id)
  const level = levelOf(rating)
  const last = levelOf(facts.rating(systemId, principle.id, facts.previous))
  const agreement = rating ? facts.agreement(rating.id) : null
  const own = facts.actionsOf(principle.id).filter(action => !facts.isClosed(action))
  const target = rating?.state === 'not-applicable' ? null : (rating?.targetLevel ?? null)
  const cells: Record<string, Cell> = {
    principle: facts.principleName(principle.id),
    sentence: sentenceOf(facts, principle),
    level: level ?? ratingStateWords[rating?.state ?? 'not-discussed'],
    target,
    targetDate: target === null ? null : (rating?.targetDate ?? null),
    last,
    change: level === null || last === null ? null : level - last,
    changeReason: rating?.changeReason && level !== null ? changeReasonWords[rating.changeReason] : null,
    agreement:
      agreement && level !== null && agreement.verdict !== 'no-votes' ? agreementBrief(agreement) : null,
    confidence: rating?.confidence && level !== null ? confidenceWords[rating.confidence] : null,
    evidence: facts.evidenceCount(principle.id),
    open: own.length,
    late: own.filter(action => facts.daysLate(action) > 0).length,
  }
  return columns.map(column => cells[column.id] ?? null)
}

/** The row in words, for who reads rather than counts: `Developing. Up from 1: real change. Aims for 3 by Sep 2027.` */
function sentenceOf(facts: BoardFacts, principle: Principle): string {
  const systemId = facts.areas[0]!.id
  const rating = facts.rating(systemId, principle.id)
  const last = levelOf(facts.rating(systemId, principle.id, facts.previous))
  const level = levelOf(rating)
  const lastWords = last === null ? '' : ` Last round ${last} ${facts.levelName(last)}.`
  if (!rating || rating.state === 'not-discussed') return `Not discussed yet.${lastWords}`
  if (rating.state === 'not-applicable')
    return `Not applicable. ${rating.notApplicableReason.trim() ? endStop(rating.notApplicableReason.trim()) : ''}`.trim()
  if (level === null) return 'Rated without a level.'
  const { targetLevel, targetDate } = rating
  const aim =
    targetLevel === null
      ? 'No target yet.'
      : targetLevel > level
        ? `Aims for ${targetLevel}${targetDate ? ` by ${monthYear(targetDate)}` : ''}.`
        : 'At its target.'
  return `${facts.levelName(level)}. ${changeWords(facts, level, last, rating.changeReason)}${aim}`
}

function changeWords(
  facts: BoardFacts,
  level: number,
  last: number | null,
  reason: keyof typeof changeReasonWords | null,
): string {
  if (last === null) return facts.previous ? 'Not rated last round. ' : ''
  if (last === level) return 'No change. '
  const why = reason ? changeReasonWords[reason].toLowerCase() : 'no reason given'
  return `${level > last ? 'Up' : 'Down'} from ${last}: ${why}. `
}

function numbered(label: string, texts: readonly string[]): Note[] {
  return texts.map((text, index) => ({ label: `${label} ${index + 1}`, text }))
}

function orNone(notes: readonly Note[], label: string, none: string): readonly Note[] {
  return notes.length > 0 ? notes : [{ label, text: none }]
}

function noteOf(label: string, text: string): Note[] {
  return text ? [{ label, text }] : []
}
