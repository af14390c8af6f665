import type { AreaId, RoundId } from '../model/ids.ts'
import { personKey } from './closing.ts'
import type { Reads } from './select.ts'

/** What may be known of the rating slips of a room before its counts are shown (RM16). */
export type SlipsIn = {
  readonly cameIn: number
  /** Those named on a slip that was sent and has not come back, in the order of the alphabet. */
  readonly notAnswered: readonly string[]
}

/** How many slips came in for this round and area, and who has not answered. */
export function slipsOf(
  rows: Reads<'slips' | 'sentFiles'>,
  at: { readonly roundId: RoundId; readonly areaId: AreaId },
): SlipsIn {
  const slips = [...rows.slips.values()].filter(
    slip => slip.roundId === at.roundId && slip.areaId === at.areaId,
  )
  const codes = new Set(slips.map(slip => slip.sentFileId))
  const answered = new Set(slips.map(slip => personKey(slip.name)))
  const waiting = new Map<string, string>()
  for (const file of rows.sentFiles.values()) {
    const isHere = file.kind === 'slip' && file.roundId === at.roundId && file.areaId === at.areaId
    const key = personKey(file.forWhom)
    if (isHere && file.isAwaited && key !== '' && !answered.has(key) && !codes.has(file.id))
      waiting.set(key, file.forWhom.trim())
  }
  return {
    cameIn: slips.length,
    notAnswered: [...waiting.values()].sort((a, b) => a.localeCompare(b, 'en-GB')),
  }
}
