import { expect, it } from 'vitest'
import json from '../../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../../shared/model/framework.ts'
import { attentionOf } from '../../../shared/rules/attention.ts'
import {
  action,
  evidence,
  OUTCOMES,
  PARITY,
  ROUND,
  rating,
  rowsWith,
  SYSTEM,
  sentFile,
  ties,
  votes,
  WESTMERE,
} from '../../helpers/rows.ts'

const framework = Framework.parse(json)
const at = { roundId: ROUND, areaId: SYSTEM }
const TODAY = '2026-11-24'

it('RU50: what needs attention comes in groups, worst first, each line with where it leads', () => {
  const split = rating(OUTCOMES, { level: 1 })
  const old = evidence({ refersOn: '2025-07-20' })
  const late = action(PARITY, { ref: 2, dueOn: '2026-10-31', statusId: 'off-track' })
  const later = action(PARITY, { ref: 1, dueOn: '2026-09-30', statusId: 'on-track' })
  const waiting = action(PARITY, { ref: 3, dueOn: '2026-11-30', statusId: 'waiting' })
  const done = action(PARITY, { ref: 4, dueOn: '2026-06-30', statusId: 'done', title: 'Map training needs' })
  const rows = rowsWith({
    ratings: [rating(PARITY, { level: 3 }), split],
    votes: votes(split, 2, 0, 3, 0, 3),
    evidence: [old],
    evidenceLinks: ties(old, [PARITY], [SYSTEM]),
    actions: [late, later, waiting, done],
  })
  const groups = attentionOf(rows, framework, at, TODAY)
  expect(groups.map(group => [group.heading, group.items.map(item => [item.label, item.target.id])])).toEqual(
    [
      [
        'Late',
        [
          ['A-01 Agree a costed plan', later.id],
          ['A-02 Agree a costed plan', late.id],
        ],
      ],
      ['Split', [['2 Outcomes that matter to people', OUTCOMES]]],
      ['Old evidence', [['1 Parity of esteem', PARITY]]],
      [
        'Waiting',
        [
          ['A-03 Agree a costed plan', waiting.id],
          ['A-04 Map training needs', done.id],
        ],
      ],
    ],
  )
  expect(groups[0]!.items[0]!.detail).toMatch(/^55 days late.*Helen Marsh$/)
  expect(groups[3]!.items[1]!.detail).toBe('Done, not yet checked. It was due 30 June 2026')
})

it('RU51: a group without items is left out', () => {
  expect(attentionOf(rowsWith(), framework, at, TODAY)).toEqual([])
})

it('SL4: what has not come back after a week needs attention, in the whole system', () => {
  const sent = [
    sentFile({ forWhom: 'Daniel Okafor', madeOn: '2026-11-17' }),
    sentFile({ forWhom: 'Sunita Rao', madeOn: '2026-11-17', isAwaited: false }),
    sentFile({ kind: 'plan', madeOn: '2026-11-18', editSeq: 9 }),
  ]
  const rows = rowsWith({ sentFiles: sent })
  expect(attentionOf(rows, framework, at, TODAY)).toEqual([
    {
      heading: 'Sent out',
      items: [
        {
          label: '1 of 2 owner workbooks',
          detail: 'Not back, sent on 17 November 2026',
          target: { screen: 'export' },
        },
      ],
    },
  ])
  expect(attentionOf(rows, framework, { ...at, areaId: WESTMERE }, TODAY)).toEqual([])
  expect(attentionOf(rows, framework, at, '2026-11-25')[0]!.items.map(item => item.label)).toEqual([
    '1 of 2 owner workbooks',
    'Plan to fill in',
  ])
})
