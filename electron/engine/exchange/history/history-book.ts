import { longDate } from '../../../../shared/text/dates.ts'
import { factsOf } from '../board/board-facts.ts'
import type { SheetInput } from '../board/input.ts'
import { headLines, linesOf, rowsOr, titleOf } from '../board/sheet-parts.ts'
import type { Book, Column, Row, Sheet } from '../sheet-model.ts'

/** What a history in Excel is made from: a row an edit, and a row a value it changed. */
export type HistoryInput = SheetInput & {
  readonly kind: 'history'
  /** What was asked for, in words; empty for everything. */
  readonly asked: string
  readonly edits: readonly HistoryRow[]
  readonly values: readonly HistoryValueRow[]
}

export type HistoryRow = {
  readonly seq: number
  readonly day: string
  readonly time: string
  readonly who: string
  readonly words: string
  readonly area: string
  readonly principle: string
  /** `Taken back`, or nothing. */
  readonly standing: string
}

export type HistoryValueRow = {
  readonly seq: number
  readonly subject: string
  readonly field: string
  readonly was: string
  readonly is: string
}

const editColumns: readonly Column[] = [
  { id: 'seq', header: 'Number', width: 9, kind: 'number', format: '0' },
  { id: 'day', header: 'Date', width: 12, kind: 'date' },
  { id: 'time', header: 'Time', width: 8, kind: 'text' },
  { id: 'who', header: 'By', width: 20, kind: 'text' },
  { id: 'words', header: 'In words', width: 70, kind: 'text' },
  { id: 'area', header: 'Place', width: 18, kind: 'text' },
  { id: 'principle', header: 'Principle', width: 28, kind: 'text' },
  { id: 'standing', header: 'Taken back', width: 12, kind: 'text' },
]

const valueColumns: readonly Column[] = [
  { id: 'seq', header: 'Number', width: 9, kind: 'number', format: '0' },
  { id: 'subject', header: 'Of', width: 30, kind: 'text' },
  { id: 'field', header: 'What', width: 20, kind: 'text' },
  { id: 'was', header: 'Was', width: 45, kind: 'text' },
  { id: 'is', header: 'Became', width: 45, kind: 'text' },
]

/** The history as two sheets: what was done, and what it changed. It is for reading: nothing of it is read back. */
export function historyBook(input: HistoryInput): Book {
  const facts = factsOf(input)
  const stamp = facts.isRehearsal ? 'REHEARSAL. ' : ''
  const lines = [...headLines(facts), ...(input.asked ? linesOf(input.asked, 'plain') : [])]
  const sheet = (name: string, columns: readonly Column[], rows: readonly Row[], none: string): Sheet => ({
    name,
    title: titleOf(facts, name),
    lines,
    columns,
    rows: rowsOr(rows, columns, none),
    frozenColumns: 2,
    colours: [],
    notes: [],
  })
  return {
    title: `${stamp}${facts.systemName}: history`,
    subject: `History, made on ${longDate(input.today)}.`,
    author: 'Ninefold',
    paper: 'A4',
    headerLeft: `${stamp}${facts.systemName}`,
    headerRight: `As at ${longDate(facts.round.asAt)}`,
    sheets: [
      sheet(
        // Excel keeps the name History for itself.
        'Changes',
        editColumns,
        input.edits.map(({ seq, day, time, who, words, area, principle, standing }) => [
          seq,
          day,
          time,
          who,
          words,
          area || null,
          principle || null,
          standing || null,
        ]),
        'No change fits what was asked for.',
      ),
      sheet(
        'Values',
        valueColumns,
        input.values.map(({ seq, subject, field, was, is }) => [
          seq,
          subject || null,
          field,
          was || null,
          is || null,
        ]),
        'No value was changed.',
      ),
    ],
    lists: {},
    sent: null,
    remarks: [],
  }
}
