import { finishBook } from '../../electron/engine/exchange/finish-book.ts'
import { findReturnCode } from '../../electron/engine/exchange/marks.ts'
import type {
  ReadBook,
  ReadCell,
  ReadRow,
  ReadTable,
} from '../../electron/engine/exchange/returned/read-book.ts'
import {
  type Book,
  type Cell,
  type Column,
  headerRowOf,
  isFormula,
  type Sheet,
} from '../../electron/engine/exchange/sheet-model.ts'
import { shortDate } from '../../shared/text/dates.ts'

/** Our own book as a spreadsheet would give it back untouched. */
export function bookOf(book: Book): ReadBook {
  const finished = finishBook(book)
  const tables = finished.sheets.flatMap((sheet): ReadTable[] => {
    const kind = KINDS[sheet.name]
    return kind
      ? [
          {
            kind,
            sheet: sheet.name,
            headers: sheet.columns.map(column => column.header),
            rows: rowsOf(sheet),
          },
        ]
      : []
  })
  const code = finished.sheets
    .flatMap(({ lines }) => lines.map(line => findReturnCode(line.text) ?? ''))
    .find(Boolean)
  return {
    marks: finished.sent?.marks ?? null,
    returnCode: code ?? null,
    title: finished.sheets[0]?.title ?? '',
    tables,
    labels: new Map(),
    hash: '',
    remarks: [],
    lastModifiedBy: '',
    modifiedOn: null,
  }
}

const KINDS: Readonly<Record<string, ReadTable['kind']>> = {
  'Action plan': 'plan',
  'Your actions': 'plan',
  Ratings: 'ratings',
  'Rating slip': 'slip',
  'Long text': 'long-text',
}

function rowsOf(sheet: Sheet): ReadRow[] {
  const first = headerRowOf(sheet) + 1
  return sheet.rows.map((row, index) => ({
    number: first + index,
    cells: new Map(
      row.flatMap((cell, column) => {
        const read = readCell(cell, sheet.columns[column]!)
        return read ? [[column, read] as const] : []
      }),
    ),
  }))
}

function readCell(cell: Cell, column: Column): ReadCell | null {
  if (isFormula(cell)) {
    const inner = typed(cell.value)
    return { ...inner, isFormula: true }
  }
  if (cell === null || cell === '') return null
  return typeof cell === 'string' && column.kind === 'date' ? dated(cell) : typed(cell)
}

/** A cell with words or a number typed into it. */
export function typed(value: string | number): ReadCell {
  const number = typeof value === 'number' ? value : null
  return { text: String(value), number, day: null, isFormula: false, error: null }
}

/** A cell with a real date. */
export function dated(day: string): ReadCell {
  const number = Date.parse(day) / 86_400_000 + 25_569
  return { text: shortDate(day), number, day, isFormula: false, error: null }
}

/** A table as a grid that a test can do with what people do: rows with their cells by column. */
export type Grid = { headers: (string | null)[]; rows: (ReadCell | undefined)[][] }

/** The book with one of its tables changed. */
export function withTable(book: ReadBook, kind: ReadTable['kind'], change: (grid: Grid) => void): ReadBook {
  const tables = book.tables.map(table => {
    if (table.kind !== kind) return table
    const width = table.headers.length
    const grid: Grid = {
      headers: [...table.headers],
      rows: table.rows.map(row => Array.from({ length: width }, (_, column) => row.cells.get(column))),
    }
    change(grid)
    const rows = grid.rows.map((row, index) => ({
      number: (table.rows[0]?.number ?? 6) + index,
      cells: new Map(row.flatMap((cell, column) => (cell ? [[column, cell] as const] : []))),
    }))
    return { ...table, headers: grid.headers, rows: rows.filter(row => row.cells.size > 0) }
  })
  return { ...book, tables }
}

/** The book with one cell of its plan typed over; an empty text empties it. */
export function withCell(
  book: ReadBook,
  ref: string,
  header: string,
  value: string | number | ReadCell,
): ReadBook {
  return withTable(book, 'plan', grid => {
    const row = rowWith(grid, ref)
    row[columnOf(grid, header)] = cellOf(value)
  })
}

/** The row of a plan with this reference. */
export function rowWith(grid: Grid, ref: string): (ReadCell | undefined)[] {
  const column = columnOf(grid, 'Ref')
  const row = grid.rows.find(cells => cells[column]?.text === ref)
  if (!row) throw new Error(`There is no ${ref} in the table`)
  return row
}

/** The index of a column by its header. */
export function columnOf(grid: Grid, header: string): number {
  const column = grid.headers.indexOf(header)
  if (column < 0) throw new Error(`There is no column ${header} in the table`)
  return column
}

function cellOf(value: string | number | ReadCell): ReadCell | undefined {
  if (value === '') return undefined
  return typeof value === 'object' ? value : typed(value)
}
