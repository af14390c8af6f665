import type { RatingFields } from '../../../shared/contract/rating.ts'
import { blankRating, type Rating } from '../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../shared/model/rating-id.ts'
import { edit } from '../session.ts'
import { changedFields, definedFields, findRow, insertRow, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { ratingWords } from './rating-words.ts'
import { requirePrinciple, requireRow } from './require-row.ts'
import { assertOpen } from './round.ts'

/** Ratings. A first one makes its row. */
export const rating = {
  set: base.rating.set.handler(({ context: { session, person }, input }) => {
    const { set, ...key } = input
    assertOpen(requireRow(session, 'rounds', key.roundId))
    const area = requireRow(session, 'areas', key.areaId)
    const principle = requirePrinciple(session, key.principleId)

    const id = ratingIdOf(key.roundId, key.areaId, key.principleId)
    const existing = findRow(session.db, 'ratings', id)
    const before = existing ?? blankRating(key)
    const after = settleRating({ ...before, ...definedFields(set) }, set)
    const subject = area.kind === 'system' ? principle.title : `${principle.title} in ${area.name}`
    const words = ratingWords(subject, before, after, session.framework)
    return edit(
      session,
      person,
      { words, about: { principleId: key.principleId, areaId: key.areaId } },
      db => {
        if (existing) updateRow(db, 'ratings', id, changedFields(existing, after))
        else if (!isSame(before, after)) insertRow(db, 'ratings', after)
      },
    )
  }),
}

/** Level and state agree, and what does not apply says why (spec RA2, RA3). */
export function settleRating(rating: Rating, set: RatingFields): Rating {
  const settled = withLevelSettled(rating, set)
  if (settled.state === 'not-applicable' && settled.notApplicableReason.trim() === '') {
    throw new Trouble('REFUSED', 'Say in a line why this principle does not apply here.', {
      field: 'notApplicableReason',
    })
  }
  return settled
}

/** A level makes it rated; any other state takes the level away. */
function withLevelSettled(rating: Rating, set: RatingFields): Rating {
  if (set.state === undefined && typeof set.level === 'number') return { ...rating, state: 'rated' }
  if (set.state === undefined && set.level === null) return { ...rating, state: 'not-discussed' }
  if (rating.state !== 'rated') return { ...rating, level: null }
  if (rating.level === null) throw new Trouble('REFUSED', 'Choose a level from 0 to 4.', { field: 'level' })
  return rating
}

function isSame(before: Rating, after: Rating): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}
