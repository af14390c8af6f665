import { z } from 'zod'
import { Instant, Level, Line, Text } from '../model/fields.ts'
import { AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { OrganisationType, VoteFrom } from '../model/rating.ts'
import { CountMode, Parked } from '../model/room.ts'
import { change } from './edited.ts'
import { RatingKey } from './rating.ts'

/** Which room: one a round and area. */
export const RoomKey = z.object({ roundId: RoundId, areaId: AreaId })
export type RoomKey = z.infer<typeof RoomKey>

const Count = z.union([z.literal(1), z.literal(2)])

/** Room mode. Every key a scribe presses is one call, and one edit. */
export const room = {
  /** Where the room is, how it counts, when it must be done. The first call makes the room. */
  set: change.input(
    RoomKey.extend({
      set: z
        .object({
          principleId: PrincipleId.nullable(),
          mode: CountMode,
          endsAt: Instant.nullable(),
        })
        .partial(),
    }),
  ),
  /** How many of a type are here: nameless people are added or taken away; named ones stay. */
  setAttendance: change.input(
    RoomKey.extend({ organisationType: OrganisationType, people: z.int().min(0).max(1000) }),
  ),
  addPerson: change.input(
    RoomKey.extend({ name: z.string().trim().max(400), organisationType: OrganisationType }),
  ),
  removePerson: change.input(z.object({ id: z.string() })),
  /** Counts hands for a level; a negative number takes some back. */
  count: change.input(
    RatingKey.extend({ count: Count, from: VoteFrom, level: Level, hands: z.int().min(-1000).max(1000) }),
  ),
  /** What one person says in a count; `null` takes it back. */
  vote: change.input(RatingKey.extend({ count: Count, participantId: z.string(), level: Level.nullable() })),
  /** Shows the count under way to everyone, with the slips that came in; or hides it again. */
  show: change.input(RatingKey.extend({ isShown: z.boolean() })),
  startSecondCount: change.input(RatingKey),
  /** The talking clock: running until a moment, or standing still with so many seconds left. */
  setTalk: change.input(
    RatingKey.extend({ until: Instant.nullable(), leftSeconds: z.int().min(0).max(86_400).nullable() }),
  ),
  /** Writes the level the room agreed; one beside the median needs a reason. */
  agree: change.input(
    RatingKey.extend({
      level: Level,
      reason: Text,
      minorityView: Text,
      minorityType: OrganisationType.nullable(),
    }),
  ),
  park: change.input(RoomKey.extend({ principleId: PrincipleId.nullable(), text: Line })),
  settleParked: change.input(Parked.pick({ id: true, outcome: true })),
}
