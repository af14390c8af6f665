import { longDate } from '../../../../shared/text/dates.ts'
import { sentOf } from '../sent-tables.ts'
import type { Book, Picture } from '../sheet-model.ts'
import { actionPlanSheet } from './action-plan.ts'
import { type BoardFacts, factsOf } from './board-facts.ts'
import { changesSheet } from './changes.ts'
import { evidenceSheet, leftOutSentence } from './evidence.ts'
import { exceptionsSheet } from './exceptions.ts'
import type { BoardInput } from './input.ts'
import { keySheet } from './key.ts'
import { measuresSheet } from './measures.ts'
import { ratingsSheet } from './ratings.ts'
import { roundsSheet } from './rounds.ts'
import { summarySheet } from './summary.ts'
import { votesSheet } from './votes.ts'

/** The ten sheets of the board workbook, in their order, and its pictures. */
export function boardBook(input: BoardInput, picture: Picture | null, trend: Picture | null = null): Book {
  return withPictures(boardSheets(input), picture, trend)
}

/** A board workbook with its pictures: the radar and the rounds, if they could be drawn. */
export function withPictures(book: Book, radar: Picture | null, trend: Picture | null): Book {
  const pictures = new Map([
    ['Summary', radar],
    ['Rounds', trend],
  ])
  return {
    ...book,
    sheets: book.sheets.map(sheet => {
      const picture = pictures.get(sheet.name)
      return picture ? { ...sheet, picture } : sheet
    }),
    remarks: radar ? book.remarks : [...book.remarks, NO_RADAR],
  }
}

const NO_RADAR = 'The radar could not be drawn and is missing; its values are in the table of the Summary.'

/** The board workbook before its pictures are painted, which takes as long as all the rest of it. */
export function boardSheets(input: BoardInput): Book {
  const facts = factsOf(input)
  const key = keySheet(facts, input.file)
  const leftOut = leftOutSentence(facts)
  const stamp = facts.isRehearsal ? 'REHEARSAL. ' : ''
  return {
    title: `${stamp}${facts.systemName}: mental health action plan`,
    subject: `${facts.round.name}, as at ${longDate(facts.round.asAt)}. ${viewWords(facts)}.`,
    author: input.options.preparedBy.trim() || 'Ninefold',
    paper: input.options.view === 'board' ? 'A4' : 'A3',
    headerLeft: `${stamp}${facts.systemName}`,
    headerRight: `As at ${longDate(facts.round.asAt)}`,
    sheets: [
      summarySheet(facts),
      exceptionsSheet(facts),
      actionPlanSheet(facts),
      ratingsSheet(facts),
      votesSheet(facts),
      roundsSheet(facts),
      evidenceSheet(facts),
      measuresSheet(facts),
      changesSheet(facts),
      key.sheet,
    ],
    lists: key.lists,
    sent: sentOf(facts),
    remarks: leftOut ? [leftOut] : [],
  }
}

function viewWords(facts: BoardFacts): string {
  return facts.input.options.view === 'board' ? 'Board view' : 'Full plan'
}
