import type { Measure } from '../../../../shared/model/measure.ts'
import { count } from '../../../../shared/text/dates.ts'
import { shippedFramework } from '../../framework.ts'
import { insertRow } from '../../store/rows.ts'
import type { SampleEdit } from '../edits.ts'
import type { SampleBook } from './book.ts'
import { addDays } from './calendar.ts'
import { chanceFor } from './chance.ts'

/** The system follows every principle with a figure, each place three; each round brings two figures for each. */
export function measureEdits(book: SampleBook): SampleEdit[] {
  const chance = chanceFor('measures')
  const [first] = book.rounds
  const last = book.rounds.at(-1)!
  const measures = book.areas.flatMap((area, number) =>
    shippedFramework.principles
      .filter((_, at) => area.isSystem || (at + number) % 3 === 0)
      .map((principle, at): Measure => {
        const { name, unit, direction, dataSource } = principle.measures[0]!
        const baseline = 20 + chance.number(30)
        return {
          id: `sample-measure-${number}-${at + 1}` as Measure['id'],
          areaId: area.id,
          principleId: principle.id,
          name,
          unit,
          direction,
          source: dataSource,
          baseline,
          baselineOn: addDays(first!.opensOn, -30),
          target: baseline + (direction === 'up' ? 30 : -15),
          targetOn: addDays(last.asAt, 365),
        }
      }),
  )
  const adding: SampleEdit = {
    on: addDays(first!.opensOn, 7),
    words: `Added ${count(measures.length, 'measure')}`,
    work: db => {
      for (const measure of measures) insertRow(db, 'measures', measure)
    },
  }
  const figures = book.rounds.flatMap((round, index) =>
    [20, 50].map((after, turn): SampleEdit => {
      const on = addDays(round.opensOn, after)
      return {
        on: addDays(on, 10),
        words: `Added figures of ${count(measures.length, 'measure')}`,
        work: db => {
          for (const { id: measureId, baseline, direction } of measures) {
            const way = direction === 'up' ? 1 : -0.5
            const value = Math.round((baseline ?? 0) + way * (index * 2 + turn) * (1 + chance.number(4)))
            insertRow(db, 'measurePoints', { id: `${measureId}-${index}-${turn}`, measureId, on, value })
          }
        },
      }
    }),
  )
  return measures.length > 0 ? [adding, ...figures] : []
}
