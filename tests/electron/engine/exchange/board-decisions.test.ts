import { expect, it } from 'vitest'
import { boardBook } from '../../../../electron/engine/exchange/board/board-book.ts'
import type { Decision } from '../../../../shared/model/decision.ts'
import { boardInput, SPRING } from '../../../helpers/board-input.ts'
import { action, PARITY, ROUND } from '../../../helpers/rows.ts'

function decision(more: Partial<Decision>): Decision {
  return {
    id: `decision ${more.text}`,
    roundId: ROUND,
    kind: 'agreed',
    text: 'The plan',
    on: '2026-12-04',
    meeting: '',
    principleId: null,
    actionId: null,
    addedAt: '2026-12-04T16:00:00.000Z',
    ...more,
  }
}

it('RN22: the Changes sheet begins with what the board said on this round and the last', () => {
  const funded = action(PARITY, { ref: 7, title: 'Fund a plan' })
  const decisions = [
    decision({ roundId: SPRING, on: '2026-06-05', kind: 'asked', text: 'Costs', principleId: PARITY }),
    decision({ text: 'More money', actionId: funded.id, meeting: 'Partnership board' }),
    decision({ roundId: 'long ago' as Decision['roundId'], text: 'Nothing to do with this' }),
  ]
  const book = boardBook(boardInput({ rows: { decisions, actions: [funded] } }), null)
  const rows = book.sheets.find(sheet => sheet.name === 'Changes')!.rows
  expect(rows.slice(0, 2)).toEqual([
    [
      '2026-12-04',
      'Decision',
      'Agreed. A-07: More money',
      'Northmoor and Vale',
      null,
      null,
      null,
      'Partnership board',
    ],
    ['2026-06-05', 'Decision', 'Asked for. Costs', null, '1 Parity of esteem', null, null, 'The board'],
  ])
  expect(rows[2]?.[1]).not.toBe('Decision')
})
