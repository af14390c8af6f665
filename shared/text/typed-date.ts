import type { Day } from '../model/fields.ts'
import { daysBetween } from '../rules/lateness.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL = 'january february march april may june july august september october november december'.split(
  ' ',
)

/**
 * The day a person meant, typed the ways people type: `30/11/2026`, `30.11.26`, `30 Nov`, `Mon 30th November 2026`,
 * `2026-11-30`, `today`. Day before month, as in Britain. Without a year, the one that comes nearest to today.
 * `null` when it is not a date of the calendar: nothing is guessed, so `11/30/2026` is not one.
 */
export function typedDate(text: string, today: Day): Day | null {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,]/g, ' ')
    .replace(/^\s*(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b/, '')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\bof\b/g, ' ')
    .trim()
  if (words in NEAR) return shifted(today, NEAR[words]!)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([t\s]+[\d:.]+z?)?$/.exec(words)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = words.split(/[\s/.-]+/).filter(Boolean)
  if (parts.length < 2 || parts.length > 3) return null
  const [first, second, year] = parts as [string, string, string | undefined]
  const named = monthOf(second)
  if (named) return withYear(named, numberOf(first), year, today)
  const leading = monthOf(first)
  if (leading) return withYear(leading, numberOf(second), year, today)
  return withYear(numberOf(second), numberOf(first), year, today)
}

const NEAR: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 }

function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function numberOf(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0
}

/** 1 to 12 for the name of a month, short or whole; 0 for anything else. */
function monthOf(text: string): number {
  const name = text === 'sept' ? 'sep' : text
  return MONTHS.indexOf(name) + 1 || FULL.indexOf(name) + 1
}

function withYear(month: number, date: number, year: string | undefined, today: Day): Day | null {
  if (year === undefined) return nearest(month, date, today)
  if (/^\d{2}$/.test(year)) return dayOf(2000 + Number(year), month, date)
  return /^\d{4}$/.test(year) ? dayOf(Number(year), month, date) : null
}

function nearest(month: number, date: number, today: Day): Day | null {
  const thisYear = Number(today.slice(0, 4))
  let best: Day | null = null
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const day = dayOf(year, month, date)
    if (!day) continue
    if (!best || Math.abs(daysBetween(day, today)) < Math.abs(daysBetween(best, today))) best = day
  }
  return best
}

/** The day, if the calendar has it and it lies in a time people plan for. */
function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 2199 || month < 1 || date < 1) return null
  const at = new Date(Date.UTC(year, month - 1, date))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null
  return at.toISOString().slice(0, 10)
}
