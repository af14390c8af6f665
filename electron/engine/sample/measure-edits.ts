import type { Measure } from '../../../shared/model/measure.ts'
import { insertRow } from '../store/rows.ts'
import type { SampleEdit } from './edits.ts'
import { sampleMeasures } from './measures.ts'
import { areaIds, principleIdOf, principleOf, subjectOf } from './places.ts'

/** An edit for each measure with its baseline, and one for each point as it came in. */
export function measureEdits(): SampleEdit[] {
  return sampleMeasures.flatMap((sample, index) => {
    const { name, unit, direction, dataSource } = principleOf(sample.principle).measures[sample.measure]!
    const measure: Measure = {
      id: `sample-measure-${index + 1}` as Measure['id'],
      areaId: areaIds[sample.where],
      principleId: principleIdOf(sample.principle),
      name,
      unit,
      direction,
      source: dataSource,
      baseline: sample.baseline[0],
      baselineOn: sample.baseline[1],
      target: sample.target[0],
      targetOn: sample.target[1],
    }
    const about = { areaId: measure.areaId, principleId: measure.principleId }
    const subject = subjectOf(sample.where, sample.principle)
    const points = sample.points.map(([on, value], point): SampleEdit => {
      const id = `${measure.id}-point-${point + 1}`
      return {
        on: reportedOn(on),
        words: `Added a figure for ${subject}: ${value} ${unit}`,
        about,
        work: db => insertRow(db, 'measurePoints', { id, measureId: measure.id, on, value }),
      }
    })
    const adding = (db: Parameters<SampleEdit['work']>[0]) => insertRow(db, 'measures', measure)
    return [{ on: '2026-04-10', words: `Added a measure for ${subject}`, about, work: adding }, ...points]
  })
}

/** Figures come in ten days after the day they are about, and not before their measure was there. */
function reportedOn(day: string): string {
  const later = new Date(Date.parse(day) + 10 * 86_400_000).toISOString().slice(0, 10)
  return later < '2026-04-11' ? '2026-04-11' : later
}
