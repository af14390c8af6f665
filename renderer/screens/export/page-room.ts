/** How many rows go where on the two printed pages. */
export type PageRoom = {
  readonly first: number
  readonly second: number
  /** Worries that fit on neither page: the page says how many. */
  readonly left: number
  readonly next: number
}

/** Measured on the page, in pixels at 96 to the inch: what is left beside the fixed parts, and what a row takes. */
const FREE_FIRST = 455
const ASK_BOX = 64
const ASK_LINE = 20
const ASK_CHARACTERS = 92
const ROW = 49
const ROWS_SECOND = 8

/** Shares out the room: a page with more to ask has fewer worries, and what is due next gives way to worries. */
export function pageRoom(asks: readonly string[], worries: number): PageRoom {
  const lines = asks.reduce((sum, ask) => sum + Math.ceil(ask.length / ASK_CHARACTERS), 0)
  const taken = lines === 0 ? 0 : ASK_BOX + lines * ASK_LINE
  const first = Math.min(worries, Math.max(1, Math.floor((FREE_FIRST - taken) / ROW)))
  const second = Math.min(worries - first, 4)
  const left = worries - first - second
  return { first, second, left, next: ROWS_SECOND - second - (left > 0 ? 1 : 0) }
}
