/** A run of the list that is drawn, and how much room is left before it. */
export type Stretch = { readonly before: number; readonly first: number; readonly end: number }

/** Something of a list, by an id of its own. */
export type Listed = { readonly id: string }

/** Top edges of all items, and after the last the height of the list. Measured heights go before guesses. */
export function topsOf<T extends Listed>(
  items: readonly T[],
  heights: ReadonlyMap<string, number>,
  guess: (item: T) => number,
): Float64Array {
  const tops = new Float64Array(items.length + 1)
  items.forEach((item, index) => {
    tops[index + 1] = tops[index]! + (heights.get(item.id) ?? guess(item))
  })
  return tops
}

/** The items that touch a stretch of the list, from first to end (not included). */
export function touching(tops: Float64Array, from: number, to: number): [number, number] {
  const last = tops.length - 2
  if (last < 0) return [0, 0]
  return [Math.max(0, Math.min(last, indexAt(tops, from))), Math.min(last, indexAt(tops, to)) + 1]
}

/**
 * What is drawn: the run in sight and, apart from it, the one item that holds the focus. Room is left for what stands
 * between; the last entry is the room after all of it.
 */
export function stretchesOf(tops: Float64Array, run: readonly [number, number], kept: number): Stretch[] {
  const [first, end] = run
  const runs: [number, number][] = [[first, end]]
  if (kept >= 0 && kept < first) runs.unshift([kept, kept + 1])
  if (kept >= end) runs.push([kept, kept + 1])
  const count = tops.length - 1
  runs.push([count, count])
  let at = 0
  return runs.map(([from, to]) => {
    const before = tops[from]! - tops[at]!
    at = to
    return { before, first: from, end: to }
  })
}

/** The item that holds a height, by halving. */
export function indexAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= y) low = middle
    else high = middle - 1
  }
  return low
}
