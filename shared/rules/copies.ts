import type { Evidence } from '../model/evidence.ts'
import type { RatingId } from '../model/ids.ts'
import { organisationTypes } from '../model/organisation-types.ts'
import type { OrganisationType, Rating, Vote, VoteFrom } from '../model/rating.ts'
import type { Rows } from '../model/snapshot.ts'
import { personKey } from './closing.ts'
import { groupsShown, SMALLEST_GROUP } from './room.ts'

/** Whether a redacted copy holds an item (CO11): what anybody may see, and notes are nobody's. */
export function mayGoOut(item: Pick<Evidence, 'kind' | 'handling'>): boolean {
  return item.handling === 'share' && item.kind !== 'note'
}

/** Names that a redacted copy holds nowhere (CO13): of people in the room, and of those a slip came from or was sent to. */
export function namesLeftOut(rows: Pick<Rows, 'participants' | 'slips' | 'sentFiles'>): string[] {
  const names = [
    ...rows.participants.map(({ name }) => name),
    ...rows.slips.map(({ name }) => name),
    ...rows.sentFiles.filter(({ kind }) => kind === 'slip').map(({ forWhom }) => forWhom),
  ]
  return [...new Map(names.flatMap(name => (personKey(name) ? [[personKey(name), name]] : []))).values()]
}

/** Names a plan says who is accountable by. */
export function planNamesOf(rows: Pick<Rows, 'actions' | 'updates' | 'rounds'>): string[] {
  const names = [
    ...rows.actions.flatMap(({ owner, sponsor, verifiedBy }) => [owner, sponsor, verifiedBy]),
    ...rows.updates.map(({ author }) => author),
    ...rows.rounds.map(({ signedOffBy }) => signedOffBy),
  ]
  return [...new Map(names.flatMap(name => (personKey(name) ? [[personKey(name), name]] : []))).values()]
}

/**
 * The votes of a redacted copy (CO14): by type where RM3 shows them so, else of the whole room; none of a count of fewer
 * than three hands, none of a person. `shown` are those of counts that were shown.
 */
export function votesToSend(shown: readonly Vote[]): Vote[] {
  return [...byCount(shown).values()].flatMap(votes => {
    if (handsOf(votes) < SMALLEST_GROUP) return []
    const { ratingId, count } = votes[0]!
    const beside = shown.filter(vote => vote.ratingId === ratingId && vote.count !== count)
    const groups = groupsShown(votes, beside)
    const from = ({ organisationType: type }: Vote): VoteFrom => {
      if (groups.length === 0 || type === 'room') return 'room'
      const group = groups.find(({ types }) => types.includes(type))
      return group?.types.length === 1 ? group.types[0]! : 'other'
    }
    const sums = new Map<string, Vote>()
    for (const vote of votes) {
      const type = from(vote)
      const id = `${ratingId}:${count}:${type}:${vote.level}`
      const hands = (sums.get(id)?.hands ?? 0) + vote.hands
      sums.set(id, { ...vote, id, organisationType: type, hands, participantId: null })
    }
    return [...sums.values()].sort((a, b) => orderOf(a) - orderOf(b))
  })
}

/** Whom a minority view is from, when enough of them voted to hide in (CO14). */
export function minorityTypeToSend(
  rating: Pick<Rating, 'id' | 'minorityType'>,
  sent: readonly Vote[],
): OrganisationType | null {
  const isShown = sent.some(
    vote => vote.ratingId === rating.id && vote.organisationType === rating.minorityType,
  )
  // A genuine Other and the small groups put together go by one word.
  return isShown && rating.minorityType !== 'other' ? rating.minorityType : null
}

/** Ratings with a count that was never shown, or that only a slip speaks of yet. */
export function hiddenCounts(votes: readonly Vote[], shown: readonly Vote[]): Set<RatingId> {
  const seen = new Set(shown.map(({ id }) => id))
  return new Set(votes.filter(({ id }) => !seen.has(id)).map(({ ratingId }) => ratingId))
}

function byCount(votes: readonly Vote[]): Map<string, Vote[]> {
  const counts = new Map<string, Vote[]>()
  for (const vote of votes) {
    const key = `${vote.count} ${vote.ratingId}`
    counts.set(key, [...(counts.get(key) ?? []), vote])
  }
  return counts
}

function handsOf(votes: readonly Vote[]): number {
  return votes.reduce((sum, vote) => sum + vote.hands, 0)
}

/** The order of the types and levels, not that in which people raised their hands. */
function orderOf({ organisationType, level }: Vote): number {
  return (organisationTypes as readonly string[]).indexOf(organisationType) * 10 + level
}
