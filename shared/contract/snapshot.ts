import { z } from 'zod'
import { Day, Instant } from '../model/fields.ts'
import { call, change } from './edited.ts'

/** A dated snapshot of the workbook, as the page and the terminal name it. `id` means nothing to anyone else. */
export const SnapshotLine = z.object({
  id: z.string(),
  /** The name of its file without the ending. */
  name: z.string(),
  /** When it was made, as the clock on the wall had it. */
  day: Day,
  /** `14:05`. */
  time: z.string(),
  systemName: z.string(),
  roundName: z.string(),
  asAt: z.string(),
  /** Principles discussed for the whole system in that round, of so many. */
  discussed: z.int(),
  principles: z.int(),
  ratings: z.int(),
  actions: z.int(),
  evidence: z.int(),
  /** Bytes. */
  size: z.number(),
  /** What was done last before it was made. */
  lastEdit: z.object({ at: Instant, who: z.string(), words: z.string() }),
  /**
   * `same`: the workbook stands just so now. `part`: its history is part of the workbook's. `apart`: a copy that went its own
   * way. `unknown`: the workbook itself cannot be read.
   */
  standing: z.enum(['same', 'part', 'apart', 'unknown']),
  /** Made before the workbook was brought up to date for this Ninefold. */
  isOlder: z.boolean(),
})
export type SnapshotLine = z.infer<typeof SnapshotLine>

/** The snapshots of a workbook, newest first. */
export const Snapshots = z.object({
  snapshots: z.array(SnapshotLine),
  /** The folder new ones go into, by its name alone. */
  folderName: z.string(),
  isBeside: z.boolean(),
  /** Files there that call themselves snapshots and cannot be read. They are left alone. */
  unreadable: z.int(),
  /** Whether snapshots are being kept: not of a workbook that is only read. */
  isKeeping: z.boolean(),
  /** Why the last one was not kept, in one sentence. */
  problem: z.string().nullable(),
})
export type Snapshots = z.infer<typeof Snapshots>

/** What going back to a snapshot would change, each in a sentence, the largest things first. */
export const SnapshotChanges = z.object({
  sentences: z.array(z.string()),
  /** What was done since, newest first, when the workbook's history says so; not all of them. */
  since: z.array(z.object({ at: Instant, who: z.string(), words: z.string() })),
  edits: z.int(),
  /** Why going back in this workbook is not possible, in one sentence. */
  cannotGoBack: z.string().nullable(),
})
export type SnapshotChanges = z.infer<typeof SnapshotChanges>

const Which = z.object({ id: z.string() })

/** Dated snapshots of the open workbook. */
export const snapshot = {
  list: call.output(Snapshots),
  compare: call.input(Which).output(SnapshotChanges),
  /** Keeps one now, unless nothing changed since the newest. */
  take: call.output(z.object({ wasTaken: z.boolean() })),
  /** Puts every row back as the snapshot has it, as one edit that undo takes back. */
  goBack: change.input(Which),
}
