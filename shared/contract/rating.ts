import { z } from 'zod'
import { AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { Rating } from '../model/rating.ts'
import { change } from './edited.ts'

/** The fields of a rating a person may set; what is left out stays as it is. */
export const RatingFields = Rating.omit({
  id: true,
  roundId: true,
  areaId: true,
  principleId: true,
}).partial()
export type RatingFields = z.infer<typeof RatingFields>

/** What a rating is of. */
export const RatingKey = z.object({ roundId: RoundId, areaId: AreaId, principleId: PrincipleId })
export type RatingKey = z.infer<typeof RatingKey>

/** Ratings. */
export const rating = {
  /** Setting a level makes the rating `rated`; setting `not-discussed` or `not-applicable` takes its level away. */
  set: change.input(RatingKey.extend({ set: RatingFields })),
}
