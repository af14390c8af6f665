import { expect, it } from 'vitest'
import { planPaste, repeated } from '../../../../renderer/screens/actions/paste.ts'
import { action, PARITY, PARTNERS, SYSTEM } from '../../../helpers/rows.ts'
import { columns, context, planOf } from './plan.ts'

const rows = planOf([action(PARITY, { ref: 1 }), action(PARITY, { ref: 2, owner: 'Ruth Bell' })])
const shown = ['ref', 'action', 'owner', 'due', 'status'].map(id => columns.find(each => each.id === id)!)
const at = {
  rows,
  all: rows,
  columns: shown,
  allColumns: columns,
  areaId: SYSTEM,
  principleId: PARTNERS,
  context,
}

it('PL10: a block fills the cells it lies over', () => {
  const plan = planPaste(
    [
      ['Ann', '30/11/2026'],
      ['Bob', ''],
    ],
    { ...at, row: 0, column: 2 },
  )
  expect(plan).toEqual({
    changes: [
      { id: 'action-1', set: { owner: 'Ann', dueOn: '2026-11-30' } },
      { id: 'action-2', set: { owner: 'Bob', dueOn: null } },
    ],
    adds: [],
    problems: [],
  })
})

it('PL11: past the last row it makes new actions where the list stands', () => {
  const plan = planPaste(
    [
      ['Old words', 'Ann'],
      ['New words', 'Bob', '1 Feb', 'amber'],
    ],
    { ...at, row: 1, column: 1 },
  )
  expect(plan.changes).toEqual([{ id: 'action-2', set: { title: 'Old words', owner: 'Ann' } }])
  expect(plan.adds).toEqual([
    {
      areaId: SYSTEM,
      principleId: PARTNERS,
      title: 'New words',
      set: { owner: 'Bob', dueOn: '2027-02-01', statusId: 'at-risk' },
    },
  ])
})

it('PL12: a row without words for the action makes none, and is said', () => {
  const plan = planPaste([['Bob']], { ...at, row: 2, column: 2 })
  expect(plan.adds).toEqual([])
  expect(plan.problems).toEqual(['Row 1: has no words in the Action column and was left out.'])
})

it('PL13: with a header row it goes by the headers, to the actions its references name', () => {
  const block = [
    ['Owner', 'Ref', 'Action', 'Principle', 'Place', 'Status (BRAG)', 'Days late'],
    ['Ann', 'a-02', 'Changed', '1', 'Alderbrook', 'Red', '12'],
    ['Bob', '', 'Brand new', '2', 'Westmere', '', ''],
    ['', '', '', '', '', '', ''],
  ]
  const plan = planPaste(block, { ...at, row: 0, column: 0 })
  expect(plan.problems).toEqual([])
  expect(plan.changes).toEqual([
    {
      id: 'action-2',
      set: {
        owner: 'Ann',
        title: 'Changed',
        principleId: PARITY,
        areaId: 'alderbrook',
        statusId: 'off-track',
      },
    },
  ])
  expect(plan.adds).toEqual([
    { areaId: 'westmere', principleId: 'outcomes-that-matter', title: 'Brand new', set: { owner: 'Bob' } },
  ])
})

it('PL13: a reference may name an action that the filters hide', () => {
  const block = [
    ['Ref', 'Owner'],
    ['A-02', 'Ann'],
  ]
  const plan = planPaste(block, { ...at, rows: rows.slice(0, 1), row: 0, column: 0 })
  expect(plan).toMatchObject({ changes: [{ id: 'action-2', set: { owner: 'Ann' } }], adds: [], problems: [] })
})

it('PL14: a cell that cannot be taken stays as it was; the rest of the block goes in', () => {
  const plan = planPaste([['Ann', 'soon', 'purple', 'too', 'wide']], { ...at, row: 0, column: 2 })
  expect(plan.changes).toEqual([{ id: 'action-1', set: { owner: 'Ann' } }])
  expect(plan.problems).toEqual([
    '2 of its columns: lies to the right of the last column and was not taken.',
    'A-01: Due date: “soon” is not a date; try 30 Nov 2026.',
    'A-01: Status declared: “purple” is not one of its choices.',
  ])
})

it('PL15: a block cannot embed what nobody has checked', () => {
  const plan = planPaste([['Ann', '', 'blue']], { ...at, row: 0, column: 2 })
  expect(plan.changes).toEqual([{ id: 'action-1', set: { owner: 'Ann', dueOn: null } }])
  expect(plan.problems[0]).toMatch(/^A-01: Name the person who checked/)
})

it('PL16: one copied cell fills a selection', () => {
  expect(repeated('x', 2, 2)).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ])
})

it('PL14: many like problems are said once', () => {
  const many = planOf([1, 2, 3, 4, 5].map(ref => action(PARITY, { ref })))
  const plan = planPaste(repeated('soon', 5, 1), { ...at, rows: many, all: many, row: 0, column: 3 })
  expect(plan.problems).toEqual([
    'A-01, A-02, A-03 and 2 more: Due date: “soon” is not a date; try 30 Nov 2026.',
  ])
})
