import { readSync } from 'node:fs'

/** Ours takes one page, two at most; a schema that takes more was not written by Ninefold. */
const MOST_PAGES = 32

/** Our longest statement has some two thousand characters. One over a page would go on in pages of its own. */
const LONGEST_ROW = 16_000

const INTERIOR = 5
const LEAF = 13

/**
 * Whether the pages that hold `sqlite_schema` make a small tree. SQLite reads all of them before its first answer and
 * cannot be stopped meanwhile: pages that lead back to each other would keep it busy for ever.
 */
export function isSmallSchema(handle: number, pageSize: number, pageCount: number): boolean {
  const seen = new Set<number>()
  const waiting = [1]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number < 1 || number > pageCount || seen.has(number) || seen.size === MOST_PAGES) return false
    seen.add(number)
    const page = Buffer.alloc(pageSize)
    if (readSync(handle, page, 0, pageSize, (number - 1) * pageSize) < pageSize) return false
    const children = childrenOf(page, number === 1 ? 100 : 0)
    if (!children) return false
    waiting.push(...children)
  }
  return true
}

/** The pages below this one; `null` when it is no page of a table, or holds a row that ours never is. */
function childrenOf(page: Buffer, at: number): number[] | null {
  const type = page[at]
  const cells = page.readUInt16BE(at + 3)
  const pointers = at + (type === INTERIOR ? 12 : 8)
  if ((type !== INTERIOR && type !== LEAF) || pointers + cells * 2 > page.length) return null
  const places = Array.from({ length: cells }, (_, index) => page.readUInt16BE(pointers + index * 2))
  if (places.some(place => place < pointers || place + 4 > page.length)) return null
  if (type === INTERIOR) return [...places.map(place => page.readUInt32BE(place)), page.readUInt32BE(at + 8)]
  return places.every(place => sizeAt(page, place) <= LONGEST_ROW) ? [] : null
}

/** The size of a row: seven bits a byte, the first ones first. More than three bytes are more than we allow. */
function sizeAt(page: Buffer, place: number): number {
  let size = 0
  for (const byte of page.subarray(place, place + 3)) {
    size = size * 128 + (byte & 0x7f)
    if (byte < 0x80) return size
  }
  return Number.POSITIVE_INFINITY
}
