import { blankRating, type Vote } from '../model/rating.ts'
import type { CollectionName, Rows } from '../model/snapshot.ts'
import { shownVotes } from './select.ts'

/** What the room's own window is drawn from. It gets nothing else of the workbook. */
export const ROOM_COLLECTIONS = [
  'workbook',
  'areas',
  'rounds',
  'ratings',
  'votes',
  'participants',
  'rooms',
  'roomSteps',
] as const satisfies readonly CollectionName[]
/** One of them. */
export type RoomRows = Pick<Rows, (typeof ROOM_COLLECTIONS)[number]>

/**
 * The rows as the room may have them (RM32): of hidden counts only how many hands are in, as hands of the whole room at level 0; no
 * names; of ratings the level, once it is agreed.
 */
export function roomSees(rows: RoomRows): RoomRows {
  const shown = shownVotes(rows)
  const seen = new Set(shown.map(vote => vote.id))
  const hidden = new Map<string, Vote>()
  for (const { id, ratingId, count, hands } of rows.votes) {
    if (seen.has(id)) continue
    const sealed = `${ratingId}:${count}:sealed`
    const all = hands + (hidden.get(sealed)?.hands ?? 0)
    const blank = { organisationType: 'room', level: 0, participantId: null } as const
    hidden.set(sealed, { id: sealed, ratingId, count, ...blank, hands: all })
  }
  const agreed = new Set<string>(rows.roomSteps.flatMap(({ id, stage }) => (stage === 'agreed' ? id : [])))
  return {
    ...rows,
    votes: [...shown, ...hidden.values()],
    ratings: rows.ratings.map(rating => ({
      ...blankRating(rating),
      state: rating.state,
      level: agreed.has(rating.id) ? rating.level : null,
    })),
    participants: rows.participants.map(one => ({ ...one, name: '' })),
  }
}
