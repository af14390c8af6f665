import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CheckReport } from '../model/check.ts'
import { EvidenceTargets } from '../model/evidence.ts'
import { Day, Level, Line } from '../model/fields.ts'
import { EvidenceId } from '../model/ids.ts'
import { SampleSize } from '../model/sample-size.ts'
import { Access } from '../model/snapshot.ts'
import { SystemKind } from '../model/workbook.ts'
import { EngineFacts } from './about.ts'
import { Copied, CopyRequest, Password } from './copy-request.ts'
import { errors } from './errors.ts'
import { Exported, ExportRequest } from './export-request.ts'
import { Snapshots } from './snapshot.ts'

/**
 * What a shell (Electron's main process, the host, the command line) may ask of the engine. Paths live here and
 * nowhere else: the page cannot reach these calls.
 */
const call = oc.errors(errors)

const Path = z.string().min(1)

/** Private to this user: where the working copies of workbooks in shared places are kept. The engine has one of its own. */
const workingFolder = Path.optional()

/** `anyway`: to edit although somebody on another computer seems to have it open, where locks tell nothing of that. */
export const OpenMode = z.enum(['edit', 'read', 'anyway'])
export type OpenMode = z.infer<typeof OpenMode>

/** Who is at the keyboard, written into history. Kept on the laptop, not in the workbook. */
export const Person = z.object({ name: z.string().max(200), role: z.string().max(200) })
export type Person = z.infer<typeof Person>

/** What a new workbook starts from. */
export const NewWorkbook = z.object({
  systemName: Line,
  systemKind: SystemKind,
  systemKindOther: z.string().max(200).default(''),
  places: z.array(Line).max(200).default([]),
  roundName: Line,
  asAt: Day,
})
export type NewWorkbook = z.infer<typeof NewWorkbook>

/** What the start screen shows of a workbook without opening it. */
export const WorkbookSummary = z.object({
  /** The same in every copy of the workbook and in its snapshots; empty in a summary of an earlier Ninefold. */
  uid: z.string().default(''),
  systemName: z.string(),
  isRehearsal: z.boolean(),
  roundName: z.string(),
  asAt: Day,
  discussed: z.int(),
  /** The system's nine levels in the order of the principles; `null` is not discussed or not applicable. */
  levels: z.array(Level.nullable()),
  lastSavedAt: z.string().nullable(),
})
export type WorkbookSummary = z.infer<typeof WorkbookSummary>

/** What a shell learns of a workbook it opened. */
export const Opened = z.object({ path: Path, access: Access, summary: WorkbookSummary })
export type Opened = z.infer<typeof Opened>

/** What came of attaching. */
export const Attached = z.object({
  evidenceIds: z.array(EvidenceId),
  /** Files that were not attached, and why, a sentence each. */
  problems: z.array(z.object({ name: z.string(), sentence: z.string() })),
  wasCancelled: z.boolean(),
})
export type Attached = z.infer<typeof Attached>

/** What came of reading returned files; the page asks for the review itself. */
export const ReadReturned = z.object({
  read: z.int(),
  refused: z.int(),
  wasCancelled: z.boolean(),
  /** Files that never reached the engine, so that the review cannot name them, and why, a sentence each. */
  problems: z.array(z.object({ name: z.string(), sentence: z.string() })).default([]),
})
export type ReadReturned = z.infer<typeof ReadReturned>

/** How this laptop keeps snapshots of the workbooks opened on it. Where nothing is said, none are kept by themselves. */
export const SnapshotSettings = z.object({
  /** `null`: in a folder beside the workbook. */
  folder: Path.nullable().default(null),
  /** What those of one workbook may take together. */
  limitBytes: z
    .int()
    .positive()
    .default(2 * 1024 ** 3),
  /** Room to leave on the disk. */
  leaveFree: z.int().min(0).optional(),
})
export type SnapshotSettings = z.infer<typeof SnapshotSettings>

const snapshots = SnapshotSettings.optional()

