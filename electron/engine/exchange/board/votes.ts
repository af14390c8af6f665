import type { Principle } from '../../../../shared/model/framework.ts'
import type { Rating, Vote } from '../../../../shared/model/rating.ts'
import type { Area } from '../../../../shared/model/workbook.ts'
import { agreementOf, tallyOf } from '../../../../shared/rules/agreement.ts'
import { agreementWords } from '../../../../shared/text/agreement.ts'
import type { Column, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { headLines, LEVELS, rowsOr, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'area', header: 'Place', width: 16, kind: 'text' },
  { id: 'principle', header: 'Principle', width: 26, kind: 'text' },
  { id: 'which', header: 'Count', width: 9, kind: 'text' },
  ...LEVELS.map(
    (level): Column => ({ id: `at${level}`, header: `Votes for ${level}`, width: 8, kind: 'number' }),
  ),
  { id: 'votes', header: 'Votes', width: 7, kind: 'number' },
  { id: 'median', header: 'Median', width: 9, kind: 'number' },
  { id: 'range', header: 'Range', width: 9, kind: 'text' },
  { id: 'verdict', header: 'Verdict', width: 13, kind: 'text' },
  { id: 'words', header: 'How it came about', width: 50, kind: 'text' },
]

/** Every count that was shown in this round, first and second in rows of their own, and what was made of it. Never by type. */
export function votesSheet(facts: BoardFacts): Sheet {
  const rows = facts.areas.flatMap(area =>
    facts.principles.flatMap(principle => {
      const rating = facts.rating(area.id, principle.id)
      return rating ? countRows(facts, area, principle, rating) : []
    }),
  )
  return {
    name: 'Votes',
    title: titleOf(facts, 'Votes'),
    lines: headLines(facts),
    columns,
    rows: rowsOr(rows, columns, 'No count has been shown in this round.'),
    frozenColumns: 2,
    colours: [],
    notes: [],
  }
}

function countRows(facts: BoardFacts, area: Area, principle: Principle, rating: Rating): Row[] {
  const all = facts.shownVotes(rating.id)
  const counts = ([1, 2] as const).filter(count => all.some(vote => vote.count === count))
  return counts.map(count => {
    const votes = all.filter(vote => vote.count === count)
    const tally = tallyOf(votes)
    const agreement = agreementOf(tally)
    const said = agreementWords(agreement)
    const made = count === counts.at(-1) ? ` ${madeOfIt(rating, votes)}` : ''
    return [
      area.name,
      facts.principleName(principle.id),
      count === 1 ? 'First' : 'Second',
      ...tally,
      agreement.verdict === 'no-votes' ? 0 : agreement.votes,
      agreement.verdict === 'no-votes' ? null : agreement.median,
      agreement.verdict === 'no-votes' ? null : `${agreement.lowest} to ${agreement.highest}`,
      said.verdict,
      `${said.why}${made}`.trim(),
    ]
  })
}

/** `Planned from level 1.`, `Level 2 was agreed.`, `Level 3 was agreed rather than the median.`; nothing while it is not. */
function madeOfIt(rating: Rating, votes: readonly Vote[]): string {
  const agreement = agreementOf(tallyOf(votes))
  if (rating.state !== 'rated' || rating.level === null || agreement.verdict === 'no-votes') return ''
  if (agreement.verdict === 'split') return `It stays split; planned from level ${rating.level}.`
  return `Level ${rating.level} was agreed${rating.level === agreement.median ? '' : ' rather than the median'}.`
}
