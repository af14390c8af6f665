import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawGapBars, furthestGaps, gapRows } from '../../../shared/pictures/gap-bars.ts'
import { pictureHeadline } from '../../../shared/pictures/headline.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { anyRadar, radarOf } from './inputs.ts'

const NOW = [2, 1, 2, 0, 3, 2, '-', '-', '-'] as const
const TARGET = [3, 2, 3, 2, 4, 3] as const

it('PI13: largest first, ties in the order of the principles', () => {
  expect(gapRows(radarOf(NOW, TARGET)).map(row => row.principle.number)).toEqual([4, 1, 2, 3, 5, 6])
})

it('PI13: a bar joins level and target, and none joins a level to itself', () => {
  const { scene } = drawGapBars(radarOf([0, 4, 2], [4, 3, 2]))
  const bars = scene.marks.flatMap(mark => (mark.kind === 'line' && mark.role === 'gap' ? [mark] : []))
  expect(bars.map(bar => bar.to.x - bar.from.x)).toEqual([4 * 52, -52])
})

it('PI13: targets reached and passed are said in words', () => {
  const { table } = drawGapBars(radarOf([0, 4, 2], [4, 3, 2]))
  expect(table.rows.map(row => row.at(-1))).toEqual(['4', 'At target', '1 step past'])
})

it('PI13: principles without a bar are named with the reason', () => {
  const { alt } = drawGapBars(radarOf([2, 1, 'na', '-', '-'], [3]))
  expect(alt).toContain('4, 5, 6, 7, 8 and 9 have no gap yet: not discussed.')
  expect(alt).toContain('2 has no target yet.')
  expect(alt).toContain('3 does not apply here.')
})

it('PI6: any gaps: table and sentences have each row drawn, and every number is a number', () => {
  fc.assert(
    fc.property(anyRadar, input => {
      const { scene, table, alt } = drawGapBars(input)
      const rows = gapRows(input)
      expect(toSvg(scene)).not.toMatch(/NaN|Infinity|undefined/)
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
      expect(table.rows.map(row => row[0])).toEqual(
        rows.map(row => `${row.principle.number} ${row.principle.title}`),
      )
      for (const { principle } of input.principles.map(each => ({ principle: each })))
        expect(alt).toMatch(new RegExp(`\\b${principle.number}\\b`))
    }),
  )
})

it('PI17: one or two furthest are named, more are numbered', () => {
  expect(pictureHeadline(radarOf(NOW, TARGET))).toBe('Furthest from target: 4 Mental health from the start')
  expect(pictureHeadline(radarOf([0, 1, 0], [2, 2, 2]))).toBe(
    'Furthest from target: 1 Parity of esteem and 3 Partners beyond the NHS',
  )
  expect(pictureHeadline(radarOf([0, 0, 0], [2, 2, 2]))).toBe(
    'Furthest from target: 1, 2 and 3, 2 steps each',
  )
})

it('PI17: without a gap the heading says what there is instead', () => {
  expect(furthestGaps(radarOf([2], [2]))).toEqual([])
  expect(pictureHeadline(radarOf([2], [2]))).toBe('Every target set is reached')
  expect(pictureHeadline(radarOf([2, 1]))).toBe('2 of 9 rated, no target set yet')
  expect(pictureHeadline(radarOf([]))).toBe('Nothing rated yet')
})
