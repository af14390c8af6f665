import { oc } from '@orpc/contract'
import { z } from 'zod'
import { EvidenceId } from '../model/ids.ts'
import { AboutApp, FaultWords, SupportFacts } from './about.ts'
import { NewWorkbook, OpenMode, Person, ReadReturned, WorkbookSummary } from './control.ts'
import { CopyRequest, Password } from './copy-request.ts'
import { errors } from './errors.ts'
import { ExportRequest } from './export-request.ts'
import { Snapshots } from './snapshot.ts'

/**
 * What the browser's page may ask of the host besides the workbook's own contract. Workbooks are named by ids the
 * host made up; files leave by a ticket that is good for one download. No call takes or gives a path.
 */
const call = oc.errors(errors)

const Id = z.string().regex(/^[\w-]{10,64}$/)

export const HostWorkbook = z.object({
  id: Id,
  name: z.string(),
  where: z.string(),
  isMissing: z.boolean(),
  isLocked: z.boolean().optional(),
  openedAt: z.string(),
  summary: WorkbookSummary.nullable(),
})
export type HostWorkbook = z.infer<typeof HostWorkbook>

export const HostOpened = z.object({ id: Id, name: z.string(), where: z.string() })
export type HostOpened = z.infer<typeof HostOpened>

export const Ticket = z.object({
  /** Where the file can be had, once and within half a minute. */
  address: z.string(),
  name: z.string(),
  remarks: z.array(z.string()),
})
export type Ticket = z.infer<typeof Ticket>

export const host = call.router({
  /** Who was at this keyboard last. */
  person: call.output(Person),
  setPerson: call.input(Person).output(z.boolean()),
  about: call.output(AboutApp),
  /** `id`: of the workbook this page shows. */
  support: call.input(z.object({ id: Id.nullable() })).output(SupportFacts),
  /** Where something of the page went wrong, by places alone. */
  reportFault: call.input(z.object({ words: FaultWords })).output(z.boolean()),
  /** What people have to be told about the settings; given once. */
  news: call.output(z.string().nullable()),
  list: call.output(z.array(HostWorkbook)),
  create: call.input(NewWorkbook).output(HostOpened),
  rehearsal: call.output(HostOpened),
  open: call.input(z.object({ id: Id, mode: OpenMode.default('edit') })).output(HostOpened),
  close: call.input(z.object({ id: Id })).output(z.boolean()),
  saveEvidence: call.input(z.object({ id: Id, evidenceId: EvidenceId })).output(Ticket),
  /** Owner workbooks come as one zip file. */
  exportFile: call.input(z.object({ id: Id, request: ExportRequest })).output(Ticket),
  /** Reads the files that were sent under this name, all of them together. */
  readReturned: call.input(z.object({ id: Id, batch: Id })).output(ReadReturned),
  saveCopy: call
    .input(z.object({ id: Id, request: CopyRequest, password: Password.nullable() }))
    .output(Ticket),
  /** Opens a workbook that a password locks, into a new file beside it. */
  openLocked: call.input(z.object({ id: Id, password: Password })).output(HostOpened),
  /** Of a workbook of the folder, which may be damaged, or gone with its snapshots still there. */
  listSnapshots: call.input(z.object({ id: Id })).output(Snapshots),
  /** A snapshot as a workbook of its own, in the same folder, opened. */
  openSnapshot: call.input(z.object({ id: Id, snapshotId: z.string().min(1) })).output(HostOpened),
})
export type HostContract = typeof host

/** One line of the stream of a workbook's events. */
export type HostEvent =
  | { readonly kind: 'changed'; readonly value: unknown }
  | { readonly kind: 'task'; readonly value: unknown }
  | { readonly kind: 'place'; readonly value: unknown }
  | { readonly kind: 'alive' }
