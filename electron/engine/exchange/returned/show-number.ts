import { format, isDateFormat } from 'numfmt'
import type { Day } from '../../../../shared/model/fields.ts'
import { dayOfSerial, LAST_SERIAL } from '../../../../shared/text/excel-days.ts'
import { GENERAL } from './number-formats.ts'

/** Excel's own limit; longer ones are not worth the time they could take. */
const LONGEST_FORMAT = 255
/** Days between the two calendars of Excel: 1 January 1904 is 0 in one and 1462 in the other. */
const FROM_1904 = 1462
const MOST_KEPT = 2000

export type Shown = { readonly text: string; readonly day: Day | null }

/** Shows numbers of one calendar. What was shown is kept: a plan holds the same days and levels over and over. */
export function numberShower(is1904: boolean): (number: number, code: string) => Shown {
  const shown = new Map<string, Map<number, Shown>>()
  return (number, code) => {
    let same = shown.get(code)
    if (!same || same.size > MOST_KEPT) {
      same = new Map()
      shown.set(code, same)
    }
    let found = same.get(number)
    if (!found) {
      found = showNumber(number, code, is1904)
      same.set(number, found)
    }
    return found
  }
}

/** A number as a cell with this format shows it, and its day when the format makes it a date. */
export function showNumber(number: number, code: string, is1904: boolean): Shown {
  if (code === GENERAL || code === '@' || code === '' || code.length > LONGEST_FORMAT) return plain(number)
  const isDate = isDateCode(code)
  const serial = isDate && is1904 ? number + FROM_1904 : number
  const day = isDate ? dayOfSerial(serial) : null
  if (isDate && (serial < 0 || serial > LAST_SERIAL + 1)) return plain(number)
  try {
    const text = format(code, serial, { nbsp: false }).trim()
    return { text: text || plainNumber(number), day }
  } catch {
    return { text: plainNumber(number), day }
  }
}

/** As a cell of the format General shows it: fifteen digits, no more than Excel keeps. */
export function plainNumber(number: number): string {
  return String(Number(number.toPrecision(15))).replace('e', 'E')
}

function plain(number: number): Shown {
  return { text: plainNumber(number), day: null }
}

const known = new Map<string, boolean>()

function isDateCode(code: string): boolean {
  let is = known.get(code)
  if (is === undefined) {
    try {
      is = isDateFormat(code)
    } catch {
      is = false
    }
    known.set(code, is)
  }
  return is
}
