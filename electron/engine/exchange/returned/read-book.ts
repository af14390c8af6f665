import type { Day } from '../../../../shared/model/fields.ts'
import type { FileMarks, MarkRows } from '../file-marks.ts'

/** A cell as it came back. Which of its readings counts is for the column to say. */
export type ReadCell = {
  /** As the cell shows it: `12%`, `1 Feb 2019`, the words typed. Rich text is plain, line ends are `\n`. */
  readonly text: string
  /** Of a number or a date, its value. */
  readonly number: number | null
  /** Of a cell that is a date, its day; times of day are dropped. */
  readonly day: Day | null
  /** It holds a formula; text and number are what it last came to, or nothing when it was never worked out. */
  readonly isFormula: boolean
  /** `#REF!` and its like. */
  readonly error: string | null
  /** It is empty because a merged cell covers it. */
  readonly isCovered?: true
}

/** What a table of ours looks like from outside, however it was changed. */
export type ReadTable = {
  readonly kind: 'plan' | 'ratings' | 'slip' | 'long-text'
  readonly sheet: string
  /** The texts of the header row, by column from 0; `null` where it is empty. */
  readonly headers: readonly (string | null)[]
  /** Rows under the header with anything in them, in their order. */
  readonly rows: readonly ReadRow[]
}

/** `number` is the row on the sheet, from 1. Empty cells are left out of `cells`, which goes by column from 0. */
export type ReadRow = { readonly number: number; readonly cells: ReadonlyMap<number, ReadCell> }

/** An Excel file as read, in memory and bounded: only tables that look like ours. */
export type ReadBook = {
  /** From the hidden sheet; `null` when it is gone or makes no sense. */
  readonly marks: FileMarks | null
  /** From the visible line above a table, as an id; `null` when it is gone. */
  readonly returnCode: string | null
  /** The text in A1 of the first sheet with a table of ours. */
  readonly title: string
  readonly tables: readonly ReadTable[]
  /** Labelled cells above the table of a slip: the name and the organisation typed in. */
  readonly labels: ReadonlyMap<string, string>
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string
  /** What its reader should know, in sentences: macros not run, still open in Excel, merged cells. */
  readonly remarks: readonly string[]
  readonly lastModifiedBy: string
  /** The day the file says it was last saved. */
  readonly modifiedOn: Day | null
}

/** The same before its tables are put together, and with every sheet that may be the hidden one: what makes sense is for the engine to say. */
export type BookRead = Omit<ReadBook, 'tables' | 'marks'> & { readonly marks: readonly MarkRows[] }

/**
 * How a table of ours is recognised: it has more of these headers in one row than of any other known table. `other` are
 * tables we write and do not read back, named so that none is taken for one that is (Summary shares eight headers with
 * Ratings).
 */
export type KnownTable = { readonly kind: ReadTable['kind'] | 'other'; readonly headers: readonly string[] }
