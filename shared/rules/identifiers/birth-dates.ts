import type { Day } from '../../model/fields.ts'
import type { Found } from './found.ts'
import { findDates, type WrittenDate } from './written-dates.ts'

/** What people write before a date of birth, or behind it. */
const SAID =
  /\bborn\b|\bd\.? ?o\.? ?b\b\.?|\bdates?[ \t]+of[ \t]+birth\b|\bbirth[ \t]?(?:date|day)\b|\bb\.(?= ?\d)/gi

/** So many characters may stand between the word and the date: `born on Tuesday the`. */
const BEFORE = 30
const BEHIND = 12
/** So near a name a long past date is taken for a date of birth. */
const BESIDE = 40
const YEARS_BACK = 5

type Span = { readonly start: number; readonly end: number }

/**
 * Dates of birth: the date nearest to a word that says so, and any whole date more than five years back beside the name of
 * somebody with a title.
 */
export function findBirthDates(text: string, names: readonly Span[], today: Day): Found[] {
  const dates = findDates(text, today).filter(({ day }) => day <= today)
  const finds = new Map<number, Found>()
  const add = ({ start, end }: WrittenDate, why: string) =>
    finds.set(start, { kind: 'date-of-birth', start, end, text: text.slice(start, end), why })
  const past = `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`
  for (const name of names) {
    for (const date of near(dates, name.start - BESIDE, name.end + BESIDE)) {
      if (date.day < past && !isOtherLine(text, name, date))
        add(date, 'A date more than five years back, beside the name of a person.')
    }
  }
  for (const match of text.matchAll(SAID)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const next = near(dates, end, end + BEFORE).find(date => date.start >= end)
    const last = near(dates, start - BEHIND, start).findLast(date => date.end <= start)
    const date = next ?? last
    if (date) add(date, `A date beside the words “${match[0].replace(/\s+/g, ' ')}”.`)
  }
  return [...finds.values()].sort((a, b) => a.start - b.start)
}

/** The dates that touch a stretch of the text. They stand in order, so that they are found by halving. */
function near(dates: readonly WrittenDate[], from: number, to: number): WrittenDate[] {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.end < from) low = middle + 1
    else high = middle
  }
  const found: WrittenDate[] = []
  for (let at = low; at < dates.length && dates[at]!.start <= to; at++) found.push(dates[at]!)
  return found
}

function isOtherLine(text: string, a: Span, b: Span): boolean {
  const [start, end] = a.start < b.start ? [a.end, b.start] : [b.end, a.start]
  return text.slice(start, end).includes('\n')
}
