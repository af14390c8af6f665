import { indexAt } from '../../components/stretch.ts'
import type { Item } from './view.ts'

export const ROW_HEIGHT = 43
export const GROUP_HEIGHT = 28

/** Where each item of the list stands, so that only those in sight need be drawn. */
export type Layout = {
  /** Top edge of each item, and after the last the height of all. */
  readonly tops: Float64Array
  readonly height: number
}

/** Heights are fixed, so ten thousand rows lay out in one pass. */
export function layoutOf(items: readonly Item[]): Layout {
  const tops = new Float64Array(items.length + 1)
  for (let index = 0; index < items.length; index++)
    tops[index + 1] = tops[index]! + (items[index]!.kind === 'group' ? GROUP_HEIGHT : ROW_HEIGHT)
  return { tops, height: tops[items.length]! }
}

/** The items from first to last (not included) that touch a stretch of the list, with a few to spare. */
export function inSight(layout: Layout, from: number, height: number, spare = 6): [number, number] {
  const items = layout.tops.length - 1
  const first = Math.max(0, indexAt(layout.tops, from) - spare)
  const last = Math.min(items, indexAt(layout.tops, from + height) + 1 + spare)
  return [first, last]
}
