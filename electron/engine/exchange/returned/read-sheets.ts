import type { MarkRows } from '../file-marks.ts'
import { labelsIn, markRowsIn, returnCodeIn } from './above-table.ts'
import { type FoundTable, findTable, headerKey, type SheetRow } from './find-table.ts'
import { LIMITS } from './limits.ts'
import { type MergedRange, mergedRangeOf } from './merged.ts'
import type { BookRead, KnownTable, ReadCell, ReadTable } from './read-book.ts'
import type { CellContext } from './read-cell.ts'
import { Refusal } from './refusals.ts'
import { readSheet } from './sheet-part.ts'
import type { WorkbookPart } from './workbook-part.ts'
import type { Parts } from './zip-parts.ts'

const LONGEST_TITLE = 500

/** Columns looked at while no header has been found. */
const WIDEST_HEADER = 2000

/** Takes tables as they are read; a promise is waited for before more is unpacked. */
export type TableSink = {
  readonly table: (table: Omit<ReadTable, 'rows'>) => void
  readonly row: (number: number, cells: ReadonlyMap<number, ReadCell>) => void
  /** Ranges of the last table whose cells were made one. */
  readonly merged: (ranges: readonly MergedRange[]) => void
  readonly pause: () => Promise<void> | null
}

export type ReadSheets = Pick<BookRead, 'marks' | 'returnCode' | 'title' | 'labels' | 'remarks'>

