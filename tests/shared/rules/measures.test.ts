import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../shared/model/measure.ts'
import {
  measureRemarks,
  measureStanding,
  measuresOf,
  standingOfMeasureWords,
  suggestedMeasures,
} from '../../../shared/rules/measures.ts'
import { measureOf, pointsAt } from '../../helpers/measures.ts'

const kind = (more: Partial<Measure>, ...values: number[]) =>
  measureStanding(measureOf(more), pointsAt(...values)).kind

describe('where a measure stands', () => {
  it('ME20: the latest figure counts, whatever order they come in', () => {
    const points = pointsAt(60, 70, 50)
    const { latest } = measureStanding(measureOf(), [points[2]!, points[0]!, points[1]!])
    expect(latest?.value).toBe(50)
  })

  it('ME20: a figure of the day of the baseline or before is no news', () => {
    const measure = measureOf({ baselineOn: '2026-02-01' })
    expect(measureStanding(measure, pointsAt(60, 70))).toEqual({ kind: 'none', latest: null })
    expect(standingOfMeasureWords(measure, { kind: 'none', latest: null })).toBe(
      'No figure since the baseline',
    )
    expect(kind({ baselineOn: '2026-02-01' }, 60, 70, 71)).toBe('nearer')
    expect(kind({ baselineOn: null })).toBe('none')
  })

  it('ME21: reached, nearer, further away, or where it began', () => {
    expect(kind({}, 75)).toBe('reached')
    expect(kind({}, 74.9)).toBe('nearer')
    expect(kind({}, 52)).toBe('same')
    expect(kind({}, 51)).toBe('further')
    const down = { direction: 'down', baseline: 30, target: 4 } as const
    expect([kind(down, 4), kind(down, 26), kind(down, 30), kind(down, 31)]).toEqual([
      'reached',
      'nearer',
      'same',
      'further',
    ])
  })

  it('ME22: without a target, without a baseline, without either', () => {
    expect(kind({ target: null }, 53)).toBe('better')
    expect(kind({ target: null }, 51)).toBe('worse')
    expect(kind({ baseline: null }, 60)).toBe('short')
    expect(kind({ baseline: null }, 80)).toBe('reached')
    expect(kind({ baseline: null, target: null }, 60)).toBe('alone')
  })

  it('ME23: turning direction and signs round, or the scale, changes nothing', () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const maybe = fc.option(number)
    fc.assert(
      fc.property(
        maybe,
        maybe,
        fc.array(number, { maxLength: 5 }),
        fc.constantFrom('up' as const, 'down' as const),
        fc.constantFrom(2, 8, 1024),
        (baseline, target, values, direction, scale) => {
          const at = (times: number, way: Measure['direction']) =>
            kind(
              {
                direction: way,
                baseline: baseline === null ? null : baseline * times,
                target: target === null ? null : target * times,
              },
              ...values.map(value => value * times),
            )
          const here = at(1, direction)
          expect(at(-1, direction === 'up' ? 'down' : 'up')).toBe(here)
          expect(at(scale, direction)).toBe(here)
        },
      ),
    )
  })

  it('ME24: a target whose day has passed without being reached says so', () => {
    const measure = measureOf({ targetOn: '2026-03-31' })
    const said = (today: string, value: number) =>
      measureRemarks(measure, measureStanding(measure, pointsAt(value)), today)
    expect(said('2026-04-01', 60)).toEqual(['The target was for 31 March 2026.'])
    expect(said('2026-03-31', 60)).toEqual([])
    expect(said('2026-04-01', 80)).toEqual([])
    const odd = measureOf({ direction: 'down', targetOn: null })
    expect(measureRemarks(odd, { kind: 'none', latest: null }, '2026-04-01')).toEqual([
      'The target of 75% is worse than the baseline when lower is better. Check which it is.',
    ])
  })
})

describe('which measures', () => {
  it('ME40: those of the area and the principle', () => {
    const here = measureOf()
    const rows = [
      here,
      measureOf({ areaId: 'else' as Measure['areaId'] }),
      measureOf({ principleId: 'x' as Measure['principleId'] }),
    ]
    expect(measuresOf({ measures: rows }, here)).toEqual([here])
  })

  it('ME41: a suggestion goes once it is there, however its letters are cased', () => {
    const suggested = [{ name: 'In work', unit: '%', dataSource: 'Survey', direction: 'up' as const }]
    const principle = { measures: suggested } as unknown as Parameters<typeof suggestedMeasures>[0]
    expect(suggestedMeasures(principle, [])).toEqual(suggested)
    expect(suggestedMeasures(principle, [measureOf({ name: 'IN work' })])).toEqual([])
  })
})
