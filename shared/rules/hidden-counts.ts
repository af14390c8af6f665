import type { AreaId, PrincipleId, RatingId, RoundId } from '../model/ids.ts'
import { type Reads, shownVotes } from './select.ts'

/** Hands and slips of one principle that nobody has seen. */
export type HiddenCount = {
  readonly areaId: AreaId
  readonly principleId: PrincipleId
  readonly count: 1 | 2
  readonly hands: number
  /** Rating slips with an answer, which count with the first count only once it is shown. */
  readonly slips: number
}

type HiddenReads = Reads<'votes' | 'roomSteps' | 'slips' | 'slipAnswers'>

/** What was counted in a round, or came in on slips, and was never revealed (RN6). In no order. */
export function hiddenCounts(
  rows: HiddenReads,
  at: { readonly roundId: RoundId; readonly areaId?: AreaId },
): HiddenCount[] {
  const isHere = (row: { roundId: RoundId; areaId: AreaId }) =>
    row.roundId === at.roundId && (!at.areaId || row.areaId === at.areaId)
  const seen = new Set(shownVotes(rows).map(vote => vote.id))
  const hands = new Map<RatingId, number>()
  for (const vote of rows.votes.values())
    if (!seen.has(vote.id)) hands.set(vote.ratingId, (hands.get(vote.ratingId) ?? 0) + vote.hands)
  const found = new Map<string, HiddenCount>()
  const revealed = new Set<string>()
  for (const { id, areaId, principleId, stage, roundId } of rows.roomSteps.values()) {
    if (!isHere({ roundId, areaId })) continue
    if (stage !== 'first') revealed.add(`${areaId} ${principleId}`)
    const count = stage === 'first' ? 1 : 2
    const hidden = hands.get(id) ?? 0
    if (hidden > 0)
      found.set(`${areaId} ${principleId}`, { areaId, principleId, count, hands: hidden, slips: 0 })
  }
  const areaOfSlip = new Map([...rows.slips.values()].filter(isHere).map(slip => [slip.id, slip.areaId]))
  for (const { slipId, principleId, level } of rows.slipAnswers.values()) {
    const areaId = areaOfSlip.get(slipId)
    const key = `${areaId} ${principleId}`
    if (!areaId || level === null || revealed.has(key)) continue
    const known = found.get(key) ?? { areaId, principleId, count: 1 as const, hands: 0, slips: 0 }
    found.set(key, { ...known, slips: known.slips + 1 })
  }
  return [...found.values()]
}
