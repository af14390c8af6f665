import { expect, it } from 'vitest'
import { grown, type Point } from './grown.ts'

function points(of: (round: number) => Partial<Point>): Point[] {
  return Array.from({ length: 20 }, (_, round) => ({
    round,
    page: 14,
    nodes: 1800,
    listeners: 490,
    host: 33,
    outside: 11,
    rss: 190,
    ...of(round),
  }))
}

it('SC7: what is loaded once and what wavers is no growth; what rises to the end is', () => {
  expect(grown(points(round => ({ page: round < 4 ? 8 + round : 14 + (round % 3) / 5 })))).toEqual([])
  expect(grown(points(round => ({ page: 14 + round / 5 })))).toEqual([
    'page grew from 15.6 to 17.2 between the halves of the run.',
  ])
  expect(grown(points(round => ({ nodes: 1800 + 40 * round, listeners: 400 + 9 * round })))).toHaveLength(2)
  expect(grown([])).toEqual([])
})
