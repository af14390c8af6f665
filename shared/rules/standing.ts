import type { Action } from '../model/action.ts'
import type { Day } from '../model/fields.ts'
import { DONE, EMBEDDED } from './closing.ts'
import { daysBetween } from './lateness.ts'

/** Where an action stands on a day by its dates, whatever its owner says of it. */
export type Standing =
  /** `disagrees`: the declared status does not own up to it. */
  | { readonly kind: 'late'; readonly days: number; readonly disagrees: boolean }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'starts'; readonly on: Day }
  | { readonly kind: 'no-due-date' }
  | { readonly kind: 'to-be-checked' }
  | { readonly kind: 'closed' }

/** A late action in any other status says so itself: red, or waiting for somebody else. */
const CLAIMS_ALL_IS_WELL: ReadonlySet<string> = new Set(['not-started', 'on-track', 'at-risk'])

/** Lateness calculated from the dates, to stand beside the declared status. `closing` holds the ids that close. */
export function standingOf(
  action: Pick<Action, 'statusId' | 'startOn' | 'dueOn'>,
  closing: ReadonlySet<string>,
  today: Day,
): Standing {
  if (action.statusId === DONE) return { kind: 'to-be-checked' }
  if (action.statusId === EMBEDDED || closing.has(action.statusId)) return { kind: 'closed' }
  if (action.dueOn === null) return { kind: 'no-due-date' }
  const days = daysBetween(action.dueOn, today)
  if (days > 0) return { kind: 'late', days, disagrees: CLAIMS_ALL_IS_WELL.has(action.statusId) }
  if (action.statusId === 'not-started' && action.startOn !== null && action.startOn > today)
    return { kind: 'starts', on: action.startOn }
  return { kind: 'due', days: -days }
}

/** Whether work on the action is over as far as its status says: neither open nor ever late. */
export function isClosed(standing: Standing): boolean {
  return standing.kind === 'closed' || standing.kind === 'to-be-checked'
}
