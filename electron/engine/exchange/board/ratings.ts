import type { EvidenceId, PrincipleId } from '../../../../shared/model/ids.ts'
import type { Rating, Vote } from '../../../../shared/model/rating.ts'
import type { Area } from '../../../../shared/model/workbook.ts'
import { agreementOf, tallyOf } from '../../../../shared/rules/agreement.ts'
import { agreementBrief } from '../../../../shared/text/agreement.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { changeReasonWords, confidenceWords, organisationWords } from '../../../../shared/text/words.ts'
import type { Cell, Column, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { headLines, LEVELS, levelColoursOf, stateWords, titleOf } from './sheet-parts.ts'

const LEVEL = { least: 0, most: 4 } as const

/** Those without `inBoard` are for working with the figures, and would make a printed page too small to read. */
const allColumns: readonly (Column & { readonly inBoard?: true })[] = [
  { id: 'area', header: 'Place', width: 12, kind: 'text', choices: { from: 'areas' }, inBoard: true },
  {
    id: 'principle',
    header: 'Principle',
    width: 16,
    kind: 'text',
    choices: { from: 'principles' },
    inBoard: true,
  },
  { id: 'state', header: 'State', width: 12, kind: 'text', choices: { words: Object.values(stateWords) } },
  { id: 'level', header: 'Level now', width: 8, kind: 'level', choices: LEVEL, inBoard: true },
  { id: 'levelName', header: 'Level in words', width: 12, kind: 'text', inBoard: true },
  { id: 'target', header: 'Target level', width: 8, kind: 'target', choices: LEVEL, inBoard: true },
  { id: 'targetDate', header: 'Target date', width: 12, kind: 'date', inBoard: true },
  { id: 'reason', header: 'Reason', width: 36, kind: 'text', inBoard: true },
  {
    id: 'confidence',
    header: 'Confidence',
    width: 12,
    kind: 'text',
    choices: { from: 'confidence' },
    inBoard: true,
  },
  { id: 'agreement', header: 'Agreement', width: 12, kind: 'text', inBoard: true },
  { id: 'count', header: 'Votes', width: 7, kind: 'number', inBoard: true },
  { id: 'median', header: 'Median', width: 8, kind: 'number', inBoard: true },
  { id: 'lowest', header: 'Lowest', width: 8, kind: 'number', inBoard: true },
  { id: 'highest', header: 'Highest', width: 8, kind: 'number', inBoard: true },
  { id: 'votes', header: 'Votes in words', width: 17, kind: 'text' },
  { id: 'minority', header: 'Minority view', width: 22, kind: 'text', inBoard: true },
  { id: 'minorityFrom', header: 'Minority view from', width: 13, kind: 'text', inBoard: true },
  { id: 'last', header: 'Last round', width: 8, kind: 'number' },
  { id: 'change', header: 'Change', width: 9, kind: 'number', format: '+0;-0;0' },
  { id: 'changeReason', header: 'Reason for change', width: 13, kind: 'text' },
  { id: 'changeNote', header: 'Note on change', width: 20, kind: 'text' },
  { id: 'evidence', header: 'Evidence', width: 11, kind: 'text', inBoard: true },
]

/** One row an area and principle, those not discussed included: a gap in the round must be seen. */
export function ratingsSheet(facts: BoardFacts): Sheet {
  const isFull = facts.input.options.view === 'full'
  const columns = allColumns.filter(column => isFull || column.inBoard)
  return {
    name: 'Ratings',
    title: titleOf(facts, 'Ratings'),
    lines: headLines(facts),
    columns,
    rows: facts.areas.flatMap(area =>
      facts.principles.map(principle => ratingRow(facts, columns, area, principle.id)),
    ),
    frozenColumns: 2,
    colours: levelColoursOf('level'),
    notes: [],
  }
}

function ratingRow(facts: BoardFacts, columns: readonly Column[], area: Area, principleId: PrincipleId): Row {
  const rating = facts.rating(area.id, principleId)
  const last = levelOf(facts.rating(area.id, principleId, facts.previous))
  const level = levelOf(rating)
  const { count, votes } = rating ? facts.lastCount(rating.id) : { count: 1 as const, votes: [] }
  const agreement = agreementOf(tallyOf(votes))
  const state = rating?.state ?? 'not-discussed'
  const cells: Record<string, Cell> = {
    area: area.name,
    principle: facts.principleName(principleId),
    state: stateWords[state],
    level,
    levelName: level === null ? stateWords[state] : facts.levelName(level),
    target: rating?.targetLevel ?? null,
    targetDate: rating?.targetDate ?? null,
    reason: (state === 'not-applicable' ? rating?.notApplicableReason : rating?.reason) || null,
    confidence: rating?.confidence ? confidenceWords[rating.confidence] : null,
    ...(agreement.verdict === 'no-votes'
      ? {}
      : {
          agreement: agreementBrief(agreement),
          count: agreement.votes,
          median: agreement.median,
          lowest: agreement.lowest,
          highest: agreement.highest,
          votes: votesInWords(votes, count),
        }),
    minority: rating?.minorityView || null,
    minorityFrom: rating?.minorityType ? organisationWords[rating.minorityType] : null,
    last,
    change: level === null || last === null ? null : level - last,
    changeReason: rating?.changeReason ? changeReasonWords[rating.changeReason] : null,
    changeNote: rating?.changeNote || null,
    evidence: evidenceRefs(facts, area, principleId),
  }
  return columns.map(column => cells[column.id] ?? null)
}

function evidenceRefs(facts: BoardFacts, area: Area, principleId: PrincipleId): string | null {
  const items = facts
    .evidenceFor(principleId)
    .filter(item => area.kind === 'system' || covers(facts, item.id, area))
  return items.map(item => refOf('evidence', item.ref)).join(', ') || null
}

/** The level of a rated rating; a level left behind by another state is none. */
export function levelOf(rating: Rating | undefined): number | null {
  return rating?.state === 'rated' ? rating.level : null
}

/** `Level 1: 3, level 2: 5 (second count)`. */
function votesInWords(votes: readonly Vote[], count: 1 | 2): string {
  const tally = tallyOf(votes)
  const words = LEVELS.filter(level => tally[level] > 0).map(level => `level ${level}: ${tally[level]}`)
  const all = words.join(', ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}${count === 2 ? ' (second count)' : ''}`
}

/** The rule of `evidenceOf`: a place has what names it, or the whole system. */
function covers(facts: BoardFacts, id: EvidenceId, area: Area): boolean {
  const areas = facts.coveredBy(id)
  return areas.has(area.id) || areas.has(facts.areas[0]!.id)
}
