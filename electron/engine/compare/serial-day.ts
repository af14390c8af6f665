import type { Day } from '../../../shared/model/fields.ts'

/** Where Excel counts days from, seen from dates after February 1900. */
const DAY_NOUGHT = Date.UTC(1899, 11, 30)

/**
 * The day a bare number stands for where a date is expected: a date that lost its format. Only from 1954 to 2173; a
 * smaller number is a year or a slip of the keyboard.
 */
export function dayOfSerial(number: number | null): Day | null {
  if (number === null || number < 20_000 || number >= 100_000) return null
  return new Date(DAY_NOUGHT + Math.floor(number) * 86_400_000).toISOString().slice(0, 10)
}
