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

/** Whether a text is a day as we keep it, `2026-11-30`, that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

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

/** `1 action`, `3 actions`, `10,000 actions`; `many` where adding an s is wrong. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

/** The local calendar day of a moment. */
export function localDay(moment: Date): Day {
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Today, as the calendar on the wall has it. */
export function todayHere(): Day {
  return localDay(new Date())
}

/** The local time of a moment: `10:42`. */
export function clockTime(moment: Date): string {
  return `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
}

/** `Tuesday 24 November`; with its year when that is not the year of `today`. */
export function weekdayDate(day: Day, today: Day): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  )
  const date = longDate(day)
  return `${weekday} ${day.slice(0, 4) === today.slice(0, 4) ? date.slice(0, -5) : date}`
}

/** When something was saved, in words: `today, 10:42`, `yesterday, 16:05`, `19 November`, `3 May 2025`. */
export function momentWords(moment: Date, today: Day): string {
  const day = localDay(moment)
  const days = daysBetween(day, today)
  if (days === 0) return `today, ${clockTime(moment)}`
  if (days === 1) return `yesterday, ${clockTime(moment)}`
  return day.slice(0, 4) === today.slice(0, 4) ? longDate(day).slice(0, -5) : longDate(day)
}

/** A day as people say it beside a name: `today`, `yesterday`, `12 November`, `3 May 2025`. */
export function dayWords(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  return day.slice(0, 4) === today.slice(0, 4) ? longDate(day).slice(0, -5) : longDate(day)
}
