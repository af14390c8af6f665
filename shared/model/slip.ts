import { z } from 'zod'
import { Instant, Level, Text } from './fields.ts'
import { AreaId, PrincipleId, RoundId } from './ids.ts'
import { OrganisationType } from './rating.ts'

/** A rating slip that came back: one person's answers before the room meets. Hidden until the votes are revealed. */
export const Slip = z.object({
  id: z.string(),
  roundId: RoundId,
  areaId: AreaId,
  /** The return code of the slip that was sent; empty when it could not be read. */
  sentFileId: Text,
  /** As the person wrote it; may be empty. */
  name: Text,
  organisationType: OrganisationType,
  fileName: Text,
  /** SHA-256 of the file: the same file twice is one slip. */
  fileHash: Text,
  readAt: Instant,
})
export type Slip = z.infer<typeof Slip>

/** What a slip says of one principle. */
export const SlipAnswer = z.object({
  id: z.string(),
  slipId: z.string(),
  principleId: PrincipleId,
  level: Level.nullable(),
  reason: Text,
})
export type SlipAnswer = z.infer<typeof SlipAnswer>
