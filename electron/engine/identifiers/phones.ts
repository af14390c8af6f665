import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Found } from '../../../shared/rules/identifiers/found.ts'

/** Groups of digits with the signs people put into telephone numbers. */
const RUN = /[+(]{0,2}\d+(?:[ \u00a0()\-\u2010-\u2013.]{1,3}\d+)*/g
const GROUP = /(?:\(?\+|\()?\d+/g

/** Said shortly before, also digits without the first nought: programs of sheets take it away. */
const SAID = /(?:\btel\b|telephone|phone|mobile|\bmob\b|\bcall\b|\bring\b)[^\d\n]{0,15}$/i

/** Lines of services, which are nobody's own: free calls, 03 numbers, and those one pays for. */
const SERVICE = /^(?:800|808|3\d\d|84\d|87\d|9\d\d|118)/

/** The library takes its time: in a text with more numbers from abroad than these the look of the others decides. */
const MOST_ASKED = 500

/** No number has more groups: +44 (0) 20 79 46 01 23. */
const MOST_GROUPS = 8

type Group = { readonly start: number; readonly end: number; readonly sign: string; readonly digits: string }

/**
 * Telephone numbers as they are written in Britain: with their first nought or the code of a country. Numbers of services
 * (0300, 0800, 116 123) are not listed.
 */
export function findPhones(text: string): Found[] {
  const finds: Found[] = []
  let asked = 0
  const isNumber = (written: string) => mayBeNumber(written) ?? (++asked > MOST_ASKED || isValid(written))
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < 8) continue
    const groups = groupsOf(run[0], run.index)
    for (let at = 0; at < groups.length; ) {
      const length = lengthAt(text, groups, at, isNumber)
      if (length > 0) finds.push(findOf(text, groups[at]!, groups[at + length - 1]!))
      at += Math.max(1, length)
    }
  }
  return finds
}

/** How many groups from `at` on are a telephone number, the most there can be; 0 when they are none. */
function lengthAt(
  text: string,
  groups: readonly Group[],
  at: number,
  isNumber: (written: string) => boolean,
): number {
  const { start, sign, digits: first } = groups[at]!
  const before = text.slice(Math.max(0, start - 30), start)
  if (/[\p{L}£$€#/,.-]$/u.test(before)) return 0
  const isAbroad = sign.includes('+') || /^00[1-9]/.test(first)
  const isOurs = /^0[1-9]\d/.test(first)
  const isBare = !isAbroad && !isOurs && /^[127]/.test(first) && SAID.test(before)
  if (!isAbroad && !isOurs && !isBare) return 0
  let digits = ''
  let best = 0
  for (let length = 1; length <= MOST_GROUPS && at + length <= groups.length; length++) {
    const last = groups[at + length - 1]!
    if (length > 1 && (last.sign.includes('+') || digits.length > 15)) break
    digits += last.digits
    if (digits.length < 10 || digits.length > 17) continue
    if (/^(?:[\p{L}%]|[.,/]\d)/u.test(text.slice(last.end, last.end + 2))) continue
    const written = isAbroad ? `+${digits.replace(/^00/, '')}` : isBare ? `0${digits}` : digits
    if (isNumber(written)) best = length
  }
  return best
}

/** What the look of a number says already; `null` when the library has to be asked. */
function mayBeNumber(written: string): boolean | null {
  if (written.startsWith('+') && !written.startsWith('+44')) return written.length > 16 ? false : null
  const national = written.replace(/^\+44/, '').replace(/^0/, '')
  if (national.length < 9 || national.length > 10 || SERVICE.test(national)) return false
  // The library refuses numbers that nobody has: one with a slip of the pen points at somebody all the same.
  return /^[127]\d{9}$/.test(national) ? true : null
}

function isValid(written: string): boolean {
  return parsePhoneNumberFromString(written, 'GB')?.isValid() ?? false
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(GROUP)].map(({ 0: whole, index }) => {
    const digits = whole.replace(/\D/g, '')
    const sign = whole.slice(0, whole.length - digits.length)
    return { start: offset + index, end: offset + index + whole.length, sign, digits }
  })
}

/** From the sign before the first group, without a bracket that is not closed within. */
function findOf(text: string, first: Group, last: Group): Found {
  const whole = text.slice(first.start, last.end)
  const start = whole.startsWith('(') && !whole.includes(')') ? first.start + 1 : first.start
  return {
    kind: 'phone',
    start,
    end: last.end,
    text: text.slice(start, last.end),
    why: 'Begins and runs as telephone numbers do.',
  }
}
