import { cleanText } from './clean-text.ts'
import { marksToRows } from './marks.ts'
import { rowHeights } from './row-heights.ts'
import { type Book, headerRowOf, type Sheet } from './sheet-model.ts'
import {
  appXml,
  contentTypes,
  coreXml,
  drawingXml,
  office,
  relations,
  rootRelations,
  type SheetParts,
  tableXml,
  workbookXml,
} from './xlsx-package.ts'
import { type Shared, writeSheet } from './xlsx-sheet.ts'
import { createStyleTable } from './xlsx-style-table.ts'
import { createStrings, encode, MAIN, type Strings, XML } from './xlsx-text.ts'
import { createZip, type ZipWriter } from './zip-writer.ts'

/** Sizes in points: of a pixel, a millimetre, an empty row, and a unit of column width in Arial 11. */
const PT_PER_PX = 0.75
const PT_PER_MM = 72 / 25.4
const DEFAULT_ROW_PT = 14.25
const UNIT_PT = 6

export type WriteOptions = {
  readonly onSheet?: (done: number, total: number, name: string) => void
  /** The moment the file says it was made; a test gives its own. */
  readonly now?: Date
}

/** A book as the bytes of an Excel file. Parts are packed by other threads while the next ones are made. */
export async function writeXlsx(book: Book, options: WriteOptions = {}): Promise<Uint8Array> {
  const now = options.now ?? new Date()
  const zip = createZip(now)
  const shared: Shared = { book, strings: createStrings(), styles: createStyleTable() }
  const total = book.sheets.length + 1
  let pictures = 0
  const sheets = book.sheets.map((sheet): SheetParts => {
    const rows = headerRowOf(sheet) + sheet.rows.length + Math.max(sheet.notes.length, pictureRows(sheet))
    return { sheet, picture: sheet.picture ? ++pictures : null, printedRows: rows }
  })
  zip.add('[Content_Types].xml', contentTypes(sheets, book.sent !== null))
  zip.add('_rels/.rels', rootRelations())
  zip.add('xl/workbook.xml', workbookXml(sheets, book.sent !== null))
  for (const [index, parts] of sheets.entries()) {
    options.onSheet?.(index, total, parts.sheet.name)
    addSheet(zip, shared, parts, index + 1)
  }
  if (book.sent) addMarks(zip, book.sent.marks, sheets.length + 1, shared.strings)
  options.onSheet?.(book.sheets.length, total, 'the file')
  zip.add('xl/styles.xml', shared.styles.xml())
  const strings = zip.begin('xl/sharedStrings.xml')
  shared.strings.write(strings.add)
  strings.end()
  const worksheets = sheets.length + (book.sent ? 1 : 0)
  zip.add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...Array.from(
        { length: worksheets },
        (_, at) => [office('worksheet'), `worksheets/sheet${at + 1}.xml`] as const,
      ),
      [office('styles'), 'styles.xml'],
      [office('sharedStrings'), 'sharedStrings.xml'],
    ]),
  )
  zip.add('docProps/core.xml', coreXml(book, now))
  zip.add('docProps/app.xml', appXml())
  return zip.finish()
}

function addSheet(zip: ZipWriter, shared: Shared, { sheet, picture }: SheetParts, number: number): void {
  const drawing = picture === null ? null : 'rId2'
  const isCut = !fitsOnePage(sheet, shared.book.paper)
  const part = zip.begin(`xl/worksheets/sheet${number}.xml`)
  writeSheet(shared, sheet, { table: 'rId1', drawing }, isCut, part.add)
  part.end()
  zip.add(
    `xl/worksheets/_rels/sheet${number}.xml.rels`,
    relations([
      [office('table'), `../tables/table${number}.xml`],
      ...(drawing ? [[office('drawing'), `../drawings/drawing${picture}.xml`] as const] : []),
    ]),
  )
  zip.add(`xl/tables/table${number}.xml`, tableXml(sheet, number))
  if (!sheet.picture || picture === null) return
  // The picture stands beside the notes under the table, where it covers nothing.
  const below = headerRowOf(sheet) + sheet.rows.length
  const height = rowHeights(sheet)[below] ?? DEFAULT_ROW_PT
  zip.add(
    `xl/drawings/drawing${picture}.xml`,
    drawingXml(sheet.picture, sheet.columns[2]!.width, below, height),
  )
  zip.add(
    `xl/drawings/_rels/drawing${picture}.xml.rels`,
    relations([[office('image'), `../media/image${picture}.png`]]),
  )
  zip.store(`xl/media/image${picture}.png`, sheet.picture.png)
}

/** A sheet that only a program finds: a name in A, a value in B. */
function addMarks(
  zip: ZipWriter,
  marks: Parameters<typeof marksToRows>[0],
  number: number,
  strings: Strings,
): void {
  const cell = (place: string, text: string) =>
    text === '' ? '' : `<c r="${place}" t="s"><v>${strings.numberOf(encode(cleanText(text).text))}</v></c>`
  const rows = marksToRows(marks).map(
    ([name, value], at) => `<row r="${at + 1}">${cell(`A${at + 1}`, name)}${cell(`B${at + 1}`, value)}</row>`,
  )
  zip.add(
    `xl/worksheets/sheet${number}.xml`,
    `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:B${rows.length}"/><sheetData>${rows.join('')}</sheetData></worksheet>`,
  )
}

/** Rows the picture covers, from the first under the table: those that hold notes, then empty ones. */
function pictureRows(sheet: Sheet): number {
  if (!sheet.picture) return 0
  let left = sheet.picture.height * PT_PER_PX + 10
  const notes = sheet.notes.length === 0 ? [] : rowHeights(sheet).slice(-sheet.notes.length)
  let rows = 0
  while (left > 0) left -= notes[rows++] ?? DEFAULT_ROW_PT
  return rows
}

/** Whether table and picture share the first page; else the picture starts the second, rather than be cut in two. */
function fitsOnePage(sheet: Sheet, paper: Book['paper']): boolean {
  if (!sheet.picture) return true
  const page = paper === 'A4' ? { width: 277, height: 176 } : { width: 400, height: 263 }
  const heights = rowHeights(sheet)
  const widthPt = sheet.columns.reduce((sum, column) => sum + column.width * UNIT_PT, 0)
  const scale = Math.min(1, (page.width * PT_PER_MM) / widthPt)
  const above = heights.slice(0, heights.length - sheet.notes.length).reduce((sum, height) => sum + height, 0)
  return (above + sheet.picture.height * PT_PER_PX + 10) * scale <= page.height * PT_PER_MM
}