export const control = call.router({
  file: {
    create: call
      .input(z.object({ path: Path, details: NewWorkbook, who: Person, snapshots, workingFolder }))
      .output(Opened),
    /** Makes the sample workbook, stamped REHEARSAL, and opens it. With a size it is one of so much, and tells no story. */
    createRehearsal: call
      .input(z.object({ path: Path, who: Person, size: SampleSize.optional(), snapshots, workingFolder }))
      .output(Opened),
    open: call
      .input(z.object({ path: Path, who: Person, mode: OpenMode.default('edit'), snapshots, workingFolder }))
      .output(Opened),
    /** Which of these files, that cannot be reached now, have a working copy here that can be opened all the same. */
    listWorking: call.input(z.object({ paths: z.array(Path), workingFolder })).output(z.array(Path)),
    /** Where the open workbook is now: its name changes when two versions had to be kept. */
    where: call.output(z.object({ path: Path }).nullable()),
    /** A copy for others, to exactly this path. */
    copy: call
      .input(
        z.object({
          to: Path,
          request: CopyRequest.default(CopyRequest.parse({})),
          /** Locks the copy in the age format; its name then ends in `.ninefold.age`. */
          password: Password.optional(),
        }),
      )
      .output(Copied),
    /** Opens a locked workbook into a new file beside it, or at `to`; it is not opened yet. */
    unlock: call
      .input(z.object({ path: Path, password: Password, to: Path.optional() }))
      .output(z.object({ path: Path })),
    summary: call.output(WorkbookSummary),
    check: call.output(CheckReport),
    close: call.output(z.boolean()),
  },
  /** What runs here, for the About box. */
  engine: { facts: call.output(EngineFacts) },
  person: { set: call.input(Person).output(z.boolean()) },
  evidence: {
    /** Folders are walked. */
    attach: call.input(z.object({ paths: z.array(Path).min(1), targets: EvidenceTargets })).output(Attached),
    /** A safe file name to suggest for an item, with its real extension. */
    suggestName: call.input(z.object({ id: EvidenceId })).output(z.object({ name: z.string() })),
    /** To exactly this path, chosen by the user. */
    saveOut: call.input(z.object({ id: EvidenceId, to: Path })).output(z.object({ path: Path })),
    /** Into a fresh folder under `parent` with a safe name of ours, for opening. `isSafeToOpen`: on the allow-list. */
    saveOutForOpening: call
      .input(z.object({ id: EvidenceId, parent: Path }))
      .output(z.object({ path: Path, isSafeToOpen: z.boolean() })),
  },
  export: {
    /** To exactly this path; owner workbooks go into a new folder of this name. */
    make: call.input(z.object({ to: Path, request: ExportRequest })).output(Exported),
    /** What the file or folder is called unless the user says otherwise. */
    suggestName: call
      .input(z.object({ request: ExportRequest }))
      .output(z.object({ name: Line, isFolder: z.boolean() })),
  },
  snapshot: {
    /** Those of a workbook that need not be open, nor be there, nor be whole. `uid`: what it is remembered by. */
    listFor: call
      .input(
        z.object({ path: Path, uid: z.string().max(100).default(''), folder: Path.nullable().default(null) }),
      )
      .output(Snapshots),
    /**
     * Copies a snapshot to a file of its own and gives its path: `to`, or a fresh name beside the workbook. What is there is
     * never replaced.
     */
    restore: call
      .input(
        z.object({
          path: Path,
          uid: z.string().max(100).default(''),
          folder: Path.nullable().default(null),
          id: z.string().min(1),
          to: Path.optional(),
        }),
      )
      .output(z.object({ path: Path, remarks: z.array(z.string()) })),
    /** Keeps one of the open workbook unless nothing changed since the newest; for the moment before it is closed. */
    beforeClosing: call.output(z.boolean()),
    /** Whether one is being kept just now. */
    isWorking: call.output(z.boolean()),
    /** Other settings, from now on. */
    configure: call.input(SnapshotSettings).output(z.boolean()),
  },
  review: {
    /**
     * Reads returned Excel files and other copies of this workbook beside those already read. Folders are walked.
     * `folderOfOurs`: the files were put there by the shell for this alone, and the engine takes the folder away as soon as the
     * review no longer needs them, at the latest when the workbook is closed.
     */
    read: call
      .input(z.object({ paths: z.array(Path).min(1), folderOfOurs: Path.optional() }))
      .output(ReadReturned),
  },
})
/** The control contract as a type, for shells. */
export type Control = typeof control
