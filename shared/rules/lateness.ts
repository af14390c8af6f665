import type { Day } from '../model/fields.ts'

const MS_PER_DAY = 86_400_000

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY)
}

/**
 * Days an action is late on a given day: 0 when it is not late, has no due date, or its status closes it.
 * The same rule as the live formula in the board workbook.
 */
export function daysLate(action: { readonly dueOn: Day | null }, isClosed: boolean, today: Day): number {
  if (isClosed || action.dueOn === null) return 0
  return Math.max(0, daysBetween(action.dueOn, today))
}
