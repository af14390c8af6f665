import { sealAt } from '../../store/as-at.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lastSeal } from '../../store/edits.ts'

/**
 * The number of the last edit two copies of a workbook share, 0 when they share none. Each seal covers all seals before
 * it, so that one comparison in the middle halves what is left to look at.
 */
export function lastCommonEdit(ours: ReadableDb, theirs: ReadableDb): number {
  let [shared, apart] = [0, Math.min(lastSeal(ours).seq, lastSeal(theirs).seq) + 1]
  while (apart - shared > 1) {
    const middle = Math.floor((shared + apart) / 2)
    const seal = sealAt(ours, middle)
    if (seal !== null && seal === sealAt(theirs, middle)) shared = middle
    else apart = middle
  }
  return shared
}
