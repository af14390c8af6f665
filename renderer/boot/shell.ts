import type { ContractRouterClient } from '@orpc/contract'
import type { AboutApp, FilePlaceId, SupportFacts } from '../../shared/contract/about.ts'
import type { SeenBy } from '../../shared/contract/area.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Attached, NewWorkbook, OpenMode, Person, ReadReturned } from '../../shared/contract/control.ts'
import type { CopyRequest } from '../../shared/contract/copy-request.ts'
import type { ExportRequest } from '../../shared/contract/export-request.ts'
import type {
  Current,
  OpenOutcome,
  RecentWorkbook,
  Saved,
  SnapshotPlaceWords,
} from '../../shared/contract/outcome.ts'
import type { Snapshots } from '../../shared/contract/snapshot.ts'
import type { EvidenceTargets } from '../../shared/model/evidence.ts'
import type { EvidenceId } from '../../shared/model/ids.ts'
import type { Paper } from '../../shared/model/kit.ts'

/** The engine's calls as the page makes them. */
export type Client = ContractRouterClient<Contract>

/** A line to the engine of the open workbook. When it breaks, `whenGone` resolves and `connect` may be called again. */
export type Connection = {
  readonly client: Client
  readonly whenGone: Promise<void>
}

export type {
  Current,
  OpenOutcome,
  RecentWorkbook,
  Saved,
  SnapshotPlaceWords,
} from '../../shared/contract/outcome.ts'

/**
 * What differs between the desktop app and the browser. Two whole implementations, chosen once in `boot`. A missing
 * ability is data in `can`, never a method that throws. Methods reject only with an `Error` whose message is one
 * sentence for people; `null` means the user cancelled.
 */
export type Shell = {
  readonly kind: 'desktop' | 'browser'
  readonly can: {
    /** The user chooses where a file goes and which file to open. In the browser, files stay in the host's folder. */
    readonly choosePlaces: boolean
    readonly openSaved: boolean
    readonly reveal: boolean
    readonly attachFolder: boolean
    /** Shows the folders of Ninefold's own files. */
    readonly openPlaces: boolean
  }
  /** A workbook is on its way or open: what shows it may be loaded before that is certain. */
  readonly isOpening: boolean
  person(): Promise<Person>
  setPerson(person: Person): Promise<void>

  current(): Promise<Current | null>
  listRecent(): Promise<readonly RecentWorkbook[]>
  forgetRecent(id: string): Promise<void>
  create(details: NewWorkbook): Promise<OpenOutcome>
  openByChoice(): Promise<OpenOutcome>
  openRecent(id: string, mode?: OpenMode): Promise<OpenOutcome>
  /** Asks the user where a workbook that moved is now. */
  findRecent(id: string): Promise<OpenOutcome>
  /** Opens a workbook that a password locks, into a new file beside it. `locked` again: the password was wrong. */
  openLocked(id: string, password: string): Promise<OpenOutcome>
  openRehearsal(): Promise<OpenOutcome>
  /** `seenBy` says whose eyes this page is for. */
  connect(seenBy: SeenBy): Promise<Connection>
  closeWorkbook(): Promise<void>

  /** By dialog; with `folder`, a whole folder. */
  attachByChoice(targets: EvidenceTargets, folder: boolean): Promise<Attached | null>
  /** Dropped or pasted files. */
  attachFiles(files: readonly File[], targets: EvidenceTargets): Promise<Attached>
  saveEvidence(id: EvidenceId): Promise<Saved | null>
  /** Opens the file with its own program if its type is on the list, else shows it in its folder. */
  openEvidence(id: EvidenceId): Promise<'opened' | 'shown' | 'saved' | null>
  /** Owner workbooks are saved as a folder; in the browser as one zip file. */
  exportFile(request: ExportRequest): Promise<Saved | null>
  /** Asks for returned files, or with `folder` for a folder of them, and reads them into the review. */
  readReturned(folder: boolean): Promise<ReadReturned | null>
  /** Dropped or pasted files that came back. */
  readReturnedFiles(files: readonly File[]): Promise<ReadReturned>
  /** A copy of the workbook for others; with a password it is locked in the age format. */
  saveCopy(request: CopyRequest, password: string | null): Promise<Saved | null>
  /** Snapshots of a workbook on the list, which may be damaged or gone. */
  listSnapshots(recentId: string): Promise<Snapshots>
  /** A snapshot as a workbook of its own, opened; of the workbook shown here when no other is named. */
  openSnapshot(snapshotId: string, recentId: string | null): Promise<OpenOutcome>
  /** Where snapshots go; `null` where that is not for the user to choose. */
  snapshotPlace(): Promise<SnapshotPlaceWords | null>
  /** Asks for a folder, or with `beside` goes back to the one beside each workbook. */
  setSnapshotPlace(beside: boolean): Promise<SnapshotPlaceWords | null>
  setSnapshotLimit(bytes: number): Promise<SnapshotPlaceWords | null>
  /** A picture of ours, as PNG or SVG. */
  savePicture(name: string, bytes: Uint8Array): Promise<Saved | null>
  openSaved(token: string): Promise<void>
  revealSaved(token: string): Promise<void>
  /** Prints the page as it stands; `paper` says what to put into the system's window, where that can be told. */
  print(paper?: Paper): Promise<void>
  /** The window for the projector, beside this one; on a second screen where there is one. */
  openPresenter(): Promise<void>
  setTitle(title: string): void
  /** What runs here and where its files are, as people read it. */
  about(): Promise<AboutApp>
  /** Shows one of those places in the system's own window. */
  openPlace(id: FilePlaceId): Promise<void>
  /** What the shell knows for whoever helps: numbers, versions, the log. */
  support(): Promise<SupportFacts>
  /** A fault of the page, as `faultWords` tells it, for the log. Never fails. */
  reportFault(words: string): void
  /** What people have to be told about their settings; given once. */
  news(): Promise<string | null>
  /** Runs `work` when the page is left. The desktop app's window stays until it is done. Returns how to stop listening. */
  onLeaving(work: () => Promise<void>): () => void
  /** The native menu asks for a command by its id. Returns a function that stops listening. */
  onCommand(listener: (commandId: string) => void): () => void
}
