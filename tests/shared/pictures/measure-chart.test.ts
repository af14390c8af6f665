import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure, MeasurePoint } from '../../../shared/model/measure.ts'
import { widthOf } from '../../../shared/pictures/letters.ts'
import { drawMeasure, hasChart } from '../../../shared/pictures/measure-chart.ts'
import { numberAxis, shortNumber, tickWords } from '../../../shared/pictures/number-axis.ts'
import type { Mark } from '../../../shared/pictures/scene.ts'
import { timeAxis } from '../../../shared/pictures/time-axis.ts'
import { daysBetween } from '../../../shared/rules/lateness.ts'
import { measureOf, pointsAt } from '../../helpers/measures.ts'

const draw = (more: Partial<Measure> = {}, points: readonly MeasurePoint[] = []) =>
  drawMeasure({ measure: measureOf(more), points })

const marksOf = (role: string, more: Partial<Measure>, points: readonly MeasurePoint[]) =>
  draw(more, points).scene.marks.filter(mark => mark.role === role)

const xs = (marks: readonly Mark[]) => marks.map(mark => (mark.kind === 'circle' ? mark.cx : Number.NaN))

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  fc.integer({ min: -200, max: 200 }),
)
const anyMeasure = fc.record({
  name: fc.string({ minLength: 1, maxLength: 400 }),
  unit: fc.constantFrom('', '%', 'days per 1,000 people'),
  baseline: fc.option(value),
  baselineOn: fc.option(day),
  target: fc.option(value),
  targetOn: fc.option(day),
})
const anyPoints = fc
  .array(fc.record({ on: day, value }), { maxLength: 40 })
  .map(list => list.map((point, index) => ({ ...pointsAt(0)[0]!, id: `${index}`, ...point })))

