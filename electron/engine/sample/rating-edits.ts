import type { RoundId } from '../../../shared/model/ids.ts'
import type { OrganisationType, Rating, Vote } from '../../../shared/model/rating.ts'
import { blankRating } from '../../../shared/model/rating.ts'
import { shippedFramework } from '../framework.ts'
import { ratingWords } from '../handlers/rating-words.ts'
import { insertRow } from '../store/rows.ts'
import type { SampleEdit } from './edits.ts'
import { areaIds, principleIdOf, subjectOf } from './places.ts'
import { PLACE_ROOM, ROOM, type SampleRating } from './rating-shape.ts'

/** An edit for each rating, with its votes, in the words the app itself would use. */
export function ratingEdits(roundId: RoundId, ratings: readonly SampleRating[]): SampleEdit[] {
  return ratings.map(sample => {
    const key = { roundId, areaId: areaIds[sample.where], principleId: principleIdOf(sample.principle) }
    const blank = blankRating(key)
    const rating = rated(blank, sample)
    return {
      on: sample.on,
      words: ratingWords(subjectOf(sample.where, sample.principle), blank, rating, shippedFramework),
      about: { principleId: key.principleId, areaId: key.areaId },
      work: db => {
        insertRow(db, 'ratings', rating)
        const room = sample.where === 'N' ? ROOM : PLACE_ROOM
        for (const vote of votesOf(rating, room, sample.votes)) insertRow(db, 'votes', vote)
      },
    }
  })
}

/** A rating with what the sample tells of it. */
export function rated(blank: Rating, sample: Omit<SampleRating, 'where' | 'principle' | 'on'>): Rating {
  if (sample.level === null) return { ...blank, state: 'not-applicable', notApplicableReason: sample.reason }
  const [targetLevel, targetDate] = sample.target ?? [null, null]
  const [minorityType, minorityView] = sample.minority ?? [null, '']
  const [changeReason, changeNote] = sample.change ?? [null, '']
  return {
    ...blank,
    state: 'rated',
    level: sample.level,
    reason: sample.reason,
    confidence: sample.confidence ?? null,
    targetLevel,
    targetDate,
    minorityView,
    minorityType,
    changeReason,
    changeNote,
  }
}

/** One row for each organisation type and level in a count; the digits of a count stand in the order of the room. */
export function votesOf(
  rating: Rating,
  room: readonly OrganisationType[],
  votes: readonly string[] = [],
): Vote[] {
  const rows = new Map<string, Vote>()
  for (const [index, digits] of votes.entries())
    for (const [seat, digit] of [...digits].entries()) {
      const organisationType = room[seat]!
      const id = `${rating.id}:${index + 1}:${organisationType}:${digit}`
      const hands = (rows.get(id)?.hands ?? 0) + 1
      const count = index === 0 ? 1 : 2
      rows.set(id, {
        id,
        ratingId: rating.id,
        count,
        organisationType,
        level: Number(digit) as Vote['level'],
        hands,
        participantId: null,
      })
    }
  return [...rows.values()]
}
