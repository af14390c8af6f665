import ExcelJS, { type CellValue, type Worksheet } from 'exceljs'

/** Sets cells of the plan by reference and heading: `{ 'A-02': { 'Due date': '1/2/27' } }`. */
export type SheetEdits = Readonly<Record<string, Readonly<Record<string, CellValue>>>>

/** What someone did to a file with our plan in it before they sent it back. */
export type SentBack = {
  readonly set?: SheetEdits
  /** The same for ratings of the whole system, by principle. */
  readonly ratings?: SheetEdits
  /** New rows under the last, by heading. */
  readonly add?: readonly Readonly<Record<string, CellValue>>[]
}

/** Opens a file that left, fills it in and saves it under another name, as a spreadsheet program of no one's making. */
export async function sendBack(
  from: string,
  to: string,
  { set = {}, ratings = {}, add = [] }: SentBack = {},
): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  const { sheet, header, columns } = tableWith(book, 'Status (BRAG)')
  for (const [ref, cells] of Object.entries(set)) {
    const row = rowOf(sheet, header, columns.get('Ref')!, ref)
    for (const [heading, value] of Object.entries(cells))
      sheet.getCell(row, columnOf(columns, heading)).value = value
  }
  for (const [principle, cells] of Object.entries(ratings)) {
    const table = tableWith(book, 'Level now')
    const row = rowOf(table.sheet, table.header, table.columns.get('Principle')!, principle)
    for (const [heading, value] of Object.entries(cells))
      table.sheet.getCell(row, columnOf(table.columns, heading)).value = value
  }
  let last = header
  while (text(sheet.getCell(last + 1, columns.get('Ref')!).value) !== '') last++
  for (const cells of add) {
    last++
    for (const [heading, value] of Object.entries(cells))
      sheet.getCell(last, columnOf(columns, heading)).value = value
  }
  await book.xlsx.writeFile(to)
  return to
}

type Table = { readonly sheet: Worksheet; readonly header: number; readonly columns: Map<string, number> }

/** The last table with this heading: the summary of a board workbook has some of the same. */
function tableWith(book: ExcelJS.Workbook, heading: string): Table {
  for (const sheet of book.worksheets.toReversed())
    for (let row = 1; row < 30; row++) {
      const columns = new Map<string, number>()
      sheet.getRow(row).eachCell((cell, column) => void columns.set(text(cell.value), column))
      if (columns.has(heading)) return { sheet, header: row, columns }
    }
  throw new Error(`There is no table with ${heading} in this file`)
}

function rowOf(sheet: Worksheet, header: number, refs: number, ref: string): number {
  for (let row = header + 1; row <= sheet.rowCount; row++)
    if (text(sheet.getCell(row, refs).value) === ref) return row
  throw new Error(`There is no ${ref} in this file`)
}

function columnOf(columns: ReadonlyMap<string, number>, heading: string): number {
  const column = columns.get(heading)
  if (column === undefined) throw new Error(`No column ${heading}: ${[...columns.keys()].join(', ')}`)
  return column
}

function text(value: CellValue): string {
  return value === null || value === undefined ? '' : String(value)
}
