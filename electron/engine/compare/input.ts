import type { Day, Instant } from '../../../shared/model/fields.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import type { CollectionName, Rows } from '../../../shared/model/snapshot.ts'
import type { ReadBook } from '../exchange/returned/read-book.ts'

/** A file someone sent back, as read; without a book, why there is none. */
export type ReturnedFile = {
  /** Ours, the same as long as the file is on the list. */
  readonly id: string
  readonly name: string
  readonly book: ReadBook | null
  readonly problem: string
}

/** Everything a comparison looks at. It reads no clock, no file and no database itself. */
export type CompareInput = {
  readonly files: readonly ReturnedFile[]
  readonly now: { readonly rows: Rows; readonly framework: Framework; readonly seq: number }
  readonly sentFiles: readonly SentFile[]
  /** The workbook as it stood right after an edit. */
  rowsAsAt(seq: number): Rows
  /** The seal of that edit in this copy of the workbook; `null` when it has no such edit. */
  sealAt(seq: number): string | null
  /** Who changed a field of a row last, and when; `null` when nobody did since it was made. */
  changedBy(collection: CollectionName, rowId: string, field: string): ChangedBy | null
  readonly workbookUid: string
  readonly today: Day
  /** The name of the person at the keyboard, who is said as *You*. */
  readonly who: string
}

export type ChangedBy = { readonly who: string; readonly at: Instant }
