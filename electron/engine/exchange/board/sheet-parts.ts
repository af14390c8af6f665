import type { Level } from '../../../../shared/model/fields.ts'
import { levelColours } from '../../../../shared/pictures/colours.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { cutText } from '../clean-text.ts'
import { returnCodeOf } from '../marks.ts'
import type { Cell, Colour, Column, Line, Row } from '../sheet-model.ts'
import type { SheetFacts } from './board-facts.ts'

/** The levels a rating can have. */
export const LEVELS = [0, 1, 2, 3, 4] as const satisfies readonly Level[]

/** What the narrowest sheet has room for beside A1: nothing above a table wraps, and print stops where the table does. */
const LONGEST_TITLE = 95
const LONGEST_LINE = 140

/** A name that leaves room for what stands before it in the longest title. */
const LONGEST_NAME = LONGEST_TITLE - 'REHEARSAL. Mental health action plan: '.length

/** `REHEARSAL. Exceptions: Northmoor and Vale`. A name too long for the line is given in full in the line under it. */
export function titleOf(facts: SheetFacts, what: string): string {
  const whole = oneLine(`${facts.isRehearsal ? 'REHEARSAL. ' : ''}${what}: ${facts.systemName}`)
  if (whole.length <= LONGEST_TITLE) return whole
  return `${cutText(whole, { characters: LONGEST_TITLE - 1, breaks: 0 }).head.trimEnd()}…`
}

/** A text as lines that print whole, broken between words. */
export function linesOf(text: string, look: Line['look']): Line[] {
  const lines: string[] = []
  let line = ''
  for (const word of oneLine(text).split(' ').flatMap(piecesOf)) {
    if (line !== '' && line.length + 1 + word.length > LONGEST_LINE) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map(one => ({ text: one, look }))
}

/** A word longer than a line, in pieces that are not. */
function piecesOf(word: string): string[] {
  const { head, rest } = cutText(word, { characters: LONGEST_LINE, breaks: 0 })
  return rest === '' ? [head] : [head, ...piecesOf(rest)]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The line under every title: the round, the day it speaks of, and that made-up figures are made up. */
export function headLines(facts: SheetFacts): Line[] {
  const { round, input } = facts
  return [
    ...(facts.isRehearsal
      ? [
          {
            text: 'REHEARSAL. Everything here is made up for practice and says nothing about a real place.',
            look: 'warning',
          } as const,
        ]
      : []),
    ...(facts.redacted ? [{ text: `REDACTED. ${facts.redacted}`, look: 'warning' } as const] : []),
    ...(facts.systemName.length > LONGEST_NAME ? linesOf(endStop(facts.systemName), 'plain') : []),
    ...linesOf(
      `${endStop(`${round.name}, as at ${longDate(round.asAt)}`)} Made on ${longDate(input.today)}.`,
      'plain',
    ),
  ]
}

/** The code that says which file came back, for who cannot see the rest; nothing in a file that is not sent. */
export function returnLine({ input: { sent } }: SheetFacts): Line[] {
  return sent ? [{ text: `Return code: ${returnCodeOf(sent.sentFileId)}`, look: 'plain' }] : []
}

/** A table that has nothing to show says so in a row of its own, in the column that has room for it. */
export function rowsOr(rows: readonly Row[], columns: readonly Column[], sentence: string): readonly Row[] {
  if (rows.length > 0) return rows
  const widest = columns.reduce((best, column, index) => {
    const isText = column.kind === 'text'
    return isText && column.width > columns[best]!.width ? index : best
  }, 0)
  return [columns.map((_, index): Cell => (index === widest ? sentence : null))]
}

/** The ramp of levels on a column of numbers. */
export function levelColoursOf(columnId: string): Colour[] {
  return LEVELS.map(level => {
    const { fill, text } = levelColours(level)
    return { columnId, when: { is: level }, fill, text }
  })
}

/** The workbook's own status colours on a column of status words. */
export function statusColours(facts: SheetFacts, columnId: string): Colour[] {
  return facts.input.rows.statuses.map(status => ({
    columnId,
    when: { is: status.label },
    fill: status.fill,
    text: status.textColour,
  }))
}

/** Late words are red, as on the screen; the number says the same without colour. */
export function lateColour(columnId: string): Colour {
  return { columnId, when: { over: 0 }, text: '#BB2015' }
}

/** A sentence ends in one full stop, whatever the name in it ends with. */
export function endStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** Days late, where not being late is a dash rather than a figure to read. */
export const LATE_FORMAT = '0;-0;"–"'
