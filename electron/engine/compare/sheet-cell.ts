import { plainText } from '../../../shared/text/plain.ts'
import { cleanText } from '../exchange/clean-text.ts'
import { plainText as unescaped } from '../exchange/returned/plain-text.ts'
import type { ReadCell } from '../exchange/returned/read-book.ts'
import { type Cell, isFormula } from '../exchange/sheet-model.ts'

/** Whether a cell that came back shows what was sent in it, however the program that saved it wrote that down. */
export function showsAsSent(cell: ReadCell | undefined, sent: Cell): boolean {
  const value = isFormula(sent) ? sent.value : sent
  if (cell === undefined) return value === null || value === ''
  // The merge emptied it, nobody else did; the file says that cells are merged.
  if (cell.isCovered) return true
  if (cell.error !== null || isUnworked(cell)) return false
  if (value === null) return plainText(cell.text) === ''
  if (typeof value === 'number') return cell.number === value || Number(cell.text || Number.NaN) === value
  if (cell.text === value || cell.day === value) return true
  const found = plainText(cell.text)
  return [value, ...worn(value)].some(text => found === plainText(cleanText(text).text))
}

/** A text as programs hand it on that nobody typed anything into. */
function worn(text: string): string[] {
  return [
    // LibreOffice drops tabs in its own format.
    ...(text.includes('\t') ? [text.replaceAll('\t', '')] : []),
    // openpyxl reads `_x005F_x0041_` for `_x0041_`, as it should, but writes it without the escape again.
    ...(text.includes('_x') ? [unescaped(text)] : []),
  ]
}

/** Whether there is nothing to read in a cell. */
export function isEmptyCell(cell: ReadCell | undefined): boolean {
  return cell === undefined || (cell.error === null && plainText(cell.text) === '')
}

/** What is said when a formula was read by the value it had. */
export const FORMULA_TAKEN = 'The cell holds a formula; what it last came to was taken.'

/** What a cell shows, as far as it counts when rows of one file are held against each other. */
export function shownIn(cell: ReadCell | undefined): string {
  return cell?.error ?? cell?.day ?? plainText(cell?.text ?? '')
}

/** Why a cell has nothing to keep, when it holds a formula that came to an error or was never worked out. */
export function errorIn(cell: ReadCell | undefined): string | null {
  if (cell?.error) return `The cell shows ${cell.error}, the error of a formula, so there is nothing to keep.`
  if (cell && isUnworked(cell))
    return 'The cell holds a formula that was never worked out. Open the file in a spreadsheet program, save it and add it again.'
  return null
}

/** A formula that a script wrote and no program has worked out yet. */
function isUnworked(cell: ReadCell): boolean {
  return cell.isFormula && cell.text === '' && cell.number === null
}
