import { isDay } from '../../../../shared/text/dates.ts'
import { serialOfDay } from '../../../../shared/text/excel-days.ts'
import { GENERAL, type NumberFormats } from './number-formats.ts'
import { plainText } from './plain-text.ts'
import type { ReadCell } from './read-book.ts'
import type { Shown } from './show-number.ts'

/** A cell as its part holds it. `inline` is the text of an inline string. */
export type RawCell = {
  type: string
  style: number
  value: string
  inline: string
  isFormula: boolean
}

/** What cells are read with: what is shared by all sheets of a file. */
export type CellContext = {
  readonly strings: readonly string[]
  readonly formats: NumberFormats
  readonly show: (number: number, code: string) => Shown
}

/** A cell by what it means; `null` when there is nothing in it. */
export function readCell(raw: RawCell, context: CellContext): ReadCell | null {
  switch (raw.type) {
    case 's':
      return words(context.strings[Number(raw.value)] ?? '', raw)
    case 'inlineStr':
      return words(plainText(raw.inline), raw)
    case 'str':
      return words(plainText(raw.value), raw)
    case 'b':
      return words(raw.value.trim() === '1' || /^true$/i.test(raw.value.trim()) ? 'TRUE' : 'FALSE', raw)
    case 'e':
      return { ...words(raw.value, raw, true)!, error: raw.value.trim() || '#VALUE!' }
    case 'd':
      return isoDate(raw)
    default:
      return figure(raw, context)
  }
}

function words(text: string, { isFormula }: RawCell, evenEmpty = false): ReadCell | null {
  if (!evenEmpty && text.trim() === '') return null
  return { text, number: null, day: null, isFormula, error: null }
}

function figure(raw: RawCell, { formats, show }: CellContext): ReadCell | null {
  const text = raw.value.trim()
  // Some writers leave the type out of a cell whose text stands inside it. A formula that a script wrote has no value
  // until a spreadsheet program works it out: the cell is kept, for it is not an empty one.
  if (text === '') return words(plainText(raw.inline), raw, raw.isFormula)
  const number = Number(text)
  if (!Number.isFinite(number)) return words(plainText(raw.value), raw)
  const { text: shown, day } = show(number, formats[raw.style] ?? GENERAL)
  return { text: shown, number, day, isFormula: raw.isFormula, error: null }
}

/** A date as the strict format writes it: `2019-02-01` or `2019-02-01T00:00:00`. */
function isoDate(raw: RawCell): ReadCell | null {
  const text = raw.value.trim()
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0]
  if (!day || !isDay(day)) return words(plainText(raw.value), raw)
  return { text: day, number: serialOfDay(day), day, isFormula: raw.isFormula, error: null }
}
