import type { Rating } from '../../../../shared/model/rating.ts'

/** The fields of a rating behind the columns a person may change. Level and state are one. */
export const RATING_FIELDS: Readonly<Record<string, readonly (keyof Rating)[]>> = {
  level: ['state', 'level'],
  target: ['targetLevel'],
  targetDate: ['targetDate'],
  reason: ['reason', 'notApplicableReason'],
  confidence: ['confidence'],
  minority: ['minorityView'],
  minorityFrom: ['minorityType'],
  changeReason: ['changeReason'],
  changeNote: ['changeNote'],
}
