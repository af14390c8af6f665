import { z } from 'zod'
import { Instant, Text } from './fields.ts'

/** What a copy for others holds: all of it, all but the bytes of evidence files, or what anybody may read. */
export const CopyKind = z.enum(['full', 'light', 'redacted'])
export type CopyKind = z.infer<typeof CopyKind>

/** That this file is a copy with something left out: what, by whom, and of which workbook after which edit. */
export const Origin = z.object({
  id: z.string(),
  kind: z.enum(['light', 'redacted']),
  madeAt: Instant,
  madeBy: Text,
  /** The `uid` of the workbook it was made from. A redacted copy has one of its own. */
  fromUid: z.string(),
  /** Number of the last edit of that workbook it holds. */
  fromEdit: z.int().min(0),
  /** What was left out, a sentence a line. */
  leftOut: Text,
})
export type Origin = z.infer<typeof Origin>

/** An evidence file whose bytes were left out on purpose: its items stay. The id is its SHA-256, hexadecimal. */
export const LeftOutFile = z.object({ id: z.string(), size: z.int().min(0) })
export type LeftOutFile = z.infer<typeof LeftOutFile>
