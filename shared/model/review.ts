import { z } from 'zod'
import { Instant, Level } from './fields.ts'
import { AreaId, PrincipleId } from './ids.ts'
import { SentKind } from './sent-file.ts'
import { CollectionName } from './snapshot.ts'

/** A value as people read it; empty text is an empty cell. Statuses and levels are drawn as such. */
export const ReviewValue = z.object({
  text: z.string(),
  statusId: z.string().nullable(),
  level: Level.nullable(),
})
export type ReviewValue = z.infer<typeof ReviewValue>

/** What a change is about: an action, a rating, an item of evidence, or another row of the workbook. */
export const ReviewSubject = z.object({
  collection: CollectionName,
  rowId: z.string(),
  /** `A-07`, `E-03`, or the number of the principle; empty where there is none. */
  ref: z.string(),
  title: z.string(),
  principleId: PrincipleId.nullable(),
  areaId: AreaId.nullable(),
})
export type ReviewSubject = z.infer<typeof ReviewSubject>

/** One way to settle a change. `now` refuses it; `both` keeps two lines of progress. */
export const ReviewOption = z.object({
  /** `sent`, `now`, `both`, or `file:` and the file's id. */
  id: z.string(),
  from: z.enum(['sent', 'now', 'file', 'both']),
  fileId: z.string().nullable(),
  value: ReviewValue,
  /** Whose value it is and since when, for people: `Daniel Okafor`, `You, 12 November`. */
  by: z.string(),
})
export type ReviewOption = z.infer<typeof ReviewOption>

/**
 * One cell that came back changed. `proposed`: only the returned file changed it. `conflict`: it was changed here as
 * well, or two files differ, or what was sent is not known. `unreadable`: what came back cannot be kept; it is shown, and only
 * refused or left.
 */
export const ReviewChange = z.object({
  /** The same each time the same files are compared. */
  id: z.string(),
  subject: ReviewSubject,
  columnId: z.string(),
  header: z.string(),
  state: z.enum(['proposed', 'conflict', 'unreadable']),
  /** `null` when what was sent is not known. */
  sent: ReviewValue.nullable(),
  now: ReviewValue,
  /** One of `returned` for each file that changed it; of an unreadable one, what was typed. */
  returned: z.array(z.object({ fileId: z.string(), value: ReviewValue, by: z.string() })).min(1),
  /** What may be chosen, in the order it is shown. Accepting a proposal is the option of its file. */
  options: z.array(ReviewOption),
  /** Sentences: why it is a conflict, why it cannot be read, what was taken for what. */
  remarks: z.array(z.string()),
})
export type ReviewChange = z.infer<typeof ReviewChange>

/** A row without a match: offered as new, never taken by itself. */
export const ReviewAddition = z.object({
  id: z.string(),
  fileId: z.string(),
  collection: CollectionName,
  /** What it would be called: the words of the action, the title of the evidence. */
  title: z.string(),
  /** `Action`, `Evidence`, `Update of A-03`: what kind of thing is new. */
  kind: z.string(),
  principleId: PrincipleId.nullable(),
  fields: z.array(z.object({ header: z.string(), value: ReviewValue })),
  /** It cannot be added until the user names a principle. */
  needsPrinciple: z.boolean(),
  /** Why it cannot be added at all, in a sentence; empty when it can. */
  problem: z.string(),
  remarks: z.array(z.string()),
})
export type ReviewAddition = z.infer<typeof ReviewAddition>

/** A returned file and what came of reading it. */
export const ReviewFile = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['read', 'refused']),
  /** Why it was refused, in one sentence. */
  problem: z.string(),
  /** `copy` is another copy of this workbook; `null` when it was refused before that was known. */
  kind: z.union([SentKind, z.literal('copy')]).nullable(),
  sentFileId: z.string().nullable(),
  forWhom: z.string(),
  sentAt: Instant.nullable(),
  /** What its reader should know, in sentences: rows that are missing, marks that are gone, cells left alone. */
  remarks: z.array(z.string()),
  changed: z.int(),
  conflicts: z.int(),
  unreadable: z.int(),
  added: z.int(),
  /** Of a slip, how many of the principles it answers; else 0. Its levels stay hidden. */
  answered: z.int(),
})
export type ReviewFile = z.infer<typeof ReviewFile>

/** Returned files beside the workbook as it is now. Nothing of it is written until it is applied. */
export const Review = z.object({
  /** Number of the last edit it was compared with. */
  seq: z.int(),
  /** Counts up when a file is brought in, read again or put aside, in whichever window. */
  turn: z.int(),
  files: z.array(ReviewFile),
  changes: z.array(ReviewChange),
  additions: z.array(ReviewAddition),
})
export type Review = z.infer<typeof Review>

/** What the user decided. What is not named is left undecided, and nothing of it is written. */
export const ReviewDecisions = z.object({
  /** Per change, the option chosen. */
  changes: z.record(z.string(), z.string()),
  /** Per addition, whether it is added, and under which principle where it named none. */
  additions: z.record(z.string(), z.object({ accept: z.boolean(), principleId: PrincipleId.nullable() })),
})
export type ReviewDecisions = z.infer<typeof ReviewDecisions>
