import { expect, it } from 'vitest'
import { awaitedWords, overdueBack, sentInOrder } from '../../../shared/rules/sent.ts'
import { rowsWith, sentFile } from '../../helpers/rows.ts'

it('SL1: what is awaited comes first, longest ago first; the rest by what happened last', () => {
  const [old, late, early, back, stopped] = [
    sentFile({ forWhom: 'Sunita Rao', madeOn: '2026-10-15' }),
    sentFile({ forWhom: 'Anna Whitcombe', madeOn: '2026-11-02' }),
    sentFile({ forWhom: 'Daniel Okafor', madeOn: '2026-10-15' }),
    sentFile({ isAwaited: false, returnedAt: '2026-11-20T10:00:00.000Z' }),
    sentFile({ isAwaited: false, madeOn: '2026-11-21' }),
  ]
  expect(sentInOrder(rowsWith({ sentFiles: [late, back, old, stopped, early] }))).toEqual({
    awaited: [early, old, late],
    others: [stopped, back],
  })
})

it('SL2: what has not come back is said in a few words, counting only what left together with it', () => {
  const owners = (waiting: number, all: number, editSeq = 4) =>
    Array.from({ length: all }, (_, at) => sentFile({ isAwaited: at < waiting, editSeq }))
  expect(awaitedWords(owners(3, 8))).toBe('3 of 8 owner workbooks have not come back')
  expect(awaitedWords(owners(1, 8))).toBe('1 of 8 owner workbooks has not come back')
  expect(awaitedWords(owners(8, 8))).toBe('8 owner workbooks have not come back')
  expect(awaitedWords([...owners(3, 8), ...owners(0, 5, 9)])).toBe(
    '3 of 8 owner workbooks have not come back',
  )
  expect(awaitedWords([...owners(3, 8), sentFile({ kind: 'plan' })])).toBe('4 of 9 files have not come back')
  expect(awaitedWords([sentFile({ kind: 'plan' })])).toBe('The plan to fill in has not come back')
  expect(awaitedWords([sentFile({ kind: 'slip', forWhom: 'Helen Marsh' })])).toBe(
    'The rating slip for Helen Marsh has not come back',
  )
  expect(awaitedWords(owners(1200, 1200))).toBe('1,200 owner workbooks have not come back')
  expect(awaitedWords(owners(0, 8))).toBeNull()
  expect(awaitedWords([])).toBeNull()
})

it('SL4: each sending that is out for a week is told once, longest ago first', () => {
  const rows = rowsWith({
    sentFiles: [
      sentFile({ kind: 'plan', madeOn: '2026-11-01', editSeq: 8 }),
      sentFile({ madeOn: '2026-10-15' }),
      sentFile({ madeOn: '2026-10-15', isAwaited: false }),
      sentFile({ madeOn: '2026-11-20', editSeq: 9 }),
    ],
  })
  expect(overdueBack(rows, '2026-11-24')).toEqual([
    { what: '1 of 2 owner workbooks', since: 'Not back, sent on 15 October 2026' },
    { what: 'Plan to fill in', since: 'Not back, sent on 1 November 2026' },
  ])
})
