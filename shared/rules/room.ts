import type { Level } from '../model/fields.ts'
import type { AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { OrganisationType, type Vote, type VoteFrom } from '../model/rating.ts'
import { organisationWords } from '../text/words.ts'
import { type Agreement, agreementOf, type Tally, tallyOf } from './agreement.ts'
import type { Reads } from './select.ts'

/** The smallest group that may be shown by itself: below it, one person could be told apart (RM3). */
export const SMALLEST_GROUP = 3

/** Types a room is asked for. *Other* is no voice of its own. */
export const EXPECTED_TYPES = OrganisationType.options.filter(type => type !== 'other')

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
  readonly types: readonly VoteFrom[]
  readonly label: string
  readonly tally: Tally
  readonly agreement: Agreement
}

/**
 * The votes of one count by type, with groups under three put together (RM3). Empty when fewer than two groups are left: a
 * cut with one group would show who the others are.
 */
export function groupsShown(votes: readonly Vote[]): ShownGroup[] {
  const byType = new Map<VoteFrom, Vote[]>()
  for (const vote of votes)
    byType.set(vote.organisationType, [...(byType.get(vote.organisationType) ?? []), vote])
  // Hands counted for the whole room say nothing of types.
  if (byType.has('room')) return []
  const order = (type: VoteFrom) => OrganisationType.options.indexOf(type as OrganisationType)
  const groups = [...byType].map(([type, of]) => ({ types: [type], votes: of, hands: handsOf(of) }))
  const big = groups.filter(group => group.hands >= SMALLEST_GROUP)
  const small = groups.filter(group => group.hands < SMALLEST_GROUP)
  big.sort((a, b) => b.hands - a.hands || order(a.types[0]!) - order(b.types[0]!))
  let others = small.length > 0 ? merged(small) : null
  while (others && others.hands < SMALLEST_GROUP && big.length > 0) others = merged([others, big.pop()!])
  const shown = [...big.sort((a, b) => order(a.types[0]!) - order(b.types[0]!)), ...(others ? [others] : [])]
  if (shown.length < 2) return []
  return shown.map(group => {
    const tally = tallyOf(group.votes)
    const types = [...group.types].sort((a, b) => order(a) - order(b))
    const label = types.length === 1 ? organisationWords[types[0] as OrganisationType] : 'Others together'
    return { types, label, tally, agreement: agreementOf(tally) }
  })
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
      : OrganisationType.options.filter(type => attendance.get(type) && !voted.has(type)),
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

type Group = { readonly types: readonly VoteFrom[]; readonly votes: readonly Vote[]; readonly hands: number }

function merged(groups: readonly Group[]): Group {
  return {
    types: groups.flatMap(group => group.types),
    votes: groups.flatMap(group => group.votes),
    hands: groups.reduce((sum, group) => sum + group.hands, 0),
  }
}

function handsOf(votes: readonly Vote[]): number {
  return votes.reduce((sum, vote) => sum + vote.hands, 0)
}
