import { expect, it } from 'vitest'
import { leftOut } from '../../../../renderer/screens/export/counts.ts'
import { suggestedAsks, summaryCells } from '../../../../renderer/screens/export/summary-rows.ts'
import { exceptionsOf } from '../../../../shared/rules/exceptions.ts'
import {
  action,
  evidence,
  OUTCOMES,
  PARITY,
  PARTNERS,
  ROUND,
  rating,
  round,
  rowsWith,
  SYSTEM,
  votes,
} from '../../../helpers/rows.ts'
import { framework, statuses, TODAY } from '../actions/plan.ts'

const SPRING = 'spring' as typeof ROUND
const parity = rating(PARITY, {
  level: 2,
  targetLevel: 3,
  targetDate: '2027-03-31',
  changeReason: 'real-change',
})
const rows = rowsWith({
  statuses: [...statuses],
  rounds: [round(SPRING, 'Spring 2026', { position: 0 }), round(ROUND, 'Autumn 2026')],
  ratings: [
    parity,
    rating(PARITY, { roundId: SPRING, level: 1 }),
    rating(OUTCOMES, { roundId: SPRING, level: 3 }),
    rating(PARTNERS, { state: 'not-applicable', level: null, notApplicableReason: 'No councils here.' }),
  ],
  votes: votes(parity, 1, 0, 0, 5, 1, 0),
  actions: [action(PARITY, { ref: 7, dueOn: '2026-10-14' }), action(PARITY, { ref: 8, statusId: 'waiting' })],
})
const cells = summaryCells(rows, framework, SYSTEM, ROUND)

it('WO4: a cell says the verdict, the last level and why it moved', () => {
  expect(cells[0]).toMatchObject({
    level: 2,
    targetLevel: 3,
    by: 'Mar 2027',
    line: 'Agreed, was 1, real change',
  })
})

it('WO5: not discussed has no level, and says what last round said', () => {
  expect(cells[1]).toMatchObject({ state: 'not-discussed', level: null, line: 'Not discussed, last round 3' })
  expect(cells[3]!.line).toBe('Not discussed')
})

it('WO6: not applicable says why', () => {
  expect(cells[2]).toMatchObject({ level: null, line: 'Not applicable: No councils here.' })
})

it('WO7: without votes the confidence is said, and an unchanged level is no change', () => {
  const quiet = rowsWith({
    rounds: rows.rounds,
    ratings: [rating(PARITY, { confidence: 'low' }), rating(PARITY, { roundId: SPRING, level: 2 })],
  })
  expect(summaryCells(quiet, framework, SYSTEM, ROUND)[0]!.line).toBe('Low confidence, no change')
})

it('WO8: asks start from what worries, with a note on what is not discussed, at most five', () => {
  const asks = suggestedAsks(exceptionsOf(rows, framework, SYSTEM, ROUND, TODAY), cells)
  expect(asks).toEqual([
    'Agree a new date for “Agree a costed plan” (A-07)',
    'Press for the decision that “Agree a costed plan” (A-08) waits on',
    'Note that 7 of 9 principles have not been discussed, and agree a date',
  ])
  const many = Array.from({ length: 12 }, (_, ref) => action(PARITY, { ref: ref + 1, dueOn: '2026-01-01' }))
  const worse = exceptionsOf({ ...rows, actions: many }, framework, SYSTEM, ROUND, TODAY)
  expect(suggestedAsks(worse, cells)).toHaveLength(5)
})

it('WO9: what is left out is counted by its mark and by who reads it', () => {
  const items = (['keep', 'keep', 'board', 'share', 'share', 'share'] as const).map(handling =>
    evidence({ handling }),
  )
  expect(leftOut(items, cells, 'board')[0]).toBe('2 items marked keep here.')
  expect(leftOut(items, cells, 'others')[0]).toBe('2 items marked keep here and 1 item marked board only.')
  expect(leftOut([], cells, 'board')).toEqual([
    'No evidence is left out of the list.',
    'The files themselves: the list names them.',
    '2, 4, 5, 6, 7, 8 and 9 appear as “not discussed”, never as 0.',
  ])
})
