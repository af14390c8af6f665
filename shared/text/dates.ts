import type { Day } from '../model/fields.ts'
import { daysBetween } from '../rules/lateness.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `22 November 2026`. */
export function longDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** `22 Nov 2026`, for tables. */
export function shortDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]!.slice(0, 3)} ${year}`
}

/** `Sep 2027`. */
export function monthYear(day: Day): string {
  return shortDate(day).replace(/^\d+ /, '')
}

/** How old a day is on `today`, in words: `3 weeks`, `14 months`, `2 years`. Under two weeks in days. */
export function ageOf(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days < 0) return 'dated in the future'
  if (days < 14) return count(days, 'day')
  if (days < 61) return count(Math.round(days / 7), 'week')
  const months = Math.round(days / 30.44)
  return months < 24 ? count(months, 'month') : count(Math.floor(days / 365.25), 'year')
}

/** `1 action`, `3 actions`; `many` where adding an s is wrong. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
