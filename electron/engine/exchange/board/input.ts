import type { EditAbout } from '../../../../shared/model/edit.ts'
import type { Day, Instant } from '../../../../shared/model/fields.ts'
import type { Framework } from '../../../../shared/model/framework.ts'
import type { RoundId } from '../../../../shared/model/ids.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import type { SentMarks } from '../marks.ts'

/** The choices of the export: those of `BoardExport` in the contract. */
export type BoardOptions = {
  readonly view: 'board' | 'full'
  readonly purpose: 'decision' | 'discussion' | 'information'
  readonly meeting: string
  readonly preparedBy: string
  readonly asks: readonly string[]
  readonly readers: 'board' | 'others'
}

/** A line of history for the Changes sheet. `about` lets edits of evidence that stays here be left out. */
export type RecentEdit = {
  readonly at: Instant
  readonly who: string
  readonly words: string
  readonly about: EditAbout
}

/** The name of the workbook's file without its folder, and the version of the app. */
export type MadeFrom = { readonly name: string; readonly appVersion: string }

/** What the sheets of every file are made from: plain data, so that it can be sent to another process. */
export type SheetInput = {
  readonly rows: Rows
  readonly framework: Framework
  /** The round to report; without one the last open, else the last. */
  readonly roundId: RoundId | null
  readonly options: Pick<BoardOptions, 'view' | 'readers'>
  readonly today: Day
  /** What makes the file known when it comes back; `null` where none is sent. */
  readonly sent: SentMarks | null
}

/** Everything the board workbook is made from. */
export type BoardInput = SheetInput & {
  readonly kind: 'board'
  readonly options: BoardOptions
  /** Edits since the last export, else since the last round, else all; `since` is when that was. */
  readonly changes: { readonly since: Instant | null; readonly edits: readonly RecentEdit[] }
  readonly file: MadeFrom
}
