import type { Day } from '../../model/fields.ts'

/** A whole date as somebody wrote it, and the day it names. */
export type WrittenDate = { readonly start: number; readonly end: number; readonly day: Day }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = "['\u2019]?(\\d{4}|\\d{2})"
const GAP = '[ \\t\\u00a0.,/\\-\\u2010-\\u2013]{1,2}'

/** 12/03/1961, 12.3.61, 12-3-61, 12 / 3 / 61, 12 03 1961. */
const NUMBERS =
  /(?<![\d/.,-])(\d{1,2})(?: ?([/.\-\u2010-\u2013]) ?|[ \u00a0])(\d{1,2})(?: ?\2 ?|[ \u00a0])(\d{4}|\d{2})(?![\d/]|[.,-]\d)/g
/** 1961-03-12, 1961/03/12. */
const YEAR_FIRST = /(?<![\d/.,-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/]|[.,-]\d)/g
/** 12 March 1961, 12th of March, 1961, 12-Mar-61. */
const DAY_FIRST = new RegExp(
  `(?<![\\d/.,\\-])(\\d{1,2})(?:st|nd|rd|th)?(?: of)?(?:${GAP})?${MONTH}(?:${GAP})?${YEAR}(?!\\d)`,
  'gi',
)
/** March 12, 1961; Mar 12th 1961. */
const MONTH_FIRST = new RegExp(`\\b${MONTH}${GAP}(\\d{1,2})(?:st|nd|rd|th)?${GAP}${YEAR}(?!\\d)`, 'gi')

/** Every whole date in a text, in its order, whatever usual British form it has. A year of two digits is the last such. */
export function findDates(text: string, today: Day): WrittenDate[] {
  const found: WrittenDate[] = []
  function add(match: RegExpMatchArray, year: string, month: number, day: number): void {
    const date = dayOf(yearOf(year, today), month, day)
    const start = match.index!
    if (date) found.push({ start, end: start + match[0].length, day: date })
  }
  for (const match of text.matchAll(NUMBERS)) {
    const [, first, , second, year] = match
    // A month over twelve is the American order.
    const [day, month] = Number(second) > 12 ? [second, first] : [first, second]
    add(match, year!, Number(month), Number(day))
  }
  for (const match of text.matchAll(YEAR_FIRST)) add(match, match[1]!, Number(match[3]), Number(match[4]))
  for (const match of text.matchAll(DAY_FIRST)) add(match, match[3]!, monthOf(match[2]!), Number(match[1]))
  for (const match of text.matchAll(MONTH_FIRST)) add(match, match[3]!, monthOf(match[1]!), Number(match[2]))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((date, index) => index === 0 || date.start >= found[index - 1]!.end)
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function yearOf(year: string, today: Day): number {
  if (year.length === 4) return Number(year)
  const century = Number(today.slice(0, 2)) * 100
  const said = century + Number(year)
  return said > Number(today.slice(0, 4)) ? said - 100 : said
}

/** `null` for a day there never was, such as 31 February. */
function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1850 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10) as Day
}