describe('the chart of a measure', () => {
  it('ME30: days are as far apart as in the calendar', () => {
    const points = [
      { ...pointsAt(1)[0]!, on: '2026-01-01' },
      { ...pointsAt(2)[0]!, on: '2026-01-11' },
      { ...pointsAt(3)[0]!, on: '2026-04-11' },
    ]
    const [first, second, third] = xs(marksOf('figure', { baselineOn: null, targetOn: null }, points))
    expect((third! - second!) / (second! - first!)).toBeCloseTo(9)
  })

  it('ME30: figures stand as they are, joined by straight lines and nothing more', () => {
    const points = pointsAt(60, 40, 75)
    const marks = draw({}, points).scene.marks
    const dots = marks.filter(mark => mark.role === 'figure')
    const joined = marks.find(mark => mark.role === 'figures')
    const places = dots.map(dot => (dot.kind === 'circle' ? { x: dot.cx, y: dot.cy } : null))
    expect(joined).toMatchObject({ kind: 'path', isClosed: false, points: places })
    expect(marksOf('figures', {}, pointsAt(60))).toEqual([])
    const ys = places.map(place => place!.y)
    expect((ys[1]! - ys[2]!) / (ys[0]! - ys[2]!)).toBeCloseTo(35 / 15)
  })

  it('ME30: 40 figures are 40 dots, and the order they come in does not matter', () => {
    const points = pointsAt(...Array.from({ length: 40 }, (_, index) => 50 + (index % 7)))
    expect(marksOf('figure', {}, points)).toHaveLength(40)
    expect(draw({}, points.toReversed())).toEqual(draw({}, points))
  })

  it('ME31: baseline and target differ by dash, with their words and numbers', () => {
    const { marks } = draw().scene
    const dash = (role: string) => {
      const mark = marks.find(each => each.role === role)
      return mark?.kind === 'line' ? mark.dash : undefined
    }
    expect(dash('baseline')).not.toEqual(dash('target'))
    const text = marks.flatMap(mark => (mark.kind === 'text' ? mark.runs.map(run => run.text) : []))
    expect(text).toEqual(expect.arrayContaining(['Baseline', '52', 'Target', '75']))
    expect(
      draw({ baseline: null, target: null }, pointsAt(1)).scene.marks.some(({ role }) => role === 'target'),
    ).toBe(false)
  })

  it('ME31: whatever the numbers and days, all of it is inside, and no two labels cover each other', () => {
    fc.assert(
      fc.property(anyMeasure, anyPoints, (more, points) => {
        const { scene } = draw(more, points)
        const boxes = scene.marks.flatMap(mark => {
          const box = boxOf(mark)
          for (const number of box) expect(Number.isFinite(number)).toBe(true)
          expect(box[0]).toBeGreaterThanOrEqual(-0.5)
          expect(box[1]).toBeGreaterThanOrEqual(-0.5)
          expect(box[2]).toBeLessThanOrEqual(scene.width + 0.5)
          expect(box[3]).toBeLessThanOrEqual(scene.height + 0.5)
          return mark.kind === 'text' && mark.role !== 'latest' ? [box] : []
        })
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1))
            expect(a[0] < b[2] - 1 && b[0] < a[2] - 1 && a[1] < b[3] - 1 && b[1] < a[3] - 1).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('ME32: the table has the baseline, every figure with its change, and the target', () => {
    const { table, alt } = draw({}, pointsAt(52.3, 49))
    expect(table.columns).toEqual(['Date', 'Figure', 'From baseline'])
    expect(table.rows).toEqual([
      ['Baseline, 31 Dec 2025', '52%', ''],
      ['1 Jan 2026', '52.3%', '+0.3'],
      ['1 Feb 2026', '49%', '-3'],
      ['Target, 31 Mar 2027', '75%', '+23'],
    ])
    expect(alt).toBe(
      'Full physical health checks, better when higher. Baseline 52% on 31 December 2025. Target 75% by 31 March 2027. 2 figures, from 52.3% on 1 January 2026. Latest 49% on 1 February 2026.',
    )
    const twice = [...pointsAt(1), ...pointsAt(2)]
    expect(draw({ baseline: null, target: null }, twice).table.rows).toEqual([
      ['1 Jan 2026', '1%'],
      ['1 Jan 2026 (2)', '2%'],
    ])
  })

  it('ME32: with nothing to draw it says so', () => {
    const measure = measureOf({ baseline: null, target: null })
    expect(hasChart({ measure, points: [] })).toBe(false)
    expect(drawMeasure({ measure, points: [] }).alt).toMatch(/No figure yet/)
  })
})

describe('the two lines of a chart', () => {
  it('ME30: every day lies where the calendar has it', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 2, maxLength: 6 }), days => {
        const axis = timeAxis(days, 0.3)
        const [first, last] = [[...days].sort()[0]!, [...days].sort().at(-1)!]
        for (const each of days)
          expect(axis.placeOf(each)).toBeCloseTo(
            first === last ? 0.5 : daysBetween(first, each) / daysBetween(first, last),
          )
        const ticks = axis.ticks.map(tick => axis.placeOf(tick.day))
        for (const [index, tick] of ticks.entries()) {
          expect(tick).toBeGreaterThanOrEqual(0)
          expect(tick).toBeLessThanOrEqual(1)
          if (index > 0) expect(tick - ticks[index - 1]!).toBeGreaterThan(0.28)
        }
      }),
    )
    expect(timeAxis(['2025-12-31', '2027-03-31'], 0.3).ticks.map(({ label }) => label)).toEqual([
      'Jan 2026',
      'Jul 2026',
      'Jan 2027',
    ])
    expect(timeAxis(['2026-01-03', '2026-01-20'], 0.3).ticks.map(({ label }) => label)).toEqual([
      '3 Jan 2026',
      '20 Jan 2026',
    ])
  })

  it('ME31: numbers stand between few round ones, which all read differently', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), values => {
        const { placeOf, ticks } = numberAxis(values)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(new Set(tickWords(ticks)).size).toBe(ticks.length)
        for (const each of values) {
          expect(placeOf(each)).toBeGreaterThanOrEqual(-1e-6)
          expect(placeOf(each)).toBeLessThanOrEqual(1 + 1e-6)
        }
      }),
    )
    expect(tickWords([10_000_000, 10_000_500])).toEqual(['10,000,000', '10,000,500'])
    expect(tickWords([10_000_000, 10_500_000])).toEqual(['10m', '10.5m'])
    expect(numberAxis([52, 75]).ticks).toEqual([50, 60, 70, 80])
    expect(numberAxis([0]).ticks).toEqual([-1, -0.5, 0, 0.5, 1])
    expect([9999, 12_000, -3_400_000, 0.25, 1e12].map(shortNumber)).toEqual([
      '9,999',
      '12k',
      '-3.4m',
      '0.25',
      '1tn',
    ])
  })
})

/** Left, top, right, bottom. */
function boxOf(mark: Mark): [number, number, number, number] {
  if (mark.kind === 'line')
    return [
      Math.min(mark.from.x, mark.to.x),
      Math.min(mark.from.y, mark.to.y),
      Math.max(mark.from.x, mark.to.x),
      Math.max(mark.from.y, mark.to.y),
    ]
  if (mark.kind === 'path') {
    const [x, y] = [mark.points.map(point => point.x), mark.points.map(point => point.y)]
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]
  }
  if (mark.kind === 'rect') return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height]
  if (mark.kind === 'circle') return [mark.cx - mark.r, mark.cy - mark.r, mark.cx + mark.r, mark.cy + mark.r]
  const width = mark.runs.reduce((sum, run) => sum + widthOf(run.text, mark.size, run.isBold), 0)
  const left = mark.anchor === 'start' ? mark.at.x : mark.at.x - (mark.anchor === 'end' ? width : width / 2)
  return [left, mark.at.y - mark.size * 0.72, left + width, mark.at.y + mark.size * 0.2]
}
