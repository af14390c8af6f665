import type { Measure, MeasurePoint } from '../../../../shared/model/measure.ts'
import type { Column, Row, Sheet } from '../sheet-model.ts'
import { type BoardFacts, groupBy } from './board-facts.ts'
import { headLines, rowsOr, titleOf } from './sheet-parts.ts'

const FIGURE = '#,##0.##########'

const columns: readonly Column[] = [
  { id: 'area', header: 'Place', width: 17, kind: 'text', choices: { from: 'areas' } },
  { id: 'principle', header: 'Principle', width: 20, kind: 'text', choices: { from: 'principles' } },
  { id: 'name', header: 'Measure', width: 34, kind: 'text' },
  { id: 'unit', header: 'Unit', width: 10, kind: 'text' },
  { id: 'better', header: 'Better when', width: 11, kind: 'text', choices: { words: ['Higher', 'Lower'] } },
  { id: 'baseline', header: 'Baseline', width: 11, kind: 'number', format: FIGURE },
  { id: 'baselineOn', header: 'Baseline date', width: 13, kind: 'date' },
  { id: 'target', header: 'Target', width: 11, kind: 'number', format: FIGURE },
  { id: 'targetOn', header: 'Target date', width: 13, kind: 'date' },
  { id: 'on', header: 'Reading date', width: 13, kind: 'date' },
  { id: 'value', header: 'Reading', width: 11, kind: 'number', format: FIGURE },
  {
    id: 'change',
    header: 'Change from baseline',
    width: 12,
    kind: 'number',
    format: `+${FIGURE};-${FIGURE};0`,
  },
  { id: 'source', header: 'Source', width: 26, kind: 'text' },
]

/** A row a reading, in order of date, so that a chart can be drawn from it; a measure without readings has one row. */
export function measuresSheet(facts: BoardFacts): Sheet {
  const { measures, measurePoints } = facts.input.rows
  const points = groupBy(measurePoints, point => point.measureId)
  const rows = measures.flatMap(measure => {
    const own = [...(points.get(measure.id) ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1))
    return own.length > 0 ? own.map(point => rowOf(facts, measure, point)) : [rowOf(facts, measure, null)]
  })
  return {
    name: 'Measures',
    title: titleOf(facts, 'Measures'),
    lines: headLines(facts),
    columns,
    rows: rowsOr(rows, columns, 'No measure has been set yet.'),
    frozenColumns: 3,
    colours: [],
    notes: [],
  }
}

function rowOf(facts: BoardFacts, measure: Measure, point: MeasurePoint | null): Row {
  return [
    facts.areaName(measure.areaId),
    facts.principleName(measure.principleId),
    measure.name,
    measure.unit,
    measure.direction === 'up' ? 'Higher' : 'Lower',
    measure.baseline,
    measure.baselineOn,
    measure.target,
    measure.targetOn,
    point?.on ?? null,
    point?.value ?? null,
    point && measure.baseline !== null ? difference(point.value, measure.baseline) : null,
    measure.source,
  ]
}

/** 0.3 - 0.1 is 0.2 on paper. */
function difference(a: number, b: number): number {
  return Number((a - b).toPrecision(12))
}
