import type { Level } from '../model/fields.ts'
import type { AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { organisationTypes } from '../model/organisation-types.ts'
import type { OrganisationType, Rating, Vote, VoteFrom } from '../model/rating.ts'
import { organisationWords } from '../text/words.ts'
import { type Agreement, agreementOf, type Tally, tallyOf } from './agreement.ts'
import { type Reads, shownVotes } from './select.ts'

/** The smallest group that may be shown by itself: below it, one person could be told apart (RM3). */
export const SMALLEST_GROUP = 3

/** Types a room is asked for. *Other* is no voice of its own. */
export const EXPECTED_TYPES = organisationTypes.filter(type => type !== 'other')

/** How many people of each type are here. */
export function attendanceOf(
  rows: Reads<'participants'>,
  at: { readonly roundId: RoundId; readonly areaId: AreaId },
): ReadonlyMap<OrganisationType, number> {
  const people = new Map<OrganisationType, number>()
  for (const { roundId, areaId, organisationType } of rows.participants.values())
    if (roundId === at.roundId && areaId === at.areaId)
      people.set(organisationType, (people.get(organisationType) ?? 0) + 1)
  return people
}

/** A group as it may be shown: one type, or several small ones together. */
export type ShownGroup = {
  readonly types: readonly OrganisationType[]
  readonly label: string
  readonly tally: Tally
  readonly agreement: Agreement
}

/**
 * The votes of one count by type, with groups under three put together (RM3). `beside` is the other count that is shown of the same
 * principle: both are cut in the same groups, so that one taken from the other tells of nobody. Small groups that all voted for
 * one level say how each of them voted, so they take in the next smallest too. Empty when fewer than two groups are left: a cut
 * with one group would show who the others are.
 */
export function groupsShown(votes: readonly Vote[], beside: readonly Vote[] = []): ShownGroup[] {
  // Hands counted for the whole room say nothing of types.
  if (votes.some(vote => vote.organisationType === 'room')) return []
  const all = organisationTypes
    .map((type): Group => ({ types: [type], votes: ofType(votes, type), beside: ofType(beside, type) }))
    .filter(group => group.votes.length + group.beside.length > 0)
  const size = (group: Group) => handsOf(group.votes) + handsOf(group.beside)
  const alone = all.filter(isLarge).sort((a, b) => size(b) - size(a) || order(a) - order(b))
  let others = together(all.filter(group => !isLarge(group)))
  while (others && !(isLarge(others) && isMixed(others)) && alone.length > 0)
    others = together([others, alone.pop()!])
  const isSafe = others === null || (isLarge(others) && isMixed(others))
  const shown = [...alone.sort((a, b) => order(a) - order(b)), ...(others ? [others] : [])].filter(
    group => group.votes.length > 0,
  )
  if (!isSafe || shown.length < 2) return []
  return shown.map(group => {
    const tally = tallyOf(group.votes)
    const types = [...group.types].sort((a, b) => indexOf(a) - indexOf(b))
    const label = types.length === 1 ? organisationWords[types[0]!] : OTHERS_TOGETHER
    return { types, label, tally, agreement: agreementOf(tally) }
  })
}

/** What groups that are put together are called. */
export const OTHERS_TOGETHER = 'Others together'

/**
 * Whose a minority view is, as it may be shown: its type, or `few` where so few of that type were in the room or voted that it would
 * be a name (RM33); `null` where nobody said. A type of which nothing is known keeps its word.
 */
export function minorityFrom(
  rows: Reads<'participants' | 'votes' | 'roomSteps'>,
  rating: Pick<Rating, 'id' | 'roundId' | 'areaId' | 'minorityType'>,
): OrganisationType | 'few' | null {
  const { minorityType: type } = rating
  if (type === null) return null
  const votes = ofType(shownVotes(rows, rating.id), type)
  const people = Math.max(
    attendanceOf(rows, rating).get(type) ?? 0,
    ...([1, 2] as const).map(count => handsOf(votes.filter(vote => vote.count === count))),
  )
  return people > 0 && people < SMALLEST_GROUP ? 'few' : type
}

/** Who is missing (RM2): types nobody comes from, and types that are here but did not vote on these votes. */
export function missingVoices(
  attendance: ReadonlyMap<OrganisationType, number>,
  votes: readonly Vote[],
): { readonly absent: readonly OrganisationType[]; readonly silent: readonly OrganisationType[] } {
  const voted = new Set<VoteFrom>(votes.map(vote => vote.organisationType))
  return {
    absent: EXPECTED_TYPES.filter(type => !attendance.get(type)),
    silent: voted.has('room')
      ? []
      : organisationTypes.filter(type => attendance.get(type) && !voted.has(type)),
  }
}

/** The level a room starts from: the median of the last count; `null` when nobody voted. */
export function startingLevel(votes: readonly Vote[]): Level | null {
  const agreement = agreementOf(tallyOf(lastCountOf(votes)))
  return agreement.verdict === 'no-votes' ? null : agreement.median
}

/** Why this level cannot be agreed as it stands, in a sentence; `null` when it can (RM20). */
export function whyNotAgreed(votes: readonly Vote[], level: Level, reason: string): string | null {
  const start = startingLevel(votes)
  if (start === null || start === level || reason.trim() !== '') return null
  return `The median is ${start}. Say in a line why the room agrees on ${level}.`
}

/** The votes of the second count where there is one, else of the first. */
export function lastCountOf(votes: readonly Vote[]): Vote[] {
  const last = votes.some(vote => vote.count === 2) ? 2 : 1
  return votes.filter(vote => vote.count === last)
}

/** Seconds for each principle that is left, when the day ends at `endsAt` (RM23); 0 when it is over. */
export function secondsEach(
  endsAt: string,
  now: Date,
  principles: readonly { readonly id: PrincipleId }[],
  agreed: ReadonlySet<PrincipleId>,
): number {
  const left = principles.filter(principle => !agreed.has(principle.id)).length
  const seconds = Math.max(0, (Date.parse(endsAt) - now.getTime()) / 1000)
  return left === 0 ? 0 : Math.floor(seconds / left)
}

type Group = {
  readonly types: readonly OrganisationType[]
  readonly votes: readonly Vote[]
  readonly beside: readonly Vote[]
}

/** In each count nobody, or three and more. */
function isLarge({ votes, beside }: Group): boolean {
  return [votes, beside].every(of => of.length === 0 || handsOf(of) >= SMALLEST_GROUP)
}

/** In no count are all of them at one level. */
function isMixed({ votes, beside }: Group): boolean {
  return [votes, beside].every(of => of.length === 0 || new Set(of.map(vote => vote.level)).size > 1)
}

function together(groups: readonly Group[]): Group | null {
  if (groups.length === 0) return null
  return {
    types: groups.flatMap(group => group.types),
    votes: groups.flatMap(group => group.votes),
    beside: groups.flatMap(group => group.beside),
  }
}

function order(group: Group): number {
  return indexOf(group.types[0]!)
}

function indexOf(type: OrganisationType): number {
  return organisationTypes.indexOf(type)
}

function ofType(votes: readonly Vote[], type: OrganisationType): Vote[] {
  return votes.filter(vote => vote.organisationType === type)
}

function handsOf(votes: readonly Vote[]): number {
  return votes.reduce((sum, vote) => sum + vote.hands, 0)
}
