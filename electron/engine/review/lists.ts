/** `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`. */
export function listed(names: readonly string[], most = 8): string {
  if (names.length <= 1) return names.join('')
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `The row 7`, `The rows 7 and 9`. */
export function theRows(numbers: readonly number[]): string {
  return `row${numbers.length === 1 ? '' : 's'} ${listed(numbers.map(String))}`
}

/** In quotation marks, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}
