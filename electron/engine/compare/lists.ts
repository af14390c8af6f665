import { listOf } from '../../../shared/text/sizes.ts'

/** A list as remarks have it: no more than a person reads. */
export function listed(names: readonly string[], most = 8): string {
  return listOf(names, most)
}

/** `row 7`, `rows 7 and 9`. */
export function theRows(numbers: readonly number[]): string {
  return `row${numbers.length === 1 ? '' : 's'} ${listed(numbers.map(String))}`
}

/** In quotation marks, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}
