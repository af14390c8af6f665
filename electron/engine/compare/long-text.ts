import { keptText } from '../../../shared/text/plain.ts'
import { cleanText, cutText, fitsOneCell } from '../exchange/clean-text.ts'
import { FIRST_PIECE } from '../exchange/finish-book.ts'
import type { ReadBook, ReadCell } from '../exchange/returned/read-book.ts'
import type { Cell } from '../exchange/sheet-model.ts'

/** The rest of texts too long for a cell, by the reference that stands in the cell. */
export type LongTexts = ReadonlyMap<string, string>

const CONTINUED = /\n?\[Continued on the sheet [^\]\n]*?,\s*(L-\d+)\]\s*$/

/** What the sheet of long texts holds. One with a part missing or twice is not used: nobody could say what it was. */
export function longTextsOf(book: ReadBook): LongTexts {
  const parts = new Map<string, Map<number, string>>()
  const broken = new Set<string>()
  for (const table of book.tables) {
    if (table.kind !== 'long-text') continue
    const at = (name: string) => table.headers.findIndex(header => header?.trim().toLowerCase() === name)
    const [reference, part, text] = [at('reference'), at('part'), at('text')]
    for (const row of table.rows) {
      const ref = row.cells.get(reference)?.text.trim() ?? ''
      const number = row.cells.get(part)?.number ?? Number(row.cells.get(part)?.text)
      if (!/^L-\d+$/.test(ref) || !Number.isInteger(number)) continue
      const known = parts.get(ref) ?? new Map<number, string>()
      if (known.has(number)) broken.add(ref)
      parts.set(ref, known.set(number, row.cells.get(text)?.text ?? ''))
    }
  }
  const whole = [...parts].filter(
    ([ref, pieces]) => !broken.has(ref) && Math.max(...pieces.keys()) === pieces.size,
  )
  return new Map(
    whole.map(([ref, pieces]) => [
      ref,
      [...pieces]
        .sort(([a], [b]) => a - b)
        .map(([, text]) => text)
        .join(''),
    ]),
  )
}

/** A cell with its whole text, when that goes on elsewhere: there, or as it was sent when that sheet is gone or torn. */
export function withWholeText(cell: ReadCell | undefined, sent: Cell, long: LongTexts): ReadCell | undefined {
  const end = cell?.text.slice(-120) ?? ''
  if (!cell || !end.includes('[Continued on the sheet')) return cell
  const match = CONTINUED.exec(end)
  if (!match) return cell
  const head = cell.text.slice(0, cell.text.length - match[0].length)
  const rest = long.get(match[1]!) ?? restOf(sent)
  return rest === null ? cell : { ...cell, text: keptText(head + rest) }
}

function restOf(sent: Cell): string | null {
  if (typeof sent !== 'string') return null
  const { text } = cleanText(sent)
  return fitsOneCell(text) ? null : cutText(text, FIRST_PIECE).rest
}
