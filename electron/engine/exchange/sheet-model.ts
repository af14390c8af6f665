import type { Day } from '../../../shared/model/fields.ts'
import type { FileMarks } from './file-marks.ts'

/** A live formula with the value it has now. Only ever made by us: what a user typed is text. */
export type Formula = { readonly formula: string; readonly value: number | string }

/** What a cell may hold. A date is its day as text in a column of the kind `date`. */
export type Cell = string | number | null | Formula

/** A level is centred and coloured by its value; a target is a level that is not there yet, and has no fill. */
export type ColumnKind = 'text' | 'number' | 'level' | 'target' | 'date'

/** The lists of the Key sheet that drop-downs point at. */
export type KeyList = 'statuses' | 'areas' | 'principles' | 'levelsOfNeed' | 'priorities' | 'confidence'

/** What a cell of a column may hold; the drop-down of the column. */
export type Choices =
  | { readonly from: KeyList }
  | { readonly words: readonly string[] }
  | { readonly least: number; readonly most: number }

export type Column = {
  readonly id: string
  readonly header: string
  /** In characters of the body text. */
  readonly width: number
  readonly kind: ColumnKind
  readonly choices?: Choices
  /** The number format where it is not the usual one of the kind. */
  readonly format?: string
  /**
   * In a file that comes back: what its reader fills in, or what is worked out and not read back, under a grey heading.
   */
  readonly use?: 'answer' | 'fixed'
  /** Neither seen nor printed; hidden columns come last. */
  readonly isHidden?: true
}

export type Row = readonly Cell[]

/** A colour by conditional formatting on a whole column. `bold` alone leaves the fill as it is. */
export type Colour = {
  readonly columnId: string
  readonly when:
    | { readonly is: string | number }
    | { readonly over: number }
    /** The column holds this while another holds that: the levels on the Key sheet. */
    | { readonly is: string | number; readonly while: { readonly columnId: string; readonly is: string } }
  readonly fill?: string
  readonly text: string
}

/** A line above the table. `date` is a real date further along the same row, above a column. */
export type Line = {
  readonly text: string
  readonly look: 'lead' | 'plain' | 'warning'
  readonly date?: { readonly columnId: string; readonly day: Day }
  /** What the text is the label of, in the second column: a cell to fill in, or one that says something. */
  readonly value?: { readonly text: string; readonly use: 'answer' | 'fixed'; readonly choices?: Choices }
}

/** A labelled text under the table, in its first two columns. */
export type Note = { readonly label: string; readonly text: string }

export type Picture = {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** What it shows, for who cannot see it. */
  readonly alternative: string
}

/** One sheet: title in A1, lines, one table with one header row, notes. No empty row or column between them. */
export type Sheet = {
  readonly name: string
  readonly title: string
  readonly lines: readonly Line[]
  readonly columns: readonly Column[]
  /** Never empty: a sheet with nothing to show says so in a row. */
  readonly rows: readonly Row[]
  readonly frozenColumns: number
  readonly colours: readonly Colour[]
  readonly notes: readonly Note[]
  readonly picture?: Picture
  /**
   * Only cells to fill in can be changed, the others are grey. There is no password: it keeps hands steady, not people
   * out.
   */
  readonly isLocked?: true
  /** Everything on one printed page, however much there is. */
  readonly isOnePage?: true
}

/** Where the lists stand that this book's Key sheet has. */
export type KeyRanges = Readonly<Partial<Record<KeyList, string>>>

export type Book = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly paper: 'A4' | 'A3'
  /** Printed at the top of every page, left and right. */
  readonly headerLeft: string
  readonly headerRight: string
  readonly sheets: readonly Sheet[]
  readonly lists: KeyRanges
  /** What makes the file known when it comes back, and how many rows its reader may change. */
  readonly sent: { readonly marks: FileMarks; readonly rowCount: number } | null
  /** What its reader should know, in sentences. */
  readonly remarks: readonly string[]
}

/** The row of the table's header, counted from 1: after the title and the lines. */
export function headerRowOf(sheet: Pick<Sheet, 'lines'>): number {
  return sheet.lines.length + 2
}

/** `A` for 0, `AA` for 26. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** Whether a cell is one of our formulas. */
export function isFormula(cell: Cell): cell is Formula {
  return typeof cell === 'object' && cell !== null
}

/** Headers made unique, as a table demands, whatever the framework calls its columns. */
export function uniqueHeaders(columns: readonly Column[]): Column[] {
  const seen = new Set<string>()
  return columns.map(column => {
    const base = [...column.header.replace(/\s+/g, ' ').trim()].slice(0, 100).join('') || column.id
    let header = base
    for (let time = 2; seen.has(header.toLowerCase()); time++) header = `${base} (${time})`
    seen.add(header.toLowerCase())
    return { ...column, header }
  })
}
