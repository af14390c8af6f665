import type { WorkbookSummary } from './control.ts'

/** A workbook the start screen can offer. `id` is the shell's own token; the page never learns a path it could send. */
export type RecentWorkbook = {
  readonly id: string
  /** The file's name without its extension. */
  readonly name: string
  /** The folder as a person reads it. */
  readonly where: string
  readonly isMissing: boolean
  /** A password locks it: nothing in it is known before it is opened. */
  readonly isLocked?: boolean
  readonly openedAt: string
  readonly summary: WorkbookSummary | null
}

/** What became of asking for a workbook. */
export type OpenOutcome =
  | { readonly kind: 'opened' }
  /** It opened, or was already open, in another window, which now has the focus. */
  | { readonly kind: 'opened-elsewhere' }
  | { readonly kind: 'cancelled' }
  /** Someone else has it; `openRecent(id, 'read')` reads it all the same. */
  | {
      readonly kind: 'in-use'
      readonly id: string
      readonly sentence: string
      /** `openRecent(id, 'anyway')` edits it all the same: both versions are kept if both change it. */
      readonly mayOpen: boolean
    }
  /** A password locks it; `openLocked(id, password)` opens it into a new workbook beside it. */
  | { readonly kind: 'locked'; readonly id: string; readonly name: string; readonly sentence: string }
  | { readonly kind: 'failed'; readonly sentence: string }

/** Where snapshots go on this laptop, as a person reads it. */
export type SnapshotPlaceWords = {
  /** `null`: beside each workbook. */
  readonly where: string | null
  readonly limitBytes: number
}

/** The workbook this page shows. */
export type Current = { readonly name: string; readonly where: string }

/** A file written for the user. `token` opens it or shows it in its folder, where the shell can. */
export type Saved = {
  readonly token: string
  readonly name: string
  readonly where: string
  /** Sentences the reader should know, such as what was left out. */
  readonly remarks: readonly string[]
}
