import type { EditAbout } from '../../../../shared/model/edit.ts'
import type { Day, Instant } from '../../../../shared/model/fields.ts'
import type { Framework } from '../../../../shared/model/framework.ts'
import type { RoundId } from '../../../../shared/model/ids.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'

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

/** Everything the board workbook is made from: plain data, so that it can be sent to another process. */
export type BoardInput = {
  readonly rows: Rows
  readonly framework: Framework
  /** The round to report; without one the last open, else the last. */
  readonly roundId: RoundId | null
  readonly options: BoardOptions
  readonly today: Day
  /** Edits since the last export, else since the last round, else all; `since` is when that was. */
  readonly changes: { readonly since: Instant | null; readonly edits: readonly RecentEdit[] }
  /** The name of the workbook's file without its folder, and the version of the app. */
  readonly file: { readonly name: string; readonly appVersion: string }
}
