import type { Where } from './places.ts'

/** An outcome figure of the story with its points over time. Names are the framework's. */
export type SampleMeasure = {
  readonly where: Where
  readonly principle: number
  /** Position among the framework's measures of that principle. */
  readonly measure: number
  readonly baseline: readonly [value: number, on: string]
  readonly target: readonly [value: number, on: string]
  readonly points: readonly (readonly [on: string, value: number])[]
}

export const sampleMeasures: readonly SampleMeasure[] = [
  {
    where: 'N',
    principle: 1,
    measure: 1,
    baseline: [52, '2025-12-31'],
    target: [75, '2027-03-31'],
    points: [
      ['2026-03-31', 56],
      ['2026-06-30', 61],
      ['2026-09-30', 66],
    ],
  },
  {
    where: 'A',
    principle: 1,
    measure: 1,
    baseline: [58, '2025-12-31'],
    target: [75, '2027-03-31'],
    points: [
      ['2026-03-31', 64],
      ['2026-06-30', 67],
      ['2026-09-30', 71],
    ],
  },
  {
    where: 'C',
    principle: 1,
    measure: 1,
    baseline: [44, '2025-12-31'],
    target: [60, '2027-03-31'],
    points: [
      ['2026-03-31', 47],
      ['2026-06-30', 55],
      ['2026-09-30', 61],
    ],
  },
  {
    where: 'N',
    principle: 2,
    measure: 2,
    baseline: [58, '2025-11-30'],
    target: [70, '2027-06-30'],
    points: [
      ['2026-05-31', 57],
      ['2026-10-31', 59],
    ],
  },
  {
    where: 'N',
    principle: 3,
    measure: 3,
    baseline: [18, '2026-03-31'],
    target: [75, '2027-09-30'],
    points: [
      ['2026-06-30', 27],
      ['2026-09-30', 41],
    ],
  },
  {
    where: 'N',
    principle: 4,
    measure: 2,
    baseline: [31, '2026-01-31'],
    target: [4, '2027-12-31'],
    points: [['2026-08-31', 26]],
  },
  {
    where: 'W',
    principle: 5,
    measure: 2,
    baseline: [61, '2025-03-31'],
    target: [45, '2027-12-31'],
    points: [
      ['2025-09-30', 57],
      ['2026-03-31', 52],
      ['2026-09-30', 49],
    ],
  },
  {
    where: 'N',
    principle: 6,
    measure: 1,
    baseline: [74, '2026-03-31'],
    target: [95, '2027-09-30'],
    points: [
      ['2026-06-30', 83],
      ['2026-09-30', 89],
    ],
  },
  {
    where: 'N',
    principle: 9,
    measure: 0,
    baseline: [11, '2026-01-31'],
    target: [75, '2027-12-17'],
    points: [
      ['2026-05-31', 14],
      ['2026-10-31', 19],
    ],
  },
]
