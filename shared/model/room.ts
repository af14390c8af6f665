import { z } from 'zod'
import { Instant, Line, Text } from './fields.ts'
import { AreaId, PrincipleId, RatingId, RoundId } from './ids.ts'
import { OrganisationType } from './rating.ts'

/** Somebody in the room. */
export const Participant = z.object({
  id: z.string(),
  roundId: RoundId,
  areaId: AreaId,
  /** May be empty: the type is what counts. */
  name: Text,
  organisationType: OrganisationType,
  addedAt: Instant,
})
export type Participant = z.infer<typeof Participant>

/** How hands are counted: all at once, a type at a time, or person by person. */
export const CountMode = z.enum(['room', 'types', 'people'])
export type CountMode = z.infer<typeof CountMode>

/** The room of one round and area: where it is, and when it has to be done. */
export const Room = z.object({
  id: z.string(),
  roundId: RoundId,
  areaId: AreaId,
  principleId: PrincipleId.nullable(),
  mode: CountMode,
  /** When the day ends; `null` while nobody said. */
  endsAt: Instant.nullable(),
})
export type Room = z.infer<typeof Room>

/** How far the room has come with one principle. `shown`: everyone sees that count. */
export const RoomStage = z.enum(['first', 'first-shown', 'second', 'second-shown', 'agreed'])
export type RoomStage = z.infer<typeof RoomStage>

/** A principle in the room. */
export const RoomStep = z.object({
  /** The rating's id. */
  id: RatingId,
  roundId: RoundId,
  areaId: AreaId,
  principleId: PrincipleId,
  stage: RoomStage,
  /** While people talk: until when. */
  talkUntil: Instant.nullable(),
  /** While the clock stands still: seconds left. */
  talkLeftSeconds: z.int().min(0).nullable(),
})
export type RoomStep = z.infer<typeof RoomStep>

/** Something put aside so that the room can go on. */
export const Parked = z.object({
  id: z.string(),
  roundId: RoundId,
  areaId: AreaId,
  principleId: PrincipleId.nullable(),
  text: Line,
  outcome: z.enum(['open', 'action', 'note', 'dropped']),
  addedAt: Instant,
})
export type Parked = z.infer<typeof Parked>

/** One room a round and area: the id says so. */
export function roomIdOf(roundId: RoundId, areaId: AreaId): string {
  return `${roundId}:${areaId}`
}
