import { z } from 'zod'
import { Day, Level, Text } from './fields.ts'
import { AreaId, PrincipleId, RatingId, RoundId } from './ids.ts'
import { organisationTypes } from './organisation-types.ts'
import { ratingIdOf } from './rating-id.ts'

export const RatingState = z.enum(['not-discussed', 'rated', 'not-applicable'])
export type RatingState = z.infer<typeof RatingState>

export const Confidence = z.enum(['low', 'medium', 'high'])
export type Confidence = z.infer<typeof Confidence>

/** Why a level differs from the last round's. */
export const ChangeReason = z.enum(['real-change', 'better-evidence', 'misjudged', 'different-people'])
export type ChangeReason = z.infer<typeof ChangeReason>

export const OrganisationType = z.enum(organisationTypes)
export type OrganisationType = z.infer<typeof OrganisationType>

/** For one area, principle and round. No row yet means the same as `not-discussed`. */
export const Rating = z.object({
  id: RatingId,
  roundId: RoundId,
  areaId: AreaId,
  principleId: PrincipleId,
  state: RatingState,
  /** The agreed level; of a split rating, the level planned from. Only a rated rating has one. */
  level: Level.nullable(),
  reason: Text,
  notApplicableReason: Text,
  confidence: Confidence.nullable(),
  targetLevel: Level.nullable(),
  targetDate: Day.nullable(),
  minorityView: Text,
  minorityType: OrganisationType.nullable(),
  changeReason: ChangeReason.nullable(),
  changeNote: Text,
})
export type Rating = z.infer<typeof Rating>

/** A rating nobody has touched. */
export function blankRating(key: Pick<Rating, 'roundId' | 'areaId' | 'principleId'>): Rating {
  return {
    id: ratingIdOf(key.roundId, key.areaId, key.principleId),
    ...key,
    state: 'not-discussed',
    level: null,
    reason: '',
    notApplicableReason: '',
    confidence: null,
    targetLevel: null,
    targetDate: null,
    minorityView: '',
    minorityType: null,
    changeReason: null,
    changeNote: '',
  }
}

/** Where hands come from: the whole room at once, or one organisation type. */
export const VoteFrom = z.union([OrganisationType, z.literal('room')])
export type VoteFrom = z.infer<typeof VoteFrom>

/** Hands for one level in one count, from one organisation type, from the room as a whole, or of one person. */
export const Vote = z.object({
  id: z.string(),
  ratingId: RatingId,
  count: z.union([z.literal(1), z.literal(2)]),
  organisationType: VoteFrom,
  level: Level,
  hands: z.int().min(1).max(10_000),
  /** Of a person who voted by name. */
  participantId: z.string().nullable(),
})
export type Vote = z.infer<typeof Vote>
