import { longDate } from '../../../../shared/text/dates.ts'
import { organisationWords } from '../../../../shared/text/words.ts'
import { factsOf } from '../board/board-facts.ts'
import { withMarks } from '../board/marked-sheet.ts'
import { headLines, returnLine, titleOf } from '../board/sheet-parts.ts'
import { sentOf } from '../sent-tables.ts'
import type { Book, Line, Sheet } from '../sheet-model.ts'
import { slipCell, slipColumns } from './columns.ts'
import type { SlipInput } from './input.ts'
import { asked, sendBack } from './words.ts'

/** The labels above the table, by which what stands beside them is found again. */
export const SLIP_LABELS = {
  name: 'Name',
  organisation: 'Organisation',
  area: 'Place',
  round: 'Round',
} as const

/** A rating slip of one area: nine rows to answer on one page, on screen or on paper. */
export function slipBook(input: SlipInput): Book {
  const facts = factsOf(input)
  const { sent } = input
  const stamp = facts.isRehearsal ? 'REHEARSAL. ' : ''
  const areaName = facts.areaName(sent.areaId!)
  const isPlace = areaName !== facts.systemName
  const columns = slipColumns(facts)
  const sheet: Sheet = {
    name: 'Rating slip',
    title: titleOf(facts, isPlace ? `Rating slip, ${areaName}` : 'Rating slip'),
    lines: [
      ...headLines(facts),
      ...asked(
        'Give each principle the level that is true now, and say why in a sentence. Leave out what you cannot judge.',
        `Type your name and choose your kind of organisation. ${sendBack(input)}`,
      ),
      ...labels(input, areaName, facts.round.name),
      ...returnLine(facts),
    ],
    columns,
    rows: facts.principles.map(principle => columns.map(column => slipCell(column.id, principle))),
    frozenColumns: 1,
    colours: [],
    notes: [],
    isLocked: true,
    isOnePage: true,
  }
  const ids = facts.principles.map(principle => principle.id)
  return {
    title: `${stamp}${facts.systemName}: rating slip, ${areaName}`,
    subject: `${facts.round.name}, as at ${longDate(facts.round.asAt)}. Rating slip.`,
    author: 'Ninefold',
    paper: 'A4',
    headerLeft: `${stamp}${facts.systemName}${isPlace ? `: ${areaName}` : ''}`,
    headerRight: `As at ${longDate(facts.round.asAt)}`,
    sheets: [withMarks(facts, ids, sheet)],
    lists: {},
    sent: sentOf(facts),
    remarks: [],
  }
}

function labels({ name, organisationType }: SlipInput, areaName: string, roundName: string): Line[] {
  const organisation = organisationType ? organisationWords[organisationType] : ''
  return [
    { text: SLIP_LABELS.name, look: 'lead', value: { text: name, use: 'answer' } },
    {
      text: SLIP_LABELS.organisation,
      look: 'lead',
      value: { text: organisation, use: 'answer', choices: { words: Object.values(organisationWords) } },
    },
    { text: SLIP_LABELS.area, look: 'lead', value: { text: areaName, use: 'fixed' } },
    { text: SLIP_LABELS.round, look: 'lead', value: { text: roundName, use: 'fixed' } },
  ]
}
