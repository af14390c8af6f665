import { expect, it } from 'vitest'
import shipped from '../../../resources/kit/agendas.json' with { type: 'json' }
import { agendaMinutes, agendaRows, agendaSum, sinceStart } from '../../../shared/rules/agenda.ts'
import { framework } from '../../helpers/framework.ts'

const lengths = { 'two-hours': 120, 'half-day': 210 }
const agendas = shipped.agendas.map(agenda => ({ agenda, rows: agendaRows(agenda, framework.principles) }))

it('FK1: the minutes of each agenda and of each principle add up', () => {
  for (const { agenda, rows } of agendas) {
    expect(agendaMinutes(rows)).toBe(lengths[agenda.id as keyof typeof lengths])
    const each = agenda.steps.reduce((sum, step) => sum + step.minutes, 0)
    expect([...new Set(rows.filter(row => row.number !== null).map(row => row.minutes))]).toEqual([each])
  }
  expect(agendas.map(({ rows }) => agendaSum(rows))).toEqual([
    '7 + 9 × 12 + 5 = 120 minutes',
    '15 + 5 × 15 + 15 + 4 × 15 + 20 + 20 + 5 = 210 minutes',
  ])
})

it('FK2: nine principles once each, in their order, one after another', () => {
  for (const { rows } of agendas) {
    expect(rows.flatMap(row => row.number ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const ends = rows.map(row => row.start + row.minutes)
    expect(rows.map(row => row.start)).toEqual([0, ...ends.slice(0, -1)])
  }
  expect([0, 7, 60, 115].map(sinceStart)).toEqual(['0:00', '0:07', '1:00', '1:55'])
})
