/** What every part begins with. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const SPECIAL = /[&<>"']/

/** Text between tags. Most has nothing special in it. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** Text in an attribute, where line ends would become spaces. */
export function attribute(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** Attributes of a tag, each with a space before it; those that are `undefined` are left out. */
export function attributes(given: Readonly<Record<string, string | number | undefined>>): string {
  let text = ''
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? value : attribute(value)}"`
  return text
}

/** The texts of all cells, each once; cells hold their numbers. */
export type Strings = {
  numberOf(text: string): number
  /** The whole part. */
  write(add: (xml: string) => void): void
}

/** Spaces at an end, two together, and line ends are kept only when that is said. */
const KEPT = /^\s|\s$|[\n\t]| {2}/

/** No texts yet. */
export function createStrings(): Strings {
  const numbers = new Map<string, number>()
  let count = 0
  return {
    numberOf(text) {
      count++
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    write(add) {
      add(`${XML}<sst xmlns="${MAIN}" count="${count}" uniqueCount="${numbers.size}">`)
      for (const text of numbers.keys())
        add(`<si><t${KEPT.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t></si>`)
      add('</sst>')
    },
  }
}

/** Excel reads `_x0041_` in a text as A, so the first of such a run of characters is written as its own code. */
export function encode(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}
