import { expect, it } from 'vitest'
import { agoOf, backOf, whatOf } from '../../../../renderer/screens/export/sent-words.ts'
import { whomOf } from '../../../../shared/rules/sent.ts'
import { sentFile } from '../../../helpers/rows.ts'

it('SL5: a file that came back says when, and under which name', () => {
  const back = { returnedAt: '2026-11-12T10:00:00.000Z', returnedName: 'Sunita FINAL (2).xlsx' }
  expect(
    [
      sentFile({ ...back, isAwaited: false }),
      sentFile(back),
      sentFile({ ...back, returnedName: '', isAwaited: false }),
      sentFile(),
      sentFile({ isAwaited: false }),
    ].map(backOf),
  ).toEqual([
    'Came back on 12 November 2026 as Sunita FINAL (2).xlsx',
    'Came back on 12 November 2026 as Sunita FINAL (2).xlsx; waited for again',
    'Came back on 12 November 2026',
    'Not yet',
    'Not waited for',
  ])
})

it('SL1: each line says for whom, what and how long ago', () => {
  const owner = sentFile({ forWhom: 'Sunita Rao', rowCount: 1 })
  const slip = sentFile({ kind: 'slip' })
  const plan = sentFile({ kind: 'plan', hasRatings: true })
  expect([owner, slip, plan].map(whomOf)).toEqual(['Sunita Rao', 'Someone not named', 'Everyone'])
  expect([owner, slip, plan].map(file => whatOf(file, 'Westmere'))).toEqual([
    'Owner workbook, 1 action',
    'Rating slip, Westmere',
    'Plan to fill in, with ratings',
  ])
  expect(['2026-10-15', '2026-10-16', '2026-11-26'].map(day => agoOf(owner, day))).toEqual([
    'today',
    '1 day ago',
    '6 weeks ago',
  ])
})
