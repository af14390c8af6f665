import type { CellValue, DataValidation, Style, Workbook, Worksheet } from 'exceljs'
import { shortDate } from '../../../shared/text/dates.ts'
import { cleanText, looksLikeFormula } from './clean-text.ts'
import { MARKS_SHEET, marksToRows } from './marks.ts'
import { rowHeights } from './row-heights.ts'
import {
  type Book,
  type Cell,
  type Column,
  headerRowOf,
  isFormula,
  type Line,
  letterOf,
  type Sheet,
} from './sheet-model.ts'
import { correctParts } from './xlsx-parts.ts'
import { ruleOf, validationOf } from './xlsx-rules.ts'
import { columnStyle, lockedStyle, styles } from './xlsx-styles.ts'

/** Days before this cannot be told apart in Excel, which counts a 29 February 1900. */
const FIRST_DAY = '1900-03-01'

/** Excel cuts a page header off at 255 characters, codes included. */
const LONGEST_HEADER_PART = 90

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

/** A book as the bytes of an Excel file. exceljs is loaded here and no sooner: it takes a quarter of a second. */
export async function writeXlsx(book: Book, options: WriteOptions = {}): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  describe(workbook, book, options.now ?? new Date())
  const total = book.sheets.length + 1
  book.sheets.forEach((sheet, index) => {
    options.onSheet?.(index, total, sheet.name)
    addSheet(workbook, book, sheet)
  })
  addMarks(workbook, book)
  options.onSheet?.(book.sheets.length, total, 'the file')
  const pictures = book.sheets.flatMap(sheet => (sheet.picture ? [sheet.picture.alternative] : []))
  correctParts(workbook, pictures)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function describe(workbook: Workbook, book: Book, now: Date): void {
  Object.assign(workbook, {
    title: book.title,
    subject: book.subject,
    creator: book.author,
    lastModifiedBy: book.author,
    language: 'en-GB',
    created: now,
    modified: now,
  })
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ]
}

