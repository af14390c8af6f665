import type { ConditionalFormattingRule, DataValidation } from 'exceljs'
import { holdsWord } from './formulas.ts'
import { type Book, type Colour, type Column, letterOf, type Sheet } from './sheet-model.ts'
import { colourStyle } from './xlsx-styles.ts'

/** The one drop-down or check of a column or a cell to fill in, if it has one. */
export function validationOf(column: Pick<Column, 'kind' | 'choices'>, book: Book): DataValidation | null {
  const said = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not in the list',
  } as const
  if (column.kind === 'date')
    return {
      ...said,
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date(Date.UTC(1900, 2, 1))],
      errorTitle: 'Not a date',
      error: 'Type a date, such as 30/11/2026.',
    }
  const { choices } = column
  if (!choices) return null
  if ('least' in choices)
    return {
      ...said,
      type: 'whole',
      operator: 'between',
      formulae: [choices.least, choices.most],
      errorTitle: 'Not a whole number in range',
      error: `Type a whole number from ${choices.least} to ${choices.most}.`,
    }
  if ('words' in choices)
    return {
      ...said,
      type: 'list',
      formulae: [`"${choices.words.join(',')}"`],
      error: 'Choose one of those in the list.',
    }
  const range = book.lists[choices.from]
  if (!range) return null
  return {
    ...said,
    type: 'list',
    formulae: [range],
    error: 'Choose one of the words in the list. The Key says what they mean.',
  }
}

/**
 * A colour as a conditional format for a column whose first row of data is `row`. Blank cells equal 0 in Excel, so a
 * level is coloured only where there is a number. `priority` is 1 for the first rule of a sheet, then 2, and so on.
 */
export function ruleOf(
  colour: Colour,
  sheet: Sheet,
  row: number,
  priority: number,
): ConditionalFormattingRule {
  const letter = (id: string) => letterOf(sheet.columns.findIndex(column => column.id === id))
  const cell = `${letter(colour.columnId)}${row}`
  const { when } = colour
  const tests: string[] = []
  if ('over' in when) tests.push(`ISNUMBER(${cell})`, `${cell}>${when.over}`)
  else if (typeof when.is === 'number') tests.push(`ISNUMBER(${cell})`, `${cell}=${when.is}`)
  else tests.push(holdsWord(cell, when.is))
  if ('while' in when) tests.push(holdsWord(`$${letter(when.while.columnId)}${row}`, when.while.is))
  const formula = tests.length === 1 ? tests[0]! : `AND(${tests.join(',')})`
  return { type: 'expression', priority, formulae: [formula], style: colourStyle(colour) }
}
