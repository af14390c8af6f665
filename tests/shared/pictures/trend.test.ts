import { describe, expect, it } from 'vitest'
import { drawTrend, type TrendInput, type TrendPoint } from '../../../shared/pictures/trend.ts'

const rated = (level: 0 | 1 | 2 | 3 | 4, changeReason: TrendPoint['changeReason'] = null): TrendPoint => ({
  standing: { state: 'rated', level, isSplit: false },
  changeReason,
})
const open: TrendPoint = { standing: { state: 'not-discussed' }, changeReason: null }

function trend(points: readonly TrendPoint[]): TrendInput {
  return {
    areaName: 'Northmoor and Vale',
    roundNames: points.map((_, index) => `Round ${index + 1}`),
    levelNames: ['Not started', 'Emerging', 'Developing', 'Established', 'Leading'],
    principles: [
      { id: 'parity-of-esteem', number: 1, title: 'Parity of esteem', shortTitle: 'Parity', points },
    ],
  }
}

const rolesOf = (points: readonly TrendPoint[]) =>
  drawTrend(trend(points)).scene.marks.flatMap(({ role }) =>
    role && ['step', 'same', 'correction'].includes(role) ? [role] : [],
  )

describe('levels over the rounds', () => {
  it('PI24: a step goes flat, then up or down, never in a slope', () => {
    const { marks } = drawTrend(trend([rated(1), rated(3, 'real-change')])).scene
    const step = marks.find(mark => mark.role === 'step')
    if (step?.kind !== 'path') throw new Error('No step was drawn')
    for (const [index, point] of step.points.slice(1).entries()) {
      const before = step.points[index]!
      expect(point.x === before.x || point.y === before.y).toBe(true)
    }
  })

  it('PI24: nothing is drawn to or from a round without a level', () => {
    expect(rolesOf([rated(1), open, rated(2)])).toEqual([])
  })

  it('PI25: a correction and other people are no change', () => {
    expect(rolesOf([rated(3), rated(1, 'misjudged'), rated(2, 'different-people'), rated(3)])).toEqual([
      'correction',
      'correction',
      'step',
    ])
    const text = JSON.stringify(drawTrend(trend([rated(3), rated(1, 'misjudged')])).scene.marks)
    expect(text).toContain('misjudged')
    expect(drawTrend(trend([rated(1), rated(2)])).table.rows[0]).toEqual([
      '1 Parity of esteem',
      '1 Emerging',
      '2 Developing (no reason given)',
    ])
  })

  it('PI26: of more than eight rounds the last eight are drawn, and the table has all', () => {
    const { scene, alt, table } = drawTrend(trend(Array.from({ length: 10 }, () => rated(2))))
    expect(rolesOf(Array.from({ length: 10 }, () => rated(2)))).toHaveLength(7)
    expect(alt).toContain('The last 8 of 10 rounds are drawn')
    expect(table.columns).toHaveLength(11)
    expect(scene.marks.some(mark => mark.kind === 'text' && mark.runs[0]?.text === 'Round 2')).toBe(false)
  })
})
