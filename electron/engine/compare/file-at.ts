import type { Day } from '../../../shared/model/fields.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import type { EditContext } from '../../../shared/rules/typed-cell.ts'
import type { ReadBook } from '../exchange/returned/read-book.ts'
import type { Base } from './base.ts'
import type { LongTexts } from './long-text.ts'
import type { State } from './state.ts'

/** A returned file whose base is found, and what reading its cells needs. */
export type FileAt = {
  readonly id: string
  readonly name: string
  readonly book: ReadBook
  readonly sentFile: SentFile | null
  /** What it held when it was sent. */
  readonly base: Base
  /** The workbook as it is now, as a reader of this file would see it. */
  readonly now: State
  /** Whom the file was for; empty when it was for everyone. */
  readonly forWhom: string
  /** Whose words these are: whom the file was for, else who saved it last. */
  readonly author: string
  /** The same for people, or the name of the file. */
  readonly by: string
  /** The day of progress that names none. */
  readonly day: Day
  readonly context: EditContext
  readonly longTexts: LongTexts
  /** The base of another file that a row was copied out of; `null` when we do not remember it. */
  baseOf(sentFileId: string): Base | null
}

/** What one table of a file comes to. */
export type TableResult<Change, Addition> = {
  readonly changes: readonly Change[]
  readonly additions: readonly Addition[]
  readonly remarks: readonly string[]
}
