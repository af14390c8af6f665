import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { ReviewAddition, ReviewChange } from '../../../shared/model/review.ts'

/** What cards and panels ask for. The same object as long as the screen is shown. */
export type Handlers = {
  /** An option of a change, or `null` to take the decision back. */
  choose(change: ReviewChange, optionId: string | null): void
  add(addition: ReviewAddition, accept: boolean | null, principleId?: PrincipleId | null): void
  acceptAll(changes: readonly ReviewChange[], additions: readonly ReviewAddition[]): void
  refuseAll(changes: readonly ReviewChange[], additions: readonly ReviewAddition[]): void
  /** Shows long texts whole, or not. */
  open(id: string, isOpen: boolean): void
  /** Says something to a screen reader only. */
  say(words: string): void
}
