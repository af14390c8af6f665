import { z } from 'zod'
import { Day, Instant, Line, Text } from './fields.ts'
import { AreaId, RoundId } from './ids.ts'

export const SystemKind = z.enum(['stp', 'ics', 'other'])
export type SystemKind = z.infer<typeof SystemKind>

/** The one row that says what this workbook is about. */
export const Workbook = z.object({
  id: z.literal('workbook'),
  /** Stays the same in every copy of the file. */
  uid: z.string(),
  systemName: Line,
  systemKind: SystemKind,
  /** What the system is called when it is neither an STP nor an ICS. */
  systemKindOther: Text,
  isRehearsal: z.boolean(),
  frameworkId: z.string(),
  frameworkVersion: z.string(),
  /** SHA-256 of the framework text kept in the file, hexadecimal. */
  frameworkHash: z.string(),
  createdAt: Instant,
})
export type Workbook = z.infer<typeof Workbook>

/** An area is the system itself (exactly one) or one of its places. */
export const Area = z.object({
  id: AreaId,
  kind: z.enum(['system', 'place']),
  name: Line,
  position: z.int(),
})
export type Area = z.infer<typeof Area>

export const Round = z.object({
  id: RoundId,
  name: Line,
  asAt: Day,
  state: z.enum(['open', 'signed-off']),
  position: z.int(),
  signedOffAt: Instant.nullable(),
  signedOffBy: Text,
})
export type Round = z.infer<typeof Round>

/** A word of the status key. The words and colours are a setting of each workbook; the ids are the framework's. */
export const Status = z.object({
  id: z.string(),
  code: z.string().min(1).max(3),
  label: Line,
  meaning: Text,
  fill: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  textColour: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  position: z.int(),
  isClosing: z.boolean(),
})
export type Status = z.infer<typeof Status>
