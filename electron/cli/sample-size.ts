import { largestSample, type SampleSize, usualSample } from '../../shared/model/sample-size.ts'
import { UsageError } from './failed.ts'

/** How much to make, as typed; what is not said is as in the usual sample. */
export type SizeOptions = { readonly [K in keyof SampleSize]?: string }

/** What may be said of, in the order of the help. */
export const sizeParts = ['actions', 'evidence', 'places', 'rounds'] as const satisfies (keyof SampleSize)[]

/** The size that was asked for; `undefined` where none was. Throws a `UsageError` for anything but a number in range. */
export function sampleSizeOf(options: SizeOptions): SampleSize | undefined {
  const asked = sizeParts.filter(part => options[part] !== undefined)
  if (asked.length === 0) return undefined
  return { ...usualSample, ...Object.fromEntries(asked.map(part => [part, numberOf(part, options[part]!)])) }
}

/** `from 1 to 20`. */
export function rangeOf(part: keyof SampleSize): string {
  return `from ${smallest(part)} to ${largestSample[part].toLocaleString('en-GB')}`
}

function numberOf(part: keyof SampleSize, typed: string): number {
  const number = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (number >= smallest(part) && number <= largestSample[part]) return number
  throw new UsageError(`--${part} is a whole number ${rangeOf(part)}, not “${typed}”.`)
}

function smallest(part: keyof SampleSize): number {
  return part === 'rounds' ? 1 : 0
}
