/** A literal in a formula may have 255 characters; a longer word is compared by its beginning. */
const LONGEST_LITERAL = 200

/** `T5="Blue: embedded"`: whether a cell holds a word, for a formula or a conditional format. */
export function holdsWord(cell: string, word: string): string {
  const quoted = `"${word.slice(0, LONGEST_LITERAL).replaceAll('"', '""')}"`
  return word.length <= LONGEST_LITERAL ? `${cell}=${quoted}` : `LEFT(${cell},${LONGEST_LITERAL})=${quoted}`
}
