import { expect, it } from 'vitest'
import framework from '../../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../../shared/model/framework.ts'
import { stepsToTarget } from '../../../shared/rules/gaps.ts'
import { progressOf, progressSentence } from '../../../shared/rules/progress.ts'
import {
  ALDERBROOK,
  action,
  OUTCOMES,
  PARITY,
  PARTNERS,
  ROUND,
  rating,
  rowsWith,
  SYSTEM,
  votes,
} from '../../helpers/rows.ts'

const { principles } = Framework.parse(framework)
const TODAY = '2026-11-24'
const at = { roundId: ROUND, areaId: SYSTEM }

it('RU10: rated and not applicable are discussed, split is counted, the next is the first not discussed', () => {
  const split = rating(OUTCOMES)
  const rows = rowsWith({
    ratings: [
      rating(PARITY),
      split,
      rating(PARTNERS, { state: 'not-applicable', level: null }),
      rating(PARTNERS, { areaId: ALDERBROOK }),
    ],
    votes: votes(split, 2, 0, 3, 0, 3),
    actions: [
      action(PARITY, { dueOn: '2026-09-30' }),
      action(PARITY, { dueOn: '2026-09-30', areaId: ALDERBROOK }),
      action(PARITY, { dueOn: '2026-09-30', statusId: 'done' }),
      action(PARITY, { dueOn: '2027-09-30' }),
    ],
  })
  const progress = progressOf(rows, principles, at, TODAY)
  expect(progress).toMatchObject({ total: 9, discussed: 3, split: 1, openActions: 3, lateActions: 2 })
  expect(progress.next?.number).toBe(4)
  expect(progressSentence(progress)).toBe('3 of 9 discussed. 1 split. 2 actions late.')
})

it('RU11 OV1: the heading says none, some or all, and leaves out what is nought', () => {
  const base = { total: 9, split: 0, openActions: 0, lateActions: 0, next: null }
  expect(progressSentence({ ...base, discussed: 0 })).toBe('None of 9 discussed yet.')
  expect(progressSentence({ ...base, discussed: 6, split: 2, lateActions: 3 })).toBe(
    '6 of 9 discussed. 2 split. 3 actions late.',
  )
  expect(progressSentence({ ...base, discussed: 9, lateActions: 1 })).toBe('All 9 discussed. 1 action late.')
})

it('RU12: a gap is the number of levels up to the target, never below 0; without a target there is none', () => {
  expect(stepsToTarget(rating(OUTCOMES, { level: 0, targetLevel: 2 }))).toBe(2)
  expect(stepsToTarget(rating(PARTNERS, { level: 3, targetLevel: 2 }))).toBe(0)
  expect(stepsToTarget(rating(PARITY))).toBeNull()
  expect(stepsToTarget(rating(PARITY, { state: 'not-discussed', level: null, targetLevel: 3 }))).toBeNull()
})
