import { z } from 'zod'
import { Day, Instant, Text } from './fields.ts'
import { AreaId, RoundId } from './ids.ts'

/**
 * What leaves and may come back: the board workbook, the plan to fill in, one owner's actions, a rating slip; a full, light
 * or redacted copy of the workbook.
 */
export const SentKind = z.enum(['board', 'plan', 'owner', 'slip', 'full', 'light', 'redacted'])
export type SentKind = z.infer<typeof SentKind>

/**
 * A file that was sent out. What it held is the workbook as it stood after edit `editSeq`, shown in these
 * columns to these readers: the change log gives it back exactly, so it is not kept a second time.
 */
export const SentFile = z.object({
  /** Eight letters and digits no one confuses; printed on the file as its return code, `7KQ2-MX4D`. */
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  kind: SentKind,
  madeAt: Instant,
  /** The day on the file, on the clock of whoever made it. */
  madeOn: Day,
  editSeq: z.int().min(0),
  /** The owner or reader as the user typed it; empty when it is for everyone. */
  forWhom: Text,
  fileName: Text,
  /** SHA-256 over every cell that was sent, of a copy over the file itself; hexadecimal, empty when it is not known. */
  fingerprint: Text,
  /** Rows a reader may change: actions, ratings or principles. */
  rowCount: z.int().min(0),
  view: z.enum(['board', 'full']),
  /** Whose copy it is: evidence marked *board only* is left out of copies for others. */
  readers: z.enum(['board', 'others']),
  roundId: RoundId,
  /** Of a slip, the area it asks about. */
  areaId: AreaId.nullable(),
  /** Whether ratings may be changed in it. */
  hasRatings: z.boolean(),
  /** Whether it is still expected back. */
  isAwaited: z.boolean(),
  returnedAt: Instant.nullable(),
  /** The name it came back under. */
  returnedName: Text,
})
export type SentFile = z.infer<typeof SentFile>
