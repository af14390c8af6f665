import type { Principle } from '../model/framework.ts'
import type { AreaId, RoundId } from '../model/ids.ts'
import type { OrganisationType, Rating } from '../model/rating.ts'
import type { Agreement } from './agreement.ts'
import { type HiddenCount, hiddenCounts } from './hidden-counts.ts'
import { EXPECTED_TYPES, minorityFrom } from './room.ts'
import { agreementIn, type Reads, ratingOf, ratingStateOf, shownVotes } from './select.ts'

/** What a room leaves open (RM26). Principles are in their order. */
export type LeftOpen = {
  readonly discussed: number
  readonly total: number
  readonly notDiscussed: readonly Principle[]
  readonly splits: readonly {
    readonly principle: Principle
    readonly rating: Rating
    readonly agreement: Agreement
    /** Whose the minority view is, as it may be shown. */
    readonly minority: OrganisationType | 'few' | null
  }[]
  /** Counted, or on slips that came in, and never revealed. */
  readonly hidden: readonly { readonly principle: Principle; readonly count: HiddenCount }[]
  /** Types that rated none or only some of the principles that were counted by type, and which they did not rate. */
  readonly voices: readonly { readonly type: OrganisationType; readonly principles: readonly Principle[] }[]
  /** Principles counted for the room as a whole: whose voices were heard is not known. */
  readonly uncounted: readonly Principle[]
}

/** Gathers what is still open in one area and round. Only what was revealed counts. */
export function leftOpen(
  rows: Reads<'ratings' | 'votes' | 'roomSteps' | 'participants' | 'slips' | 'slipAnswers'>,
  principles: readonly Principle[],
  at: { readonly roundId: RoundId; readonly areaId: AreaId },
): LeftOpen {
  const inOrder = [...principles].sort((a, b) => a.number - b.number)
  const votes = shownVotes(rows)
  const looks = inOrder.map(principle => {
    const rating = ratingOf(rows, { ...at, principleId: principle.id })
    const from = new Set(
      votes.filter(vote => vote.ratingId === rating?.id).map(vote => vote.organisationType),
    )
    return { principle, rating, from, isOpen: ratingStateOf(rating) === 'not-discussed' }
  })
  const byType = looks.filter(({ from }) => from.size > 0 && !from.has('room'))
  const unseen = hiddenCounts(rows, at)
  return {
    hidden: inOrder.flatMap(principle =>
      unseen.filter(one => one.principleId === principle.id).map(count => ({ principle, count })),
    ),
    total: inOrder.length,
    discussed: looks.filter(({ isOpen }) => !isOpen).length,
    notDiscussed: looks.filter(({ isOpen }) => isOpen).map(({ principle }) => principle),
    splits: looks.flatMap(({ principle, rating }) => {
      if (rating?.state !== 'rated') return []
      const agreement = agreementIn(rows, rating.id)
      return agreement.verdict === 'split'
        ? [{ principle, rating, agreement, minority: minorityFrom(rows, rating) }]
        : []
    }),
    voices: EXPECTED_TYPES.flatMap(type => {
      const silent = byType.filter(({ from }) => !from.has(type)).map(({ principle }) => principle)
      return silent.length > 0 ? [{ type, principles: silent }] : []
    }),
    uncounted: looks.filter(({ from }) => from.has('room')).map(({ principle }) => principle),
  }
}
