import type { Principle } from '../../../../shared/model/framework.ts'
import type { EvidenceId, PrincipleId } from '../../../../shared/model/ids.ts'
import type { Rating, Vote } from '../../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import type { Area } from '../../../../shared/model/workbook.ts'
import { agreementOf, tallyOf } from '../../../../shared/rules/agreement.ts'
import { minorityFrom } from '../../../../shared/rules/room.ts'
import { agreementBrief } from '../../../../shared/text/agreement.ts'
import { refOf } from '../../../../shared/text/names.ts'
import {
  A_SMALL_GROUP,
  changeReasonWords,
  confidenceWords,
  organisationWords,
  ratingStateWords,
} from '../../../../shared/text/words.ts'
import type { Cell, Column, Line, Sheet } from '../sheet-model.ts'
import type { SheetFacts } from './board-facts.ts'
import { withMarks } from './marked-sheet.ts'
import { headLines, LEVELS, levelColoursOf, returnLine, titleOf } from './sheet-parts.ts'

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
  {
    id: 'state',
    header: 'State',
    width: 12,
    kind: 'text',
    choices: { words: Object.values(ratingStateWords) },
  },
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
export function ratingsSheet(
  facts: SheetFacts,
  columns: readonly Column[] = ratingColumns(facts.input.options.view),
  more: readonly Line[] = [],
): Sheet {
  const spots = facts.areas.flatMap(area =>
    facts.principles.map(principle => spotOf(area, principle.id, facts)),
  )
  const ids = spots.map(({ area, principleId }) => ratingIdOf(facts.round.id, area.id, principleId))
  return withMarks(facts, ids, {
    name: 'Ratings',
    title: titleOf(facts, 'Ratings'),
    lines: [...headLines(facts), ...more, ...returnLine(facts)],
    columns,
    rows: spots.map(spot => columns.map(column => cellFor(column.id, spot))),
    frozenColumns: 2,
    colours: levelColoursOf('level'),
    notes: [],
  })
}

/** The columns of the ratings: all of them, or those for a board. */
export function ratingColumns(view: 'board' | 'full'): Column[] {
  return allColumns.filter(column => view === 'full' || column.inBoard)
}

/** What a column of the ratings says of a principle in an area: the very cell that is sent. */
export function ratingCell(columnId: string, area: Area, principle: Principle, facts: SheetFacts): Cell {
  return cellFor(columnId, spotOf(area, principle.id, facts))
}

/** A principle in an area and what was made of it, looked up once a row. */
type Spot = {
  readonly area: Area
  readonly principleId: PrincipleId
  readonly facts: SheetFacts
  readonly rating: Rating | undefined
  readonly state: keyof typeof ratingStateWords
  readonly level: number | null
  readonly last: number | null
  readonly lastCount: { readonly count: 1 | 2; readonly votes: readonly Vote[] }
}

function spotOf(area: Area, principleId: PrincipleId, facts: SheetFacts): Spot {
  const rating = facts.rating(area.id, principleId)
  return {
    area,
    principleId,
    facts,
    rating,
    state: rating?.state ?? 'not-discussed',
    level: levelOf(rating),
    last: levelOf(facts.rating(area.id, principleId, facts.previous)),
    lastCount: rating ? facts.lastCount(rating.id) : { count: 1, votes: [] },
  }
}

function cellFor(columnId: string, spot: Spot): Cell {
  return cells[columnId]?.(spot) ?? ofVotes(columnId, spot)
}

const cells: Readonly<Record<string, (spot: Spot) => Cell>> = {
  area: ({ area }) => area.name,
  principle: ({ facts, principleId }) => facts.principleName(principleId),
  state: ({ state }) => ratingStateWords[state],
  level: ({ level }) => level,
  levelName: ({ facts, level, state }) => (level === null ? ratingStateWords[state] : facts.levelName(level)),
  target: ({ rating }) => rating?.targetLevel ?? null,
  targetDate: ({ rating }) => rating?.targetDate ?? null,
  reason: ({ rating, state }) =>
    (state === 'not-applicable' ? rating?.notApplicableReason : rating?.reason) || null,
  confidence: ({ rating }) => (rating?.confidence ? confidenceWords[rating.confidence] : null),
  minority: ({ rating }) => rating?.minorityView || null,
  minorityFrom: ({ rating, facts }) => {
    const from = rating ? minorityFrom(facts.input.rows, rating) : null
    return from === 'few' ? A_SMALL_GROUP : from && organisationWords[from]
  },
  last: ({ last }) => last,
  change: ({ level, last }) => (level === null || last === null ? null : level - last),
  changeReason: ({ rating }) => (rating?.changeReason ? changeReasonWords[rating.changeReason] : null),
  changeNote: ({ rating }) => rating?.changeNote || null,
  evidence: ({ facts, area, principleId }) => evidenceRefs(facts, area, principleId),
}

/** What the votes say; nothing where there are none. */
function ofVotes(columnId: string, { lastCount: { count, votes } }: Spot): Cell {
  const agreement = agreementOf(tallyOf(votes))
  if (agreement.verdict === 'no-votes') return null
  switch (columnId) {
    case 'agreement':
      return agreementBrief(agreement)
    case 'count':
      return agreement.votes
    case 'median':
      return agreement.median
    case 'lowest':
      return agreement.lowest
    case 'highest':
      return agreement.highest
    case 'votes':
      return votesInWords(votes, count)
    default:
      return null
  }
}

function evidenceRefs(facts: SheetFacts, area: Area, principleId: PrincipleId): string | null {
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
function covers(facts: SheetFacts, id: EvidenceId, area: Area): boolean {
  const areas = facts.coveredBy(id)
  return areas.has(area.id) || areas.has(facts.areas[0]!.id)
}
