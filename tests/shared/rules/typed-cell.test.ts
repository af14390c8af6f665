import { expect, it } from 'vitest'
import { cellEdit } from '../../../shared/rules/typed-cell.ts'
import { choiceMeant, choicesOf } from '../../../shared/text/choices.ts'
import { columns, context, framework, statuses } from '../../renderer/screens/actions/plan.ts'

const edit = (column: string, typed: string) => cellEdit(column, typed, context)

it.each(['G', 'green', 'GREEN', 'on track', 'Green: on track', 'on-track', ' Green – On  track. '])(
  'PL4: a status typed as %s is meant',
  typed => {
    expect(edit('status', typed)).toEqual({ set: { statusId: 'on-track' } })
  },
)

it('PL4: principles, levels, places and risk steps are known by number or name', () => {
  expect(edit('principle', '3')).toEqual({ set: { principleId: 'beyond-the-nhs' } })
  expect(edit('principle', 'parity of')).toEqual({ set: { principleId: 'parity-of-esteem' } })
  expect(edit('currentLevel', '2 Developing')).toEqual({ set: { currentLevel: 2 } })
  expect(edit('targetLevel', 'leading')).toEqual({ set: { targetLevel: 4 } })
  expect(edit('place', 'whole system')).toEqual({ set: { areaId: 'system' } })
  expect(edit('likelihood', 'almost certain')).toEqual({ set: { likelihood: 5 } })
})

it('PL4: the words of the framework are known where the key of the workbook has others', () => {
  const mine = statuses.map(status =>
    status.id === 'on-track' ? { ...status, label: 'Going well', code: 'X' } : status,
  )
  const { status } = choicesOf({ framework, areas: [], statuses: mine })
  expect(choiceMeant(status, 'GREEN')?.value).toBe('on-track')
  expect(choiceMeant(status, 'going well')?.value).toBe('on-track')
  const taken = mine.map(status => (status.id === 'at-risk' ? { ...status, label: 'Green: nearly' } : status))
  expect(choiceMeant(choicesOf({ framework, areas: [], statuses: taken }).status, 'green')?.value).toBe(
    'at-risk',
  )
})

it('PL5: what could mean two choices, or none, is refused with what was typed', () => {
  expect(choiceMeant(context.choices.status, 'n')?.value).toBe('not-started')
  expect(choiceMeant(context.choices.principle, 'mental health')).toBeNull()
  expect(edit('status', 'purple')).toEqual({ problem: '“purple” is not one of its choices' })
})

it('PL6: clearing a cell empties it, but an action keeps its words, place, principle and status', () => {
  expect(edit('due', '')).toEqual({ set: { dueOn: null } })
  expect(edit('priority', '')).toEqual({ set: { priority: null } })
  expect(edit('likelihood', '')).toEqual({ set: { likelihood: null } })
  expect(edit('owner', '  ')).toEqual({ set: { owner: '' } })
  for (const column of ['action', 'place', 'principle', 'status'])
    expect(edit(column, '')).toHaveProperty('problem')
})

it('PL7: who checked and when are one cell, and either half may come alone', () => {
  expect(edit('verifiedBy', 'Marsh, Helen, 2 Nov 2026')).toEqual({
    set: { verifiedBy: 'Marsh, Helen', verifiedOn: '2026-11-02' },
  })
  expect(edit('verifiedBy', 'Helen Marsh')).toEqual({ set: { verifiedBy: 'Helen Marsh' } })
  expect(edit('verifiedBy', '2/11/26')).toEqual({ set: { verifiedOn: '2026-11-02' } })
})

it.each([
  'Dr A. Osei – 3/11/26',
  'Dr A. Osei (3 Nov 2026)',
  'Dr A. Osei 3 November 2026',
  'Dr A. Osei on 2026-11-03',
  'Dr A. Osei 03.11.2026',
])('PL7: %s is a name and a date', typed => {
  expect(edit('verifiedBy', typed)).toEqual({ set: { verifiedBy: 'Dr A. Osei', verifiedOn: '2026-11-03' } })
})

it('PL8: progress is never typed over, and worked-out columns are not typed', () => {
  expect(edit('progress', 'All done')).toHaveProperty('problem', expect.stringContaining('update'))
  for (const column of ['ref', 'lateness', 'riskScore', 'updated'])
    expect(edit(column, 'x')).toHaveProperty('problem')
})

it('PL9: every column of the framework is shown, in its order, and each says whether it can be typed in', () => {
  expect(columns.map(column => column.id)).toEqual(framework.actionPlan.columns.map(column => column.id))
  for (const column of columns)
    expect(
      'set' in edit(column.id, column.editor === 'choice' ? '1' : '1/2/26') || column.editor !== 'date',
    ).toBe(true)
})

it('PL5: text too long for a cell is refused by name', () => {
  expect(edit('action', 'x'.repeat(1001))).toHaveProperty('problem', expect.stringContaining('1,000'))
  expect(edit('gap', 'x'.repeat(200_001))).toHaveProperty('problem', expect.stringContaining('200,000'))
})
