import { expect, it } from 'vitest'
import { openByOwner } from '../../../shared/rules/owners.ts'
import { action, PARITY, rowsWith } from '../../helpers/rows.ts'

it('WO14: one owner however typed, named as typed first, with only what is open', () => {
  const rows = rowsWith({
    actions: [
      action(PARITY, { ref: 4, owner: 'sunita  RAO' }),
      action(PARITY, { ref: 2, owner: ' Sunita Rao' }),
      action(PARITY, { ref: 3, owner: 'Daniel Okafor' }),
      action(PARITY, { ref: 5, owner: 'Sunita\u200b\u00a0Rao', statusId: 'waiting' }),
      action(PARITY, { ref: 6, owner: 'Sunita Rao', statusId: 'done' }),
      action(PARITY, { ref: 7, owner: 'Helen Marsh', statusId: 'embedded' }),
    ],
  })
  const { owners, unowned } = openByOwner(rows)
  expect(owners.map(owner => [owner.name, owner.actions.map(({ ref }) => ref)])).toEqual([
    ['Daniel Okafor', [3]],
    ['Sunita Rao', [2, 4, 5]],
  ])
  expect(unowned).toEqual([])
})

it('WO15: open actions of nobody are counted, in no workbook', () => {
  const rows = rowsWith({
    actions: [
      action(PARITY, { ref: 3, owner: ' \u200b ' }),
      action(PARITY, { ref: 1, owner: '' }),
      action(PARITY, { ref: 2, owner: '', statusId: 'done' }),
    ],
  })
  const { owners, unowned } = openByOwner(rows)
  expect(owners).toEqual([])
  expect(unowned.map(({ ref }) => ref)).toEqual([1, 3])
})
