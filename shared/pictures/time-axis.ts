import type { Day } from '../model/fields.ts'
import { daysBetween } from '../rules/lateness.ts'
import { monthYear, shortDate } from '../text/dates.ts'

/** Days along a line: where each lies, and which are written below. */
export type TimeAxis = {
  /** 0 at the first day of the line, 1 at the last. */
  readonly placeOf: (day: Day) => number
  readonly ticks: readonly { readonly day: Day; readonly label: string }[]
}

/** Steps between written days, in months. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/**
 * A line from the first of these days to the last, as the calendar has them. `room` is the least part of the line that
 * two days written below need between them.
 */
export function timeAxis(days: readonly Day[], room: number): TimeAxis {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const span = daysBetween(first, last)
  if (span === 0) return { placeOf: () => 0.5, ticks: [{ day: first, label: shortDate(first) }] }
  const placeOf = (day: Day) => daysBetween(first, day) / span
  for (const step of STEPS) {
    const ticks = monthsBetween(first, last, step)
    const [one, next] = ticks
    // Fewer than two would leave the eye without a measure.
    if (one === undefined || next === undefined) break
    if (placeOf(next) - placeOf(one) < room) continue
    return { placeOf, ticks: ticks.map(day => ({ day, label: monthYear(day) })) }
  }
  return { placeOf, ticks: [first, last].map(day => ({ day, label: shortDate(day) })) }
}

/** The firsts of months from one day to another that a step from January comes to. */
function monthsBetween(first: Day, last: Day, step: number): Day[] {
  const [from, to] = [monthNumber(first) + (first.endsWith('-01') ? 0 : 1), monthNumber(last)]
  const start = Math.ceil(from / step) * step
  const many = Math.max(0, Math.floor((to - start) / step) + 1)
  return Array.from({ length: many }, (_, index) => dayOfMonth(start + index * step))
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function dayOfMonth(number: number): Day {
  const two = String((number % 12) + 1).padStart(2, '0')
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${two}-01`
}
