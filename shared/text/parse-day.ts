import type { Day } from '../model/fields.ts'

const MONTH_STARTS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const

/**
 * A day as people in Britain write it: `30 September 2027`, `30 Sept 27`, `30/9/2027`, `30.9.27`, `2027-09-30`.
 * Day before month, always. `null` when it cannot be read or does not exist.
 */
export function parseDay(text: string): Day | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .replace(/[,\s]+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(plain)
  if (figures) return dayOf(yearOf(figures[3]!), Number(figures[2]), Number(figures[1]))
  const words = /^(?:[a-z]+day )?(\d{1,2})[ -]?([a-z]{3,9})\.?[ -]?(\d{4}|\d{2})$/.exec(plain)
  if (words) return dayOf(yearOf(words[3]!), monthOf(words[2]!), Number(words[1]))
  return null
}

function monthOf(word: string): number {
  return MONTH_STARTS.findIndex(start => word.startsWith(start)) + 1
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function dayOf(year: number, month: number, date: number): Day | null {
  const day = new Date(Date.UTC(year, month - 1, date))
  const isReal = day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date
  return isReal ? day.toISOString().slice(0, 10) : null
}
