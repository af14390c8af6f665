import { LONGEST_TEXT } from '../../../../shared/model/fields.ts'
import type { Rating } from '../../../../shared/model/rating.ts'
import { type Choice, choiceMeant } from '../../../../shared/text/choices.ts'
import { dayOfBareNumber } from '../../../../shared/text/excel-days.ts'
import { keptText, plainText, wordsOf } from '../../../../shared/text/plain.ts'
import { typedDate } from '../../../../shared/text/typed-date.ts'
import { changeReasonWords, confidenceWords, organisationWords } from '../../../../shared/text/words.ts'
import type { ReadCell } from '../../exchange/returned/read-book.ts'
import type { FileAt } from '../file-at.ts'
import { quoted } from '../lists.ts'
import { errorIn, FORMULA_TAKEN } from '../sheet-cell.ts'
import { type Reading, unreadable } from '../value.ts'
import { ratingMeaning } from './rating-meaning.ts'

/** What a cell of the ratings says now that it came back changed; level and state are read by `readLevel`. */
export function readRatingCell(
  columnId: string,
  cell: ReadCell | undefined,
  rating: Rating,
  file: FileAt,
): Reading<Rating> {
  const error = errorIn(cell)
  if (error) return unreadable(error, cell?.error ?? '')
  const set = setOf(columnId, cell, rating, file)
  if (typeof set === 'string') return unreadable(set, cell?.text ?? '')
  const meaning = ratingMeaning(columnId, { ...rating, ...set }, file.now.facts)
  const typed = plainText(cell?.text ?? '')
  const isTold = typed === '' || cell?.day || wordsOf(meaning.value.text).startsWith(wordsOf(typed))
  const remarks = [
    ...(isTold || meaning.key === typed ? [] : [`Typed as ${typed}, read as ${meaning.value.text}.`]),
    ...(cell?.isFormula ? [FORMULA_TAKEN] : []),
  ]
  return { kind: 'read', meaning, set, writes: [], remarks }
}

/** The fields a cell sets, or why it cannot be kept. */
function setOf(
  columnId: string,
  cell: ReadCell | undefined,
  rating: Rating,
  { context }: FileAt,
): Partial<Rating> | string {
  const text = keptText(cell?.text ?? '')
  switch (columnId) {
    case 'target': {
      const choice = choiceMeant(context.choices.targetLevel, cell?.number?.toString() ?? text)
      if (!choice) return `${quoted(text)} is not a level from 0 to 4.`
      return { targetLevel: choice.value === '' ? null : (Number(choice.value) as Rating['targetLevel']) }
    }
    case 'targetDate': {
      const day = cell?.day ?? dayOfBareNumber(cell?.number ?? null) ?? typedDate(text, context.today)
      if (text !== '' && !day) return `${quoted(text)} is not a date; try 30 Nov 2026.`
      return { targetDate: text === '' ? null : day }
    }
    case 'confidence':
      return worded('confidence', confidenceWords, text)
    case 'minorityFrom':
      return worded('minorityType', organisationWords, text)
    case 'changeReason':
      return worded('changeReason', changeReasonWords, text)
  }
  if (text.length > LONGEST_TEXT) return 'The text is longer than 200,000 characters.'
  if (columnId === 'minority') return { minorityView: text }
  if (columnId === 'changeNote') return { changeNote: text }
  if (rating.state !== 'not-applicable') return { reason: text }
  return text === '' ? NEEDS_REASON : { notApplicableReason: text }
}

/** What does not apply says why (spec RA3). */
export const NEEDS_REASON = 'Say in a line why this principle does not apply here.'

function worded<F extends 'confidence' | 'minorityType' | 'changeReason'>(
  field: F,
  words: Readonly<Record<string, string>>,
  text: string,
): Partial<Rating> | string {
  if (plainText(text) === '') return { [field]: null }
  const choices = Object.entries(words).map(([value, label]): Choice => ({ value, label, also: [value] }))
  const choice = choiceMeant(choices, text)
  return choice ? { [field]: choice.value } : `${quoted(text)} is not one of its choices.`
}
