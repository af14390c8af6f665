import type { Review, ReviewChange, ReviewDecisions } from '../../shared/model/review.ts'
import { isSameValue, nameOfChange } from '../../shared/rules/review.ts'
import { count } from '../../shared/text/dates.ts'
import { listOf } from '../../shared/text/sizes.ts'

/**
 * The decisions that still fit a fresh comparison. One goes when its change is gone, which needs no word, or when what
 * it was decided on moved: the workbook's value, or whether files agree. `written` names changes that moved because
 * they were applied.
 */
export function decisionsWithin(
  after: Review | null,
  before: Review | null,
  decisions: ReviewDecisions,
  written: ReadonlySet<string>,
): { decisions: ReviewDecisions; moved: readonly ReviewChange[] } {
  const old = new Map(before?.changes.map(change => [change.id, change]))
  const moved: ReviewChange[] = []
  const changes: Record<string, string> = {}
  for (const change of after?.changes ?? []) {
    const chosen = decisions.changes[change.id]
    if (chosen === undefined || written.has(change.id)) continue
    if (stillFits(change, old.get(change.id), chosen)) changes[change.id] = chosen
    else moved.push(change)
  }
  const additions: Record<string, ReviewDecisions['additions'][string]> = {}
  for (const { id } of after?.additions ?? []) {
    const chosen = decisions.additions[id]
    if (chosen) additions[id] = chosen
  }
  return { decisions: { changes, additions }, moved }
}

/** Which decisions were taken back, in a sentence; empty when none was. */
export function lostWords(moved: readonly ReviewChange[]): string {
  if (moved.length === 0) return ''
  const names = moved.map(nameOfChange)
  const which =
    moved.length === 1
      ? `Your decision on ${names[0]} was`
      : `${count(moved.length, 'decision')} of yours, on ${listOf(names, 3)}, were`
  return `${which} taken back: the workbook or another file says something else by now. Please decide again.`
}

function stillFits(now: ReviewChange, before: ReviewChange | undefined, chosen: string): boolean {
  if (!now.options.some(option => option.id === chosen)) return false
  if (!before) return true
  return isSameValue(before.now, now.now) && before.state === now.state
}
