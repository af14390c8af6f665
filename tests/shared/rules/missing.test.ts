import { expect, it } from 'vitest'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { evidenceAgeOf, isRecent, lacksRecentEvidence } from '../../../shared/rules/evidence-age.ts'
import { missingOn } from '../../../shared/rules/missing.ts'
import { addMonths } from '../../../shared/rules/months.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import {
  ALDERBROOK,
  action,
  evidence,
  PARITY,
  ROUND,
  rating,
  rowsWith,
  SYSTEM,
  ties,
  WESTMERE,
} from '../../helpers/rows.ts'

const TODAY = '2026-11-24'
const key = { roundId: ROUND, areaId: SYSTEM, principleId: PARITY }

function sentence(more: Partial<Rows>): string {
  const missing = missingOn(rowsWith(more), key, TODAY)
  return missing.length > 0 ? `Missing here: ${listOf(missing.map(one => one.words))}.` : ''
}

it('RU20: months are added to the same date, or the last of a shorter month', () => {
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-01-31', -11)).toBe('2025-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-03-15', 9)).toBe('2026-12-15')
})

it('RU21: recent means within twelve months, and not in the future', () => {
  expect(isRecent('2025-11-24', TODAY)).toBe(true)
  expect(isRecent('2025-11-23', TODAY)).toBe(false)
  expect(isRecent('2026-11-25', TODAY)).toBe(false)
})

it('RU22: the newest item dates the evidence; undated and future items count but date nothing', () => {
  const items = [
    evidence({ ref: 1, refersOn: '2025-07-20' }),
    evidence({ ref: 2, refersOn: null }),
    evidence({ ref: 3, refersOn: '2027-01-01' }),
    evidence({ ref: 4, refersOn: '2025-01-01' }),
  ]
  const rows = rowsWith({
    evidence: items,
    evidenceLinks: items.flatMap(item => ties(item, [PARITY], [SYSTEM])),
  })
  const age = evidenceAgeOf(rows, key, TODAY)
  expect(age).toEqual({ items: 4, newestOn: '2025-07-20', newest: items[0], isRecent: false })
  expect(lacksRecentEvidence(rating(PARITY, { level: 3 }), age)).toBe(true)
  expect(lacksRecentEvidence(rating(PARITY, { level: 2 }), age)).toBe(false)
  expect(lacksRecentEvidence(rating(PARITY, { level: 4 }), { ...age, isRecent: true })).toBe(false)
})

it('RU23: before it is discussed a principle lacks a level and nothing else', () => {
  expect(sentence({})).toBe('Missing here: a level.')
})

it('RU24: what is missing is said in the order it is filled in', () => {
  expect(sentence({ ratings: [rating(PARITY, { reason: ' ', confidence: null, targetLevel: 3 })] })).toBe(
    'Missing here: a reason, confidence, evidence, a target date and an action for the target.',
  )
})

it('RU25: the system wants evidence that names each place where the principle applies', () => {
  const item = evidence()
  const complete = rating(PARITY, { targetLevel: 3, targetDate: '2027-03-31' })
  const more = {
    ratings: [complete],
    evidence: [item],
    evidenceLinks: ties(item, [PARITY], [SYSTEM, ALDERBROOK]),
    actions: [action(PARITY)],
  }
  expect(sentence(more)).toBe('Missing here: evidence from Westmere.')
  const notThere = rating(PARITY, { areaId: WESTMERE, state: 'not-applicable', level: null })
  expect(sentence({ ...more, ratings: [complete, notThere] })).toBe('')
})

it('RU26: level 0 needs no evidence, not applicable only its reason, a closed action is no action', () => {
  expect(sentence({ ratings: [rating(PARITY, { level: 0 })] })).toBe('Missing here: a target.')
  const none = rating(PARITY, { state: 'not-applicable', level: null })
  expect(sentence({ ratings: [none] })).toBe('Missing here: a reason why it does not apply.')
  expect(
    sentence({
      ratings: [rating(PARITY, { level: 0, targetLevel: 1, targetDate: '2027-01-01' })],
      actions: [action(PARITY, { statusId: 'embedded' })],
    }),
  ).toBe('Missing here: an action for the target.')
})
