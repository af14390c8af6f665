import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CheckReport } from '../model/check.ts'
import { EvidenceTargets } from '../model/evidence.ts'
import { Day, Level, Line } from '../model/fields.ts'
import { EvidenceId } from '../model/ids.ts'
import { Access } from '../model/snapshot.ts'
import { SystemKind } from '../model/workbook.ts'
import { Copied, CopyRequest } from './copy-request.ts'
import { errors } from './errors.ts'
import { Exported, ExportRequest } from './export-request.ts'

/**
 * What a shell (Electron's main process, the host, the command line) may ask of the engine. Paths live here and
 * nowhere else: the page cannot reach these calls.
 */
const call = oc.errors(errors)

const Path = z.string().min(1)

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

export const control = call.router({
  file: {
    create: call.input(z.object({ path: Path, details: NewWorkbook, who: Person })).output(Opened),
    /** Makes the sample workbook, stamped REHEARSAL, and opens it. */
    createRehearsal: call.input(z.object({ path: Path, who: Person })).output(Opened),
    open: call
      .input(z.object({ path: Path, who: Person, mode: z.enum(['edit', 'read']).default('edit') }))
      .output(Opened),
    /** A copy for others, to exactly this path. */
    copy: call
      .input(z.object({ to: Path, request: CopyRequest.default(CopyRequest.parse({})) }))
      .output(Copied),
    summary: call.output(WorkbookSummary),
    check: call.output(CheckReport),
    close: call.output(z.boolean()),
  },
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