/** Reads every sheet, hidden ones too, and gives the tables of ours to the sink. */
export async function readSheets(
  parts: Parts,
  workbook: WorkbookPart,
  context: CellContext,
  known: readonly KnownTable[],
  sink: TableSink,
): Promise<ReadSheets> {
  const book: Mutable<ReadSheets> & { marks: MarkRows[]; remarks: string[]; labels: Map<string, string> } = {
    marks: [],
    returnCode: null,
    title: '',
    labels: new Map(),
    remarks: [],
  }
  const tables: { kind: ReadTable['kind']; sheet: string }[] = []
  const kept = { rows: 0, cells: 0, characters: 0 }
  let cellsSeen = 0

  function weigh(cells: ReadonlyMap<number, ReadCell>): void {
    for (const cell of cells.values()) kept.characters += cell.text.length
    if (kept.characters > LIMITS.characters) throw new Refusal('tooMuch')
  }

  function keep(number: number, cells: ReadonlyMap<number, ReadCell>): void {
    weigh(cells)
    kept.rows++
    kept.cells += cells.size
    if (kept.rows > LIMITS.rows || kept.cells > LIMITS.cells) throw new Refusal('tooMuch')
    sink.row(number, cells)
  }

  function seen(): void {
    if (++cellsSeen > LIMITS.cellsSeen) throw new Refusal('tooMuch')
  }

  for (const sheet of workbook.sheets) {
    const bytes = parts.read(sheet.part)
    if (!bytes) continue
    const reader = sheetReader(known, { seen, weigh, keep }, (found, above) => {
      book.returnCode ??= returnCodeIn(above)
      if (!found) {
        const rows = markRowsIn(above)
        if (rows) book.marks.push(rows)
        return
      }
      if (tables.length === 0)
        book.title =
          above
            .find(row => row.number === 1)
            ?.cells.get(0)
            ?.text.slice(0, LONGEST_TITLE) ?? ''
      tables.push({ kind: found.kind, sheet: sheet.name })
      if (found.kind === 'slip') for (const [label, text] of labelsIn(above)) book.labels.set(label, text)
      if (found.dropped > 0)
        book.remarks.push(
          `“${sheet.name}” has ${found.dropped} more columns than can be read; they were left out.`,
        )
      sink.table({ kind: found.kind, sheet: sheet.name, headers: found.headers })
    })
    await readSheet(bytes, context, {
      ...reader.listener,
      pause: () => (reader.isOver() ? Promise.resolve('stop') : (sink.pause()?.then(() => 'on') ?? null)),
    })
    book.remarks.push(...reader.finish(sheet.name, sink))
  }
  if (tables.length === 0) throw new Refusal('noTable')
  book.remarks.push(...doubles(tables))
  return book
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Counts what is passed over, looked through and kept, and gives up when it is too much. */
type Scales = {
  readonly seen: () => void
  readonly weigh: (cells: ReadonlyMap<number, ReadCell>) => void
  readonly keep: (number: number, cells: ReadonlyMap<number, ReadCell>) => void
}

/** Looks for a header in the first rows of a sheet, then passes the rows under it on. */
function sheetReader(
  known: readonly KnownTable[],
  { seen, weigh, keep }: Scales,
  settled: (found: FoundTable | null, above: readonly SheetRow[]) => void,
) {
  const first: SheetRow[] = []
  let found: FoundTable | null = null
  let isLooking = true
  let isOver = false
  let blanks = 0
  let headerRow = 0
  const merged: MergedRange[] = []

  function settle(): void {
    isLooking = false
    found = findTable(first, known)
    settled(found, found ? first.slice(0, found.index) : first)
    if (!found) {
      isOver = true
      return
    }
    headerRow = first[found.index]!.number
    const { columns } = found
    for (const { number, cells } of first.slice(found.index + 1))
      under(number, new Map([...cells].filter(([column]) => columns.has(column))))
    first.length = 0
  }

  function under(number: number, cells: ReadonlyMap<number, ReadCell>): void {
    if (cells.size > 0 && !isHeader(cells, found!.headers)) keep(number, cells)
  }

  return {
    listener: {
      wants(column: number) {
        seen()
        return isLooking ? column < WIDEST_HEADER : !isOver && found!.columns.has(column)
      },
      row(number: number, cells: Map<number, ReadCell>) {
        if (isOver) return
        blanks = 0
        if (!isLooking) return under(number, cells)
        weigh(cells)
        first.push({ number, cells })
        if (first.length >= LIMITS.headerRows) settle()
      },
      blank() {
        if (++blanks >= LIMITS.blankRows) isOver = true
      },
      merged(range: string) {
        if (isLooking) settle()
        const cells = mergedRangeOf(range)
        if (found && cells && isIn(cells, headerRow, found.columns) && merged.length < LIMITS.merged)
          merged.push(cells)
      },
    },
    isOver: () => isOver,
    finish(sheet: string, sink: TableSink): string[] {
      if (isLooking) settle()
      if (!found || merged.length === 0) return []
      sink.merged(merged)
      return [
        `Cells are merged in the table on “${sheet}”: what they hold counts for their first cell alone.`,
      ]
    },
  }
}

/** A header row that someone pasted into the middle of the table. */
function isHeader(cells: ReadonlyMap<number, ReadCell>, headers: readonly (string | null)[]): boolean {
  if (cells.size < 3) return false
  for (const [column, { text }] of cells)
    if (headerKey(text) !== headerKey(headers[column] ?? '')) return false
  return true
}

function isIn(range: MergedRange, headerRow: number, columns: ReadonlySet<number>): boolean {
  if (range.bottom <= headerRow) return false
  return [...columns].some(column => column >= range.left && column <= range.right)
}

const tableWords = {
  plan: 'the action plan',
  ratings: 'the ratings',
  slip: 'the slip',
  'long-text': 'the long texts',
}

/** A person copied a sheet: which one counts is not for us to guess. */
function doubles(tables: readonly { kind: ReadTable['kind']; sheet: string }[]): string[] {
  return Object.entries(tableWords).flatMap(([kind, words]) => {
    const sheets = tables.filter(table => table.kind === kind).map(table => `“${table.sheet}”`)
    if (sheets.length < 2) return []
    const all = `${sheets.slice(0, -1).join(', ')} and ${sheets.at(-1)}`
    return [`The sheets ${all} each hold ${words}; all of them are read.`]
  })
}
