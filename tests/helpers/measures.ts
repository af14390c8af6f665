import type { MeasureId } from '../../shared/model/ids.ts'
import type { Measure, MeasurePoint } from '../../shared/model/measure.ts'
import { PARITY, SYSTEM } from './rows.ts'

const ID = 'measure' as MeasureId

/** A measure from 52% on the last day of 2025 to 75% in March 2027. */
export function measureOf(more: Partial<Measure> = {}): Measure {
  return {
    id: ID,
    areaId: SYSTEM,
    principleId: PARITY,
    name: 'Full physical health checks',
    unit: '%',
    direction: 'up',
    source: 'GP records',
    baseline: 52,
    baselineOn: '2025-12-31',
    target: 75,
    targetOn: '2027-03-31',
    ...more,
  }
}

/** A figure a month from January 2026. */
export function pointsAt(...values: number[]): MeasurePoint[] {
  return values.map((value, index) => ({
    id: `point ${index}`,
    measureId: ID,
    on: new Date(Date.UTC(2026, index, 1)).toISOString().slice(0, 10),
    value,
  }))
}
