import type { Day } from '../model/fields.ts'

/** Excel counts a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60
/** 1 January 1970, which other clocks count from. */
const UNIX_DAY_ZERO = 25_569
const DAY_MS = 86_400_000

/** The last day Excel knows, 31 December 9999. */
export const LAST_SERIAL = 2_958_465

/** The day of a serial number of the 1900 calendar, without its time; `null` for times alone and impossible days. */
export function dayOfSerial(serial: number): Day | null {
  // A day that was added up from parts may lie a hair before midnight.
  const whole = Math.floor(serial + 1e-7)
  if (whole < 1 || whole > LAST_SERIAL || whole === FALSE_LEAP_DAY) return null
  const days = whole < FALSE_LEAP_DAY ? whole + 1 : whole
  return new Date((days - UNIX_DAY_ZERO) * DAY_MS).toISOString().slice(0, 10)
}

/** The serial number of a day in the 1900 calendar. */
export function serialOfDay(day: Day): number {
  const serial = Date.parse(`${day}T00:00:00Z`) / DAY_MS + UNIX_DAY_ZERO
  return dayOfSerial(serial) === day ? serial : serial - 1
}

/**
 * The day a bare number stands for where a date is expected: a date that lost its format. Only from 1954 to 2173; a
 * smaller number is a year or a slip of the keyboard.
 */
export function dayOfBareNumber(number: number | null): Day | null {
  return number === null || number < 20_000 || number >= 100_000 ? null : dayOfSerial(number)
}
