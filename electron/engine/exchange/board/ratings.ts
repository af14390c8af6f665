import type { EvidenceId, PrincipleId } from '../../../../shared/model/ids.ts'
import type { Rating, Vote } from '../../../../shared/model/rating.ts'
import type { Area } from '../../../../shared/model/workbook.ts'
import { agreementOf, tallyOf } from '../../../../shared/rules/agreement.ts'
import { agreementBrief } from '../../../../shared/text/agreement.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { changeReasonWords, confidenceWords, organisationWords } from '../../../../shared/text/words.ts'
import type { Column, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { headLines, LEVELS, levelColoursOf, stateWords, titleOf } from './sheet-parts.ts'

const LEVEL = { least: 0, most: 4 } as const

const columns: readonly Column[] = [
  { id: 'area', header: 'Place', width: 15, kind: 'text', choices: { from: 'areas' } },
  { id: 'principle', header: 'Principle', width: 17, kind: 'text', choices: { from: 'principles' } },
  { id: 'state', header: 'State', width: 12, kind: 'text', choices: { words: Object.values(stateWords) } },
  { id: 'level', header: 'Level now', width: 8, kind: 'level', choices: LEVEL },
  { id: 'levelName', header: 'Level in words', width: 13, kind: 'text' },
  { id: 'target', header: 'Target level', width: 8, kind: 'target', choices: LEVEL },
  { id: 'targetDate', header: 'Target date', width: 13, kind: 'date' },
  { id: 'reason', header: 'Reason', width: 34, kind: 'text' },
  { id: 'confidence', header: 'Confidence', width: 12, kind: 'text', choices: { from: 'confidence' } },
  { id: 'agreement', header: 'Agreement', width: 13, kind: 'text' },
  { id: 'count', header: 'Votes', width: 8, kind: 'number' },
  { id: 'median', header: 'Median', width: 9, kind: 'number' },
  { id: 'lowest', header: 'Lowest', width: 9, kind: 'number' },
  { id: 'highest', header: 'Highest', width: 9, kind: 'number' },
  { id: 'votes', header: 'Votes in words', width: 17, kind: 'text' },
  { id: 'minority', header: 'Minority view', width: 22, kind: 'text' },
  { id: 'minorityFrom', header: 'Minority view from', width: 14, kind: 'text' },
  { id: 'last', header: 'Last round', width: 8, kind: 'number' },
  { id: 'change', header: 'Change', width: 9, kind: 'number', format: '+0;-0;0' },
  { id: 'changeReason', header: 'Reason for change', width: 13, kind: 'text' },
  { id: 'changeNote', header: 'Note on change', width: 20, kind: 'text' },
  { id: 'evidence', header: 'Evidence', width: 14, kind: 'text' },
]

/** One row an area and principle, those not discussed included: a gap in the round must be seen. */
export function ratingsSheet(facts: BoardFacts): Sheet {
  return {
    name: 'Ratings',
    title: titleOf(facts, 'Ratings'),
    lines: headLines(facts),
    columns,
    rows: facts.areas.flatMap(area =>
      facts.principles.map(principle => ratingRow(facts, area, principle.id)),
    ),
    frozenColumns: 2,
    colours: levelColoursOf('level'),
    notes: [],
  }
}

function ratingRow(facts: BoardFacts, area: Area, principleId: PrincipleId): Row {
  const rating = facts.rating(area.id, principleId)
  const last = levelOf(facts.rating(area.id, principleId, facts.previous))
  const level = levelOf(rating)
  const { count, votes } = rating ? facts.lastCount(rating.id) : { count: 1 as const, votes: [] }
  const agreement = agreementOf(tallyOf(votes))
  const hasVotes = agreement.verdict !== 'no-votes'
  return [
    area.name,
    facts.principleName(principleId),
    stateWords[rating?.state ?? 'not-discussed'],
    level,
    level === null ? null : facts.levelName(level),
    rating?.targetLevel ?? null,
    rating?.targetDate ?? null,
    (rating?.state === 'not-applicable' ? rating.notApplicableReason : rating?.reason) || null,
    rating?.confidence ? confidenceWords[rating.confidence] : null,
    hasVotes ? agreementBrief(agreement) : null,
    hasVotes ? agreement.votes : null,
    hasVotes ? agreement.median : null,
    hasVotes ? agreement.lowest : null,
    hasVotes ? agreement.highest : null,
    hasVotes ? votesInWords(votes, count) : null,
    rating?.minorityView || null,
    rating?.minorityType ? organisationWords[rating.minorityType] : null,
    last,
    level === null || last === null ? null : level - last,
    rating?.changeReason ? changeReasonWords[rating.changeReason] : null,
    rating?.changeNote || null,
    facts
      .evidenceFor(principleId)
      .filter(item => area.kind === 'system' || covers(facts, item.id, area))
      .map(item => refOf('evidence', item.ref))
      .join(', ') || null,
  ]
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
