import type { EvidenceTargets } from '../model/evidence.ts'
import type { EvidenceId } from '../model/ids.ts'
import type { Paper } from '../model/kit.ts'
import type { AboutApp, FilePlaceId, SupportFacts } from './about.ts'
import type { Attached, NewWorkbook, OpenMode, Person, ReadReturned } from './control.ts'
import type { CopyRequest } from './copy-request.ts'
import type { ExportRequest } from './export-request.ts'
import type { Current, OpenOutcome, RecentWorkbook, Saved, SnapshotPlaceWords } from './outcome.ts'
import type { Snapshots } from './snapshot.ts'

/**
 * What the page may ask of the desktop app itself, through the preload. No path crosses here: recents and saved
 * files go by token, dropped files become paths inside the preload.
 */
export type BridgeCalls = {
  person: () => Person
  setPerson: (person: Person) => null
  current: () => Current | null
  listRecent: () => readonly RecentWorkbook[]
  forgetRecent: (id: string) => null
  create: (details: NewWorkbook) => OpenOutcome
  openByChoice: () => OpenOutcome
  openRecent: (id: string, mode: OpenMode) => OpenOutcome
  findRecent: (id: string) => OpenOutcome
  openRehearsal: () => OpenOutcome
  /** Sends a port to the engine, marked with the page's nonce; gives the number of the engine's life. */
  connect: (nonce: string) => number
  closeWorkbook: () => null
  attachByChoice: (targets: EvidenceTargets, folder: boolean) => Attached | null
  saveEvidence: (id: EvidenceId) => Saved | null
  openEvidence: (id: EvidenceId) => 'opened' | 'shown' | null
  exportFile: (request: ExportRequest) => Saved | null
  readReturned: (folder: boolean) => ReadReturned | null
  saveCopy: (request: CopyRequest, password: string | null) => Saved | null
  openLocked: (id: string, password: string) => OpenOutcome
  /** Of a workbook on the list of recent ones. */
  listSnapshots: (recentId: string) => Snapshots
  /** A snapshot as a workbook of its own, opened; of the workbook in this window when no other is named. */
  openSnapshot: (snapshotId: string, recentId: string | null) => OpenOutcome
  snapshotPlace: () => SnapshotPlaceWords
  /** Asks for a folder; `beside` goes back to the one beside each workbook. */
  setSnapshotPlace: (beside: boolean) => SnapshotPlaceWords
  setSnapshotLimit: (bytes: number) => SnapshotPlaceWords
  savePicture: (name: string, bytes: Uint8Array) => Saved | null
  openSaved: (token: string) => null
  revealSaved: (token: string) => null
  print: (paper: Paper | null) => null
  /** Another window of this workbook, for the projector. */
  openPresenter: () => null
  setTitle: (title: string) => null
  about: () => AboutApp
  /** Shows one of our folders, or the workbook in its own. */
  openPlace: (id: FilePlaceId) => null
  support: () => SupportFacts
  /** Where something of the page went wrong, by places alone. */
  reportFault: (words: string) => null
  /** What people have to be told about the settings; given once. */
  news: () => string | null
}
/** The name of one. */
export type BridgeCall = keyof BridgeCalls

/** A value, or why not in one sentence: errors lose their message on the way through Electron otherwise. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string }

/** The object the preload gives the page as `window.ninefold`. */
export type Bridge = {
  call<Name extends BridgeCall>(
    name: Name,
    ...args: Parameters<BridgeCalls[Name]>
  ): Promise<Answer<ReturnType<BridgeCalls[Name]>>>
  onCommand(listener: (commandId: string) => void): () => void
  /** The window is about to close, and waits a few seconds for this promise. */
  onClosing(listener: () => Promise<void>): () => void
  /** The engine of this life (see `connect`) is gone. */
  onEngineGone(listener: (life: number) => void): () => void
}

/** In the page's address when a workbook is being opened for it: what shows one may be loaded meanwhile. */
export const OPENING_QUERY = '?opening'

/** Marks the one window message that carries the engine's port. */
export const PORT_MESSAGE = 'ninefold:port'
