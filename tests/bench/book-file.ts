import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Style } from 'exceljs'
import { looksLikeFormula } from '../../electron/engine/exchange/clean-text.ts'
import { rowHeights } from '../../electron/engine/exchange/row-heights.ts'
import {
  type Book,
  type Cell,
  isFormula,
  letterOf,
  type Sheet,
} from '../../electron/engine/exchange/sheet-model.ts'
import type { BoardExport } from '../../shared/contract/export-request.ts'
import { type BuiltEngine, builtEngine } from './built-engine.ts'
import type { Bench } from './workbook.ts'

const DAY_MS = 86_400_000
const DAY_ZERO = Date.UTC(1899, 11, 30)

/**
 * The board workbook, finished, as a file another writer can write the very same from: cells with their styles, heights,
 * widths, tables, drop-downs, colours and pictures.
 */
export async function bookFile({ engine, folder }: Bench, options: BoardExport): Promise<string> {
  const made = await builtEngine()
  const input = made.boardInputOf(engine.state.session!, options)
  const book = made.finishBook(await made.bookOf(input, () => {}))
  const styles = styleTable()
  const sheets = book.sheets.map((sheet, index) =>
    sheetFile(made, book, sheet, styles, pictureAt(folder, index, sheet)),
  )
  const path = join(folder, 'book.json')
  writeFileSync(path, JSON.stringify({ sheets, styles: styles.all }))
  return path
}

type Styles = ReturnType<typeof styleTable>

function sheetFile(made: BuiltEngine, book: Book, sheet: Sheet, styles: Styles, picture: string | null) {
  const header = sheet.lines.length + 1
  const first = header + 1
  const last = header + sheet.rows.length
  const of = (style: Partial<Style>) => styles.numberOf(style)
  return {
    name: sheet.name,
    table: `${sheet.name.replaceAll(' ', '_')}_table`,
    header,
    frozenColumns: sheet.frozenColumns,
    heights: rowHeights(sheet),
    lines: [
      [sheet.title, of(made.styles.title)],
      ...sheet.lines.map(line => [line.text, of(made.styles[line.look])]),
    ],
    columns: sheet.columns.map(column => ({
      header: column.header,
      width: column.width,
      isHidden: column.isHidden ?? false,
      style: of(made.columnStyle(column)),
    })),
    headerStyle: of(made.styles.header),
    literal: of(made.styles.literal),
    rows: sheet.rows.map(row => row.map((cell, at) => plain(cell, sheet.columns[at]!.kind === 'date'))),
    notes: sheet.notes.map(note => [note.label, note.text]),
    noteStyles: [of(made.styles.noteLabel), of(made.styles.note)],
    validations: sheet.columns.flatMap((column, at) => {
      const rule = made.validationOf(column, book)
      return rule ? [{ at, first, last, rule }] : []
    }),
    colours: sheet.colours.map((colour, index) => {
      const rule = made.ruleOf(colour, sheet, first + 1, index + 1)
      const at = sheet.columns.findIndex(({ id }) => id === colour.columnId)
      return {
        at,
        first,
        last,
        formula: 'formulae' in rule ? rule.formulae?.[0] : '',
        style: of(rule.style!),
      }
    }),
    range: `A${header + 1}:${letterOf(sheet.columns.length - 1)}${last + 1}`,
    picture,
  }
}

/** Numbers for dates, as the file has them; a text that looks like a formula has a style of its own. */
function plain(cell: Cell, isDate: boolean): unknown {
  if (cell === null || cell === '') return null
  if (isFormula(cell)) return { formula: cell.formula, value: cell.value }
  if (typeof cell === 'number') return cell
  if (isDate) return (Date.parse(`${cell}T00:00:00Z`) - DAY_ZERO) / DAY_MS
  return looksLikeFormula(cell) ? { text: cell } : cell
}

/** The styles there are, as XlsxWriter names their properties. */
function styleTable() {
  const all: object[] = []
  const numbers = new Map<Partial<Style>, number>()
  return {
    all,
    numberOf(style: Partial<Style>): number {
      const known = numbers.get(style)
      if (known !== undefined) return known
      numbers.set(style, all.length)
      all.push(propertiesOf(style))
      return all.length - 1
    },
  }
}

function propertiesOf({ font, fill, alignment, border, numFmt, protection }: Partial<Style>): object {
  const colour = (argb?: string) => (argb ? `#${argb.slice(2)}` : undefined)
  const solid = fill && 'fgColor' in fill ? fill : undefined
  return {
    font_name: font?.name,
    font_size: font?.size,
    bold: font?.bold,
    font_color: colour(font?.color?.argb),
    valign: alignment?.vertical,
    align: alignment?.horizontal,
    text_wrap: alignment?.wrapText,
    border: border?.top?.style === 'thin' ? 1 : border?.top ? 2 : undefined,
    border_color: colour(border?.top?.color?.argb),
    bg_color: colour(solid?.fgColor?.argb ?? (solid?.bgColor ?? undefined)?.argb),
    num_format: numFmt,
    locked: protection?.locked,
  }
}

function pictureAt(folder: string, index: number, { picture }: Sheet): string | null {
  if (!picture) return null
  const path = join(folder, `picture-${index}.png`)
  writeFileSync(path, picture.png)
  return path
}
