import type { OrganisationType } from '../../../../shared/model/rating.ts'
import type { Area, Round } from '../../../../shared/model/workbook.ts'
import { attendanceShown, everyoneWords } from '../../../../shared/rules/attendance.ts'
import { attendanceOf } from '../../../../shared/rules/room.ts'
import { ratingChangeWords } from '../../../../shared/text/rating-change.ts'
import { listOf } from '../../../../shared/text/sizes.ts'
import { changeReasonWords, organisationWords, ratingStateWords } from '../../../../shared/text/words.ts'
import type { Column, Note, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { levelOf } from './ratings.ts'
import { headLines, levelColoursOf, rowsOr, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'area', header: 'Place', width: 20, kind: 'text' },
  { id: 'principle', header: 'Principle', width: 32, kind: 'text' },
  { id: 'round', header: 'Round', width: 20, kind: 'text' },
  { id: 'asAt', header: 'As at', width: 13, kind: 'date' },
  { id: 'level', header: 'Level', width: 14, kind: 'level' },
  { id: 'change', header: 'Change', width: 9, kind: 'number', format: '+0;-0;0' },
  { id: 'kind', header: 'Kind of change', width: 16, kind: 'text' },
  { id: 'words', header: 'In words', width: 46, kind: 'text' },
]

/** Where each principle stood in every round up to this one, and under it who was in the room. */
export function roundsSheet(facts: BoardFacts): Sheet {
  const rounds = roundsUpTo(facts)
  const rows = facts.areas.flatMap(area =>
    facts.principles.flatMap(principle =>
      rounds.flatMap((round, index): Row[] => {
        const now = facts.rating(area.id, principle.id, round)
        const last = index > 0 ? facts.rating(area.id, principle.id, rounds[index - 1]!) : undefined
        if (!now || now.state === 'not-discussed') return []
        const [was, is] = [levelOf(last), levelOf(now)]
        const change = was === null || is === null ? null : is - was
        return [
          [
            area.name,
            facts.principleName(principle.id),
            round.name,
            round.asAt,
            is ?? ratingStateWords[now.state],
            change,
            change && now.changeReason ? changeReasonWords[now.changeReason] : null,
            last ? (ratingChangeWords(last, now) ?? 'No change.') : null,
          ],
        ]
      }),
    ),
  )
  return {
    name: 'Rounds',
    title: titleOf(facts, 'Rounds'),
    lines: headLines(facts),
    columns,
    rows: rowsOr(rows, columns, 'Nothing has been rated yet.'),
    frozenColumns: 2,
    colours: levelColoursOf('level'),
    notes: facts.areas.flatMap(area => attendanceNotes(facts, area)),
  }
}

/** The rounds up to the one this file speaks of, the oldest first. */
function roundsUpTo({ input, round }: BoardFacts): Round[] {
  return [...input.rows.rounds]
    .sort((a, b) => a.position - b.position)
    .filter(one => one.position <= round.position)
}

/** Who was in the room in this round and the last, as it may be shown (RN15). */
function attendanceNotes({ input, round, previous, areas }: BoardFacts, area: Area): Note[] {
  const of = (one: Round | null): ReadonlyMap<OrganisationType, number> =>
    one ? attendanceOf(input.rows, { roundId: one.id, areaId: area.id }) : new Map()
  const shown = attendanceShown(of(previous), of(round), input.rows.rounds.map(of))
  if (shown.before + shown.now === 0) return []
  const where = area === areas[0] ? '' : `${area.name}: `
  const beside = (before: string, now: string) =>
    previous ? `${previous.name}: ${before}. ${round.name}: ${now}.` : `${round.name}: ${now}.`
  const people = (number: number) => (number === 0 ? 'no one' : String(number))
  const nobody = shown.nobody.map(type => organisationWords[type].toLowerCase())
  return [
    ...shown.rows.map(row => ({
      label: `${where}In the room, ${row.label.toLowerCase()}`,
      text: beside(people(row.before), people(row.now)),
    })),
    {
      label: `${where}In the room, everyone`,
      text: beside(everyoneWords(shown.before).toLowerCase(), everyoneWords(shown.now).toLowerCase()),
    },
    ...(nobody.length > 0
      ? [
          {
            label: `${where}Missing voices`,
            text: `No one from ${listOf(nobody)}${previous ? ' in either round' : ''}.`,
          },
        ]
      : []),
  ]
}
