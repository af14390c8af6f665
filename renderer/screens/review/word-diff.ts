/** A piece of a text: the same on both sides, or on this side only. */
export type Piece = { readonly text: string; readonly isOwn: boolean }

/** Past this many comparisons the whole middle counts as changed: a person could not follow a finer mark either. */
const MOST_STEPS = 160_000

/**
 * Two texts word by word, each with what the other has not. `null` where marks would not help: short texts, or texts
 * with little in common.
 */
export function differences(before: string, after: string): { before: Piece[]; after: Piece[] } | null {
  if (Math.max(before.length, after.length) < 40 || before === '' || after === '') return null
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const start = sharedStart(old, fresh)
  const end = sharedEnd(old, fresh, start)
  const middle = common(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  const isOwn = (words: readonly string[], shared: ReadonlySet<number>) =>
    words.map((_, at) => at >= start && at < words.length - end && !shared.has(at - start))
  const sides = {
    before: pieces(old, isOwn(old, middle.old)),
    after: pieces(fresh, isOwn(fresh, middle.fresh)),
  }
  const kept = sides.after.filter(piece => !piece.isOwn).reduce((sum, piece) => sum + piece.text.length, 0)
  return kept * 4 < after.length ? null : sides
}

/** Words with the space after them, so that pieces put together give the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

function sharedStart(old: readonly string[], fresh: readonly string[]): number {
  const most = Math.min(old.length, fresh.length)
  let at = 0
  while (at < most && isSame(old[at]!, fresh[at]!)) at++
  return at
}

function sharedEnd(old: readonly string[], fresh: readonly string[], start: number): number {
  const most = Math.min(old.length, fresh.length) - start
  let at = 0
  while (at < most && isSame(old[old.length - 1 - at]!, fresh[fresh.length - 1 - at]!)) at++
  return at
}

/** The longest run of words in both, in order, as places in each. */
function common(old: readonly string[], fresh: readonly string[]) {
  const found = { old: new Set<number>(), fresh: new Set<number>() }
  if (old.length * fresh.length > MOST_STEPS) return found
  const width = fresh.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(old[row]!, fresh[column]!)
        ? lengths[(row + 1) * width + column + 1]! + 1
        : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!)
  let [row, column] = [0, 0]
  while (row < old.length && column < fresh.length) {
    if (isSame(old[row]!, fresh[column]!)) {
      found.old.add(row++)
      found.fresh.add(column++)
    } else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row++
    else column++
  }
  return found
}

function isSame(one: string, other: string): boolean {
  return one.trimEnd() === other.trimEnd()
}

function pieces(words: readonly string[], own: readonly boolean[]): Piece[] {
  const found: { text: string; isOwn: boolean }[] = []
  const put = (text: string, isOwn: boolean) => {
    const last = found.at(-1)
    if (last && last.isOwn === isOwn) last.text += text
    else if (text !== '') found.push({ text, isOwn })
  }
  words.forEach((word, at) => {
    // The space after the last word of a mark is not part of it.
    const end = own[at] && !own[at + 1] ? word.trimEnd().length : word.length
    put(word.slice(0, end), own[at]!)
    put(word.slice(end), false)
  })
  return found
}
