import { rm } from 'node:fs/promises'
import type { Review } from '../../../shared/model/review.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import type { OtherCopy } from '../compare/copy/open-other.ts'
import type { ReadBook } from '../exchange/returned/read-book.ts'
import type { Compared } from './current.ts'

/** A file that was brought in, as it was read. */
export type BroughtIn = {
  /** From its content where there was any, so that the same file keeps its id. */
  readonly id: string
  readonly name: string
  readonly path: string
  /** Of an Excel file, all of it. */
  readonly book: ReadBook | null
  /** Of another copy of the workbook, all but its evidence files. */
  readonly copy: OtherCopy | null
  /** Why it was refused, in a sentence; empty when it was read. */
  readonly problem: string
  /** Names of further files with the very same content, read once. */
  readonly twins: readonly string[]
  /** A folder of ours it lies in, to be taken away once nothing needs it. */
  readonly folder: string | null
  /** The edit that settled all of it; while that stands, the file is off the list. */
  readonly settledBy: number | null
}

/** The returned files of one open workbook. In memory only: nothing of it is written before it is applied. */
export type ReviewState = {
  readonly files: Map<string, BroughtIn>
  /** What was decided by an edit, by the id of the change or addition, and in which files. */
  readonly settled: Map<string, { readonly seq: number; readonly fileIds: readonly string[] }>
  /** Counts up when the files change. */
  turn: number
  /** What was handed out last, newest last: decisions are made on these. */
  given: Review[]
  compared: { readonly key: string; readonly comparison: Promise<Compared> } | null
  /** Rows as they stood after an edit, which nothing can change any more. */
  readonly pastRows: Map<number, Rows>
  /** Folders of ours that may still be needed. */
  readonly folders: Set<string>
  /** Those of them that are being read now: files of theirs are still to come. */
  readonly beingRead: Set<string>
  /** One application at a time. */
  applying: Promise<unknown>
}

/** Nothing brought in yet. */
export function newReviewState(): ReviewState {
  return {
    files: new Map(),
    settled: new Map(),
    turn: 0,
    given: [],
    compared: null,
    pastRows: new Map(),
    folders: new Set(),
    beingRead: new Set(),
    applying: Promise.resolve(),
  }
}

/** Puts a file on the list, or back on it: what was decided on it before is open again. */
export function putFile(state: ReviewState, file: BroughtIn): void {
  // Last on the list, as it was read last.
  state.files.delete(file.id)
  state.files.set(file.id, file)
  if (file.folder) state.folders.add(file.folder)
  for (const [id, { fileIds }] of state.settled) if (fileIds.includes(file.id)) state.settled.delete(id)
  changed(state)
}

/** Puts a file aside; false when it was not there. */
export function leaveOut(state: ReviewState, id: string): boolean {
  const wasThere = state.files.delete(id)
  if (wasThere) changed(state)
  return wasThere
}

/** Puts everything aside; false when there was nothing. */
export function clearReview(state: ReviewState): boolean {
  const wasThere = state.files.size > 0
  state.files.clear()
  state.settled.clear()
  state.given = []
  changed(state)
  return wasThere
}

/** Until `finishReading`, a folder of ours stays whatever is put on the list or aside. */
export function startReading(state: ReviewState, folder: string): void {
  state.folders.add(folder)
  state.beingRead.add(folder)
}

/** All files of the folder are on the list: it goes, unless one of them still needs it. */
export function finishReading(state: ReviewState, folder: string): void {
  state.beingRead.delete(folder)
  takeAwayFolders(state)
}

/** What is compared has changed. */
export function changed(state: ReviewState): void {
  state.turn++
  state.compared = null
  if (state.files.size === 0) state.pastRows.clear()
  takeAwayFolders(state)
}

function takeAwayFolders(state: ReviewState): void {
  // Excel files are read whole; a copy of the workbook still gives its evidence when its changes are applied.
  const needed = new Set([...state.files.values()].flatMap(file => (file.copy && file.folder) || []))
  for (const folder of state.folders) {
    if (needed.has(folder) || state.beingRead.has(folder)) continue
    state.folders.delete(folder)
    // A folder that cannot be taken away keeps nobody from working; the system empties its own in time.
    void rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
