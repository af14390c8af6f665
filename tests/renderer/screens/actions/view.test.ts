import { expect, it } from 'vitest'
import { DEFAULT_COLUMNS } from '../../../../renderer/screens/actions/columns.ts'
import { inSight, layoutOf } from '../../../../renderer/screens/actions/layout.ts'
import {
  filterCount,
  filtered,
  grouped,
  ownersOf,
  type PlanView,
  sorted,
  unfiltered,
} from '../../../../renderer/screens/actions/view.ts'
import { ALDERBROOK, action, OUTCOMES, PARITY, PARTNERS } from '../../../helpers/rows.ts'
import { byId, columns, planOf } from './plan.ts'

const view: PlanView = unfiltered({
  groupBy: 'place',
  sort: null,
  columnIds: DEFAULT_COLUMNS,
} as unknown as PlanView)

const rows = planOf([
  action(PARTNERS, { ref: 1, owner: 'Helen Marsh', dueOn: '2026-10-14' }),
  action(PARITY, { ref: 2, owner: 'helen  marsh ', areaId: ALDERBROOK, statusId: 'embedded', dueOn: null }),
  action(PARITY, { ref: 3, owner: '', title: 'Train all staff', statusId: 'waiting', dueOn: '2026-11-01' }),
])
const refs = (list: readonly { ref: string }[]) => list.map(row => row.ref)

it('PL20: mine is what the person at the keyboard owns, however the name is typed', () => {
  expect(refs(filtered(rows, { ...view, isMine: true }, 'Helen Marsh'))).toEqual(['A-01', 'A-02'])
  expect(filtered(rows, { ...view, isMine: true }, '')).toEqual([])
})

it('PL21: late, open, principle, place, status and owner each narrow the list', () => {
  const only = (more: Partial<PlanView>) => refs(filtered(rows, { ...view, ...more }, ''))
  expect(only({ isLate: true })).toEqual(['A-01', 'A-03'])
  expect(only({ isOpen: true })).toEqual(['A-01', 'A-03'])
  expect(only({ principleId: PARITY })).toEqual(['A-02', 'A-03'])
  expect(only({ areaId: ALDERBROOK })).toEqual(['A-02'])
  expect(only({ statusId: 'waiting' })).toEqual(['A-03'])
  expect(only({ owner: 'Helen Marsh' })).toEqual(['A-01', 'A-02'])
})

it('PL22: find looks for every word, anywhere in the row', () => {
  expect(refs(filtered(rows, { ...view, text: 'STAFF train' }, ''))).toEqual(['A-03'])
  expect(refs(filtered(rows, { ...view, text: 'a-01' }, ''))).toEqual(['A-01'])
})

it('PL23: groups stand in the order of the workbook and count what is late', () => {
  const groups = (by: PlanView['groupBy']) =>
    grouped(rows, by).flatMap(item =>
      item.kind === 'group' ? [`${item.group.label} ${item.group.count} ${item.group.late}`] : [],
    )
  expect(groups('place')).toEqual(['Northmoor and Vale (whole system) 2 2', 'Alderbrook 1 0'])
  expect(groups('principle')).toEqual(['1 Parity of esteem 2 1', '3 Partners beyond the NHS 1 1'])
  expect(groups('owner')).toEqual(['No owner yet 1 1', 'Helen Marsh 2 1'])
  expect(groups('status')).toEqual(['Green: on track 1 1', 'Waiting on others 1 1', 'Blue: embedded 1 0'])
  expect(groups('none')).toEqual([])
})

it('PL24: sorting by lateness puts the latest first, and what has none last either way', () => {
  expect(refs(sorted(rows, { columnId: 'lateness', isDown: false }, columns))).toEqual([
    'A-01',
    'A-03',
    'A-02',
  ])
  expect(refs(sorted(rows, { columnId: 'due', isDown: true }, columns))).toEqual(['A-03', 'A-01', 'A-02'])
})

it('PL25: one owner typed two ways is one owner', () => {
  expect(ownersOf(rows)).toEqual(['Helen Marsh'])
})

it('PL26: filters are counted and taken off together', () => {
  expect(filterCount({ ...view, isLate: true, text: 'x' })).toBe(2)
  expect(filterCount(unfiltered({ ...view, isLate: true, text: 'x' }))).toBe(0)
})

it('PL27: the latest progress is the newest by its own date', () => {
  const updates = [
    { id: 'u1', on: '2026-10-02', text: 'Newest', addedAt: '2026-10-03T00:00:00.000Z' },
    { id: 'u2', on: '2026-08-11', text: 'Older, added later', addedAt: '2026-11-03T00:00:00.000Z' },
  ].map(update => ({ ...update, actionId: 'action-1', author: 'Ann', statusId: null }))
  const [row] = planOf([action(OUTCOMES, { ref: 1 })], { updates: byId(updates) as never })
  expect(row?.latest?.text).toBe('Newest')
})

it('PL28: ten thousand actions are filtered, sorted and laid out within a fifth of a second', () => {
  const many = planOf(
    Array.from({ length: 10_000 }, (_, index) =>
      action(index % 2 ? PARITY : PARTNERS, {
        ref: index + 1,
        owner: `Owner ${index % 50}`,
        title: `Do ${index}`,
      }),
    ),
  )
  const start = performance.now()
  const found = sorted(
    filtered(many, { ...view, text: 'owner' }, ''),
    { columnId: 'action', isDown: true },
    columns,
  )
  const items = grouped(found, 'owner')
  const layout = layoutOf(items)
  const took = performance.now() - start
  expect(found).toHaveLength(10_000)
  expect(took).toBeLessThan(200)
  const [first, last] = inSight(layout, layout.height / 2, 600)
  expect(last - first).toBeLessThan(40)
})

it('PL29: the rows in sight are drawn, and a few around them', () => {
  const layout = layoutOf(grouped(rows, 'none'))
  expect(inSight(layout, 0, 43, 0)).toEqual([0, 2])
  expect(inSight(layout, 43, 40, 0)).toEqual([1, 2])
  expect(inSight(layoutOf([]), 0, 500)).toEqual([0, 0])
})