function addSheet(workbook: Workbook, book: Book, sheet: Sheet): void {
  const header = headerRowOf(sheet)
  const last = header + sheet.rows.length
  const end = letterOf(sheet.columns.findLastIndex(column => !column.isHidden))
  const footer = `&L&"Arial,Regular"${printed(sheet.title)}&R&"Arial,Regular"Page &P of &N`
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      {
        state: 'frozen',
        xSplit: sheet.frozenColumns,
        ySplit: header,
        activeCell: 'A1',
        showGridLines: false,
      },
    ],
    pageSetup: {
      orientation: 'landscape',
      paperSize: book.paper === 'A4' ? 9 : (8 as 9),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.isOnePage ? 1 : 0,
      printTitlesRow: `${header}:${header}`,
      printArea: `A$1:${end}$${last + Math.max(sheet.notes.length, pictureRows(sheet))}`,
      margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&"Arial,Bold"${printed(book.headerLeft)}&R&"Arial,Regular"${printed(book.headerRight)}`,
      oddFooter: footer,
    },
  })
  addLines(worksheet, book, sheet)
  addTable(worksheet, sheet, header)
  addNotes(worksheet, sheet, last)
  if (sheet.isLocked) lock(worksheet)
  const heights = rowHeights(sheet)
  heights.forEach((height, index) => {
    worksheet.getRow(index + 1).height = height
  })
  sheet.columns.forEach((column, index) => {
    const range = `${letterOf(index)}${header + 1}:${letterOf(index)}${last}`
    addChoices(worksheet, column, range, book)
    const colours = sheet.colours.filter(colour => colour.columnId === column.id)
    if (colours.length > 0)
      worksheet.addConditionalFormatting({
        ref: range,
        rules: colours.map(colour => ruleOf(colour, sheet, header + 1, sheet.colours.indexOf(colour) + 1)),
      })
  })
  addPicture(workbook, worksheet, sheet, last)
  if (!fitsOnePage(sheet, heights, book.paper)) worksheet.getRow(last).addPageBreak()
}

/** A sheet that only a program finds: a name in A, a value in B. */
function addMarks(workbook: Workbook, { sent }: Book): void {
  if (!sent) return
  const worksheet = workbook.addWorksheet(MARKS_SHEET, { state: 'veryHidden' })
  for (const [name, value] of marksToRows(sent.marks)) worksheet.addRow([name, encode(cleanText(value).text)])
}

function addLines(worksheet: Worksheet, book: Book, sheet: Sheet): void {
  const title = worksheet.getCell('A1')
  title.value = encode(sheet.title)
  title.style = styles.title
  sheet.lines.forEach((line, index) => {
    const cell = worksheet.getCell(`A${index + 2}`)
    cell.value = encode(line.text)
    cell.style = looksLikeFormula(line.text) ? styles.plainLiteral : styles[line.look]
    if (line.value) addValue(worksheet, book, `B${index + 2}`, line.value)
    if (!line.date) return
    const { columnId, day } = line.date
    const at = sheet.columns.findIndex(column => column.id === columnId)
    const date = worksheet.getCell(`${letterOf(at)}${index + 2}`)
    date.value = dateOf(day)
    date.style = styles.lineDate
  })
}

/** A cell beside its label. Its text may run on over the empty cells to its right. */
function addValue(worksheet: Worksheet, book: Book, at: string, value: NonNullable<Line['value']>): void {
  const cell = worksheet.getCell(at)
  cell.value = value.text === '' ? null : encode(value.text)
  cell.style = value.use === 'answer' ? styles.answer : styles.plainLiteral
  const validation = validationOf({ kind: 'text', choices: value.choices }, book)
  if (validation) cell.dataValidation = validation
}

/** Without a password. Sorting, filtering, and fitting rows and columns stay allowed. */
function lock(worksheet: Worksheet): void {
  // It only awaits the hashing of a password, and there is none.
  void worksheet.protect('', {
    sort: true,
    autoFilter: true,
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  })
}

/** A table of Excel's own, so that filters, sorting and new rows work, under our own look rather than a theme's. */
function addTable(worksheet: Worksheet, sheet: Sheet, header: number): void {
  sheet.columns.forEach((column, index) => {
    // exceljs takes 9 for its default and leaves it out, where others have another default.
    worksheet.getColumn(index + 1).width = column.width === 9 ? 9.1 : column.width
    worksheet.getColumn(index + 1).hidden = column.isHidden ?? false
  })
  worksheet.addTable({
    name: `${sheet.name.replaceAll(' ', '_')}_table`,
    ref: `A${header}`,
    headerRow: true,
    style: { theme: null as unknown as undefined, showRowStripes: false },
    columns: sheet.columns.map(column => ({ name: column.header, filterButton: true })),
    rows: sheet.rows.map(row => row.map((cell, index) => cellValue(cell, sheet.columns[index]!))),
  })
  const usual = sheet.columns.map(columnStyle)
  const head = worksheet.getRow(header)
  sheet.columns.forEach((column, index) => {
    head.getCell(index + 1).style = column.use === 'fixed' ? styles.fixedHeader : styles.header
  })
  sheet.rows.forEach((row, index) => {
    const cells = worksheet.getRow(header + 1 + index)
    for (let at = 0; at < usual.length; at++) {
      const column = sheet.columns[at]!
      const style = styleOf(row[at] ?? null, usual[at]!, column)
      cells.getCell(at + 1).style = sheet.isLocked ? lockedStyle(style, column.use ?? 'fixed') : style
    }
  })
}

function addNotes(worksheet: Worksheet, sheet: Sheet, last: number): void {
  sheet.notes.forEach((note, index) => {
    const [label, text] = [
      worksheet.getCell(`A${last + 1 + index}`),
      worksheet.getCell(`B${last + 1 + index}`),
    ]
    label.value = encode(note.label)
    label.style = styles.noteLabel
    text.value = encode(note.text)
    text.style = looksLikeFormula(note.text) ? styles.noteLiteral : styles.note
  })
}

/** One drop-down for the whole column, never one a cell. */
function addChoices(worksheet: Worksheet, column: Column, range: string, book: Book): void {
  const validation = validationOf(column, book)
  // The typings of exceljs do not have the ranges it takes.
  if (validation)
    (
      worksheet as unknown as { dataValidations: { add(range: string, of: DataValidation): void } }
    ).dataValidations.add(range, validation)
}

/** The picture stands beside the notes under the table, where it covers nothing. */
function addPicture(workbook: Workbook, worksheet: Worksheet, sheet: Sheet, last: number): void {
  if (!sheet.picture) return
  const { png, width, height } = sheet.picture
  const id = workbook.addImage({ buffer: Buffer.from(png) as never, extension: 'png' })
  worksheet.addImage(id, {
    tl: { col: 2.2, row: last + 0.3 },
    ext: { width, height },
    editAs: 'oneCell',
  } as never)
}

/** Rows the picture covers, from the first under the table: those that hold notes, then empty ones. */
function pictureRows(sheet: Sheet): number {
  if (!sheet.picture) return 0
  let left = sheet.picture.height * PT_PER_PX + 10
  const notes = rowHeights(sheet).slice(-sheet.notes.length)
  let rows = 0
  while (left > 0) left -= notes[rows++] ?? DEFAULT_ROW_PT
  return rows
}

/** Whether table and picture share the first page; else the picture starts the second, rather than be cut in two. */
function fitsOnePage(sheet: Sheet, heights: readonly number[], paper: Book['paper']): boolean {
  if (!sheet.picture) return true
  const page = paper === 'A4' ? { width: 277, height: 176 } : { width: 400, height: 263 }
  const widthPt = sheet.columns.reduce((sum, column) => sum + column.width * UNIT_PT, 0)
  const scale = Math.min(1, (page.width * PT_PER_MM) / widthPt)
  const above = heights.slice(0, heights.length - sheet.notes.length).reduce((sum, height) => sum + height, 0)
  return (above + sheet.picture.height * PT_PER_PX + 10) * scale <= page.height * PT_PER_MM
}

function cellValue(cell: Cell, column: Column): CellValue {
  if (isFormula(cell)) return { formula: cell.formula, result: cell.value }
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return cell
  return column.kind === 'date' ? dateOf(cell) : encode(cell)
}

function styleOf(cell: Cell, usual: Partial<Style>, column: Column): Partial<Style> {
  return typeof cell === 'string' && column.kind !== 'date' && looksLikeFormula(cell) ? styles.literal : usual
}

function dateOf(day: string): CellValue {
  return day >= FIRST_DAY ? new Date(`${day}T00:00:00Z`) : shortDate(day)
}

/** Excel reads `_x0041_` in a text as A, so the first of such a run of characters is written as its own code. */
function encode(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Text in a page header, where & begins a code and there is little room. */
function printed(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const short =
    line.length > LONGEST_HEADER_PART ? `${line.slice(0, LONGEST_HEADER_PART - 1).trimEnd()}…` : line
  return short.replaceAll('&', '&&')
}
