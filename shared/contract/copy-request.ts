import { z } from 'zod'
import { CopyKind } from '../model/origin.ts'

/** What a copy for others is asked to be. */
export const CopyRequest = z.object({
  kind: CopyKind.default('full'),
  /** Whether a redacted copy names owners, sponsors and whoever checked, wrote or signed off. Their roles stay either way. */
  hasPlanNames: z.boolean().default(true),
  /** Whom it is for, as the user says it; empty for nobody in particular. */
  forWhom: z.string().trim().max(400).default(''),
})
export type CopyRequest = z.infer<typeof CopyRequest>

/** A password for a file. Longer than anyone types, so that a sentence or a line of words fits. */
export const Password = z.string().min(1).max(1000)

/** A file that stays behind, as the index of a light copy lists it. */
export const StayingFile = z.object({
  ref: z.int(),
  title: z.string(),
  shows: z.string(),
  fileName: z.string(),
  size: z.int(),
  /** SHA-256, hexadecimal. */
  hash: z.string(),
})
export type StayingFile = z.infer<typeof StayingFile>

/** What a copy would hold and what would stay here, in sentences with this workbook's own numbers. */
export const CopyPreview = z.object({
  goes: z.array(z.string()),
  stays: z.array(z.string()),
  /** Evidence files whose bytes stay here; the items of a light copy still name them. */
  files: z.array(StayingFile),
  /** Bytes of the evidence files that go. */
  fileBytes: z.int(),
})
export type CopyPreview = z.infer<typeof CopyPreview>

/** A copy on the disk. */
export const Copied = z.object({
  path: z.string().min(1),
  size: z.int(),
  /** What was left out and what else its sender should know, in sentences. */
  remarks: z.array(z.string()),
})
export type Copied = z.infer<typeof Copied>
