import { describe, expect, it } from 'vitest'
import { stretchesOf, topsOf, touching } from '../../../renderer/components/stretch.ts'
import { itemsOf } from '../../../renderer/screens/review/items.ts'
import { longReview } from '../../helpers/review-story.ts'

const items = Array.from({ length: 10 }, (_, index) => ({ kind: 'change' as const, id: String(index) }))
const heights = new Map(items.map((item, index) => [item.id, index === 3 ? 400 : 100]))

describe('what is drawn', () => {
  it('RS16: cards that touch the stretch in sight, however high each is', () => {
    const tops = topsOf(items, heights, () => 100)
    expect(tops.at(-1)).toBe(1300)
    expect(touching(tops, 350, 690)).toEqual([3, 4])
    expect(touching(tops, 250, 750)).toEqual([2, 5])
    expect(touching(tops, -500, 50)).toEqual([0, 1])
    expect(touching(tops, 5000, 6000)).toEqual([9, 10])
    expect(
      touching(
        topsOf([], new Map(), () => 100),
        0,
        100,
      ),
    ).toEqual([0, 0])
  })

  it('RS16: the card with the focus stays drawn, and the list stays as high as it is', () => {
    const tops = topsOf(items, heights, () => 100)
    expect(stretchesOf(tops, [4, 6], 1)).toEqual([
      { before: 100, first: 1, end: 2 },
      { before: 500, first: 4, end: 6 },
      { before: 400, first: 10, end: 10 },
    ])
    expect(stretchesOf(tops, [1, 3], 8)).toEqual([
      { before: 100, first: 1, end: 3 },
      { before: 800, first: 8, end: 9 },
      { before: 100, first: 10, end: 10 },
    ])
    expect(stretchesOf(tops, [1, 3], 2)).toHaveLength(2)
    for (const kept of [-1, 0, 5, 9]) {
      const drawn = stretchesOf(tops, [4, 6], kept)
      const height = drawn.reduce((sum, one) => sum + one.before + tops[one.end]! - tops[one.first]!, 0)
      expect(height).toBe(1300)
    }
  })

  it('RS17: ten thousand cards are laid out within a fifth of a second', () => {
    const review = longReview(10_000)
    const start = performance.now()
    const list = itemsOf(review, null)
    touching(
      topsOf(list, new Map(), () => 100),
      400_000,
      401_000,
    )
    expect(performance.now() - start).toBeLessThan(200)
    expect(list.filter(item => item.kind === 'change')).toHaveLength(10_000)
  })
})
