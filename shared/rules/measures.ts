import type { Day } from '../model/fields.ts'
import type { Principle } from '../model/framework.ts'
import type { Measure, MeasurePoint } from '../model/measure.ts'
import { longDate } from '../text/dates.ts'
import { plainText } from '../text/plain.ts'
import { figureWords } from '../text/typed-number.ts'
import type { Reads, Scope } from './select.ts'

/**
 * Where a measure stands by its latest figure (spec ME20 to ME22). `better` and `worse` are said where there is no target,
 * `short` where there is no baseline, `alone` where there is neither.
 */
export type MeasureStanding = {
  readonly kind: 'none' | 'reached' | 'nearer' | 'same' | 'further' | 'better' | 'worse' | 'short' | 'alone'
  /** The figure this rests on. */
  readonly latest: MeasurePoint | null
}

/** Where a measure stands. `points` are its own, in any order. */
export function measureStanding(measure: Measure, points: readonly MeasurePoint[]): MeasureStanding {
  const latest = latestPoint(points)
  const { baseline, baselineOn, target } = measure
  if (!latest || (baseline !== null && baselineOn !== null && latest.on <= baselineOn))
    return { kind: 'none', latest: null }
  const beyond = (mark: number) => (measure.direction === 'up' ? latest.value - mark : mark - latest.value)
  if (target !== null && beyond(target) >= 0) return { kind: 'reached', latest }
  if (baseline === null) return { kind: target === null ? 'alone' : 'short', latest }
  const way = Math.sign(beyond(baseline))
  if (way === 0) return { kind: 'same', latest }
  if (target === null) return { kind: way > 0 ? 'better' : 'worse', latest }
  return { kind: way > 0 ? 'nearer' : 'further', latest }
}

/** The newest figure; of several on one day, the last. */
export function latestPoint(points: readonly MeasurePoint[]): MeasurePoint | null {
  return pointsInOrder(points).at(-1) ?? null
}

/** Figures by day, oldest first. */
export function pointsInOrder(points: Iterable<MeasurePoint>): MeasurePoint[] {
  return [...points].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The measures of an area, or of one principle in it, in the order they were added. */
export function measuresOf(rows: Reads<'measures'>, { areaId, principleId }: Scope): Measure[] {
  return [...rows.measures.values()].filter(
    measure => measure.areaId === areaId && (!principleId || measure.principleId === principleId),
  )
}

/** The figures of a measure, oldest first. */
export function pointsOf(rows: Reads<'measurePoints'>, measureId: Measure['id']): MeasurePoint[] {
  return pointsInOrder([...rows.measurePoints.values()].filter(point => point.measureId === measureId))
}

/** A measure of these with this name, whatever its letters' case. */
export function measureNamed(measures: readonly Measure[], name: string): Measure | undefined {
  const plain = (text: string) => plainText(text).toLocaleLowerCase('en-GB')
  return measures.find(measure => plain(measure.name) === plain(name))
}

/** What the framework suggests counting for a principle and is not counted yet. */
export function suggestedMeasures(
  principle: Principle,
  measures: readonly Measure[],
): Principle['measures'][number][] {
  return principle.measures.filter(({ name }) => !measureNamed(measures, name))
}

const WORDS: Readonly<Record<MeasureStanding['kind'], string>> = {
  none: 'No figure yet',
  reached: 'Target reached',
  nearer: 'Nearer the target',
  same: 'As at the baseline',
  further: 'Further away',
  better: 'Better than the baseline',
  worse: 'Worse than the baseline',
  short: 'Short of the target',
  alone: 'Latest figure',
}

/** Where a measure stands, in two or three words. */
export function standingOfMeasureWords(measure: Measure, { kind }: MeasureStanding): string {
  if (kind === 'none' && measure.baseline !== null && measure.baselineOn !== null)
    return 'No figure since the baseline'
  return WORDS[kind]
}

/** What else is to be said of it: a target whose day has passed, or one on the wrong side of the baseline. */
export function measureRemarks(measure: Measure, standing: MeasureStanding, today: Day): string[] {
  const { baseline, target, targetOn, direction, unit } = measure
  const remarks: string[] = []
  if (target !== null && targetOn !== null && targetOn < today && standing.kind !== 'reached')
    remarks.push(`The target was for ${longDate(targetOn)}.`)
  const isOdd =
    baseline !== null && target !== null && (direction === 'up' ? target < baseline : target > baseline)
  if (isOdd)
    remarks.push(
      `The target of ${figureWords(target, unit)} is worse than the baseline when ${direction === 'up' ? 'higher' : 'lower'} is better. Check which it is.`,
    )
  return remarks
}
