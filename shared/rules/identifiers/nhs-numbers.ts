import type { Found } from './found.ts'

/** Digits with at most two signs between two groups of them: spaces, hyphens, dots. One pass, nothing to go back to. */
const RUN = /\d+(?:[ \t\u00a0\u2007\u2009\u202f.\-\u2010-\u2015\u2212]{1,2}\d+)*/g

type Group = { readonly start: number; readonly end: number; readonly digits: string }

/** How ten digits are grouped when people write them: 943 476 5919, 943476 5919, 943 4765919, 9434765919. */
const GROUPINGS: readonly (readonly number[])[] = [[10], [3, 3, 4], [3, 7], [6, 4]]

/** Said shortly before a number, it may be grouped in any way. */
const SAID = /\b(?:nhs|chi|h\s?&\s?c)\b[^\d\n]{0,30}$/i

/**
 * NHS numbers and Scottish CHI numbers: ten digits that stand for themselves, the last of them the check digit. Not part of
 * more digits, of a telephone number, of a sum of money or of a decimal.
 */
export function findNhsNumbers(text: string): Found[] {
  const finds: Found[] = []
  for (const match of text.matchAll(RUN)) {
    if (match[0].length < 10) continue
    const groups = groupsOf(match[0], match.index)
    let free = 0
    for (let at = 0; at < groups.length; ) {
      const length = lengthAt(text, groups, at, free)
      if (length > 0) {
        finds.push(findOf(text, groups.slice(at, at + length)))
        free = finds.at(-1)!.end
      }
      at += Math.max(1, length)
    }
  }
  return finds
}

/** Whether the last of ten digits is what the nine before it ask for (modulus 11). */
export function hasNhsCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || digits === '0000000000') return false
  let sum = 0
  for (let at = 0; at < 9; at++) sum += (digits.charCodeAt(at) - 48) * (10 - at)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits.charCodeAt(9) - 48
}

/** How many groups from `at` on make such a number; 0 when they make none. What stands before `free` is another number. */
function lengthAt(text: string, groups: readonly Group[], at: number, free: number): number {
  const fits = (length: number) => {
    const some = groups.slice(at, at + length)
    const digits = some.map(group => group.digits).join('')
    return hasNhsCheckDigit(digits) && standsAlone(text, groups.slice(at, at + length), free)
  }
  const grouping = GROUPINGS.find(
    sizes => sizes.every((size, index) => groups[at + index]?.digits.length === size) && fits(sizes.length),
  )
  if (grouping) return grouping.length
  const first = groups[at]!
  if (!SAID.test(text.slice(Math.max(0, first.start - 40), first.start))) return 0
  let digits = 0
  let length = 0
  while (digits < 10 && at + length < groups.length) digits += groups[at + length++]!.digits.length
  return digits === 10 && fits(length) ? length : 0
}

function standsAlone(text: string, groups: readonly Group[], free: number): boolean {
  const start = groups[0]!.start
  const end = groups.at(-1)!.end
  const before = text.slice(Math.max(0, free, start - 12), start)
  const after = text.slice(end, end + 3)
  // Letters that run into the digits make a code of another kind, unless they say what follows.
  if (/\p{L}$/u.test(before) && !/(?:nhs|no|number|num|chi)$/i.test(before)) return false
  if (/^[\p{L}%£$€]/u.test(after) || /^[.,]\d/.test(after)) return false
  if (/[£$€]\s?$/.test(before) || /\d[.,]$/.test(before)) return false
  // +44 161 496 0018, 0044 161 496 0018, +44 (0)161 496 0018, (0)161 496 0018.
  if (/(?:\+|\b00)\d{1,3}[\s.-]{0,2}(?:\(0\)\s?)?$/.test(before) || /\(0\)\s?$/.test(before)) return false
  // Digits tied on by a hyphen or a dot make a longer number; a space may only stand between two of a list.
  return !/\d[.\-\u2010-\u2015\u2212]$/.test(before) && !/^[.\-\u2010-\u2015\u2212]\d/.test(after)
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: offset + index,
    end: offset + index + digits.length,
    digits,
  }))
}

function findOf(text: string, groups: readonly Group[]): Found {
  const start = groups[0]!.start
  const end = groups.at(-1)!.end
  const digits = groups.map(group => group.digits).join('')
  const isChi = startsWithDay(digits)
  return {
    kind: isChi ? 'chi-number' : 'nhs-number',
    start,
    end,
    text: text.slice(start, end),
    why: isChi
      ? 'Ten digits that begin with a day of birth and end in the right check digit, as CHI numbers in Scotland do.'
      : 'Ten digits that end in the check digit of an NHS number.',
  }
}

/** A CHI number begins with the day of birth, DDMMYY. */
function startsWithDay(digits: string): boolean {
  const day = Number(digits.slice(0, 2))
  const month = Number(digits.slice(2, 4))
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}
