import { expect, it } from 'vitest'
import json from '../../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../../shared/model/framework.ts'
import type { RoundId } from '../../../shared/model/ids.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { challengesOf } from '../../../shared/rules/challenge.ts'
import {
  ALDERBROOK,
  action,
  evidence,
  PARITY,
  ROUND,
  rating,
  round,
  rowsWith,
  SYSTEM,
  ties,
  votes,
  WESTMERE,
} from '../../helpers/rows.ts'

const whole = Framework.parse(json)
const framework = { ...whole, principles: whole.principles.filter(principle => principle.id === PARITY) }
const TODAY = '2026-11-24'

function questions(more: Partial<Rows>): string[] {
  const at = { roundId: ROUND, areaId: SYSTEM }
  return challengesOf(rowsWith(more), framework, at, TODAY).map(
    ({ because, words }) => `${because}: ${words}`,
  )
}

function backedBy(level: 1 | 3 | 4, ...items: Parameters<typeof evidence>[0][]): Partial<Rows> {
  const rows = items.map(item => evidence(item))
  return {
    ratings: [rating(PARITY, { level })],
    evidence: rows,
    evidenceLinks: rows.flatMap(item => ties(item, [PARITY], [ALDERBROOK, WESTMERE])),
  }
}

it('RU40: a principle not discussed, or left out without a reason, is asked about as such', () => {
  expect(questions({})).toEqual(['missing: When will we discuss Parity of esteem?'])
  expect(questions({ ratings: [rating(PARITY, { state: 'not-applicable', level: null })] })).toEqual([
    'missing: Why does Parity of esteem not apply here?',
  ])
})

it('RU41: no evidence, undated, old, and only our word are each asked about, the worst only', () => {
  expect(questions(backedBy(3))).toEqual([
    'missing: What shows that Parity of esteem is at 3 Established? No evidence is attached.',
  ])
  expect(questions(backedBy(3, { refersOn: null }))).toEqual([
    'old: How old is the evidence for Parity of esteem? None of it has a date.',
  ])
  expect(questions(backedBy(3, { refersOn: '2025-07-20' }))).toEqual([
    'old: The newest evidence for Parity of esteem is 16 months old. What has happened since?',
  ])
  expect(questions(backedBy(1, { strength: 'assertion' }))).toEqual([
    'weak: Everything behind Parity of esteem is our own word. Which document or figure shows it?',
  ])
  expect(questions(backedBy(3, { strength: 'document' }))).toEqual([
    'weak: Which figures show that Parity of esteem is at 3 Established?',
  ])
  expect(questions(backedBy(4, { strength: 'data' }))).toEqual([
    'weak: Who outside the programme has checked that Parity of esteem is at 4 Leading?',
  ])
  expect(questions(backedBy(4, { strength: 'data' }, { strength: 'checked' }))).toEqual([])
})

it('RU42: evidence that names only some places is asked about as local', () => {
  const item = evidence({ strength: 'data' })
  const more = {
    ratings: [rating(PARITY)],
    evidence: [item],
    evidenceLinks: ties(item, [PARITY], [ALDERBROOK]),
  }
  expect(questions(more)).toEqual([
    'local: What would we find on Parity of esteem in Westmere? No evidence names it.',
  ])
})

it('RU43: a split, low confidence, an unexplained move and a target nobody works on are asked about', () => {
  const spring = round('spring' as RoundId, 'Spring 2026', { position: 0, state: 'signed-off' })
  const now = rating(PARITY, { level: 0, confidence: 'low', targetLevel: 2 })
  const before = rating(PARITY, { roundId: spring.id, level: 1 })
  const rounds = [spring, round(ROUND, 'Autumn 2026')]
  expect(questions({ rounds, ratings: [now, before], votes: votes(now, 2, 3, 0, 3) })).toEqual([
    'weak: The room was split from 0 to 2 on Parity of esteem. What would settle it?',
    'weak: Confidence in Parity of esteem is low. What would raise it, and by when?',
    'missing: Parity of esteem moved from 1 to 0. What changed?',
    'missing: Who is doing what to reach 2 on Parity of esteem? No action is open.',
  ])
  const explained = {
    ...now,
    confidence: 'high' as const,
    changeReason: 'misjudged' as const,
    targetLevel: null,
  }
  expect(questions({ rounds, ratings: [explained, before] })).toEqual([])
})

it('RU44: questions on the plan name every action they are about', () => {
  const fine = { successMeasure: 'Three in four', startOn: '2026-10-01' }
  const actions = [
    action(PARITY, { ...fine, ref: 1, dueOn: '2026-10-14' }),
    action(PARITY, { ...fine, ref: 2, owner: '' }),
    action(PARITY, { ...fine, ref: 3, dueOn: null, owner: ' ' }),
    action(PARITY, { ...fine, ref: 4, successMeasure: '' }),
    action(PARITY, { ...fine, ref: 5, statusId: 'embedded', verifiedBy: 'helen marsh' }),
    action(PARITY, { ...fine, ref: 6, statusId: 'waiting' }),
    action(PARITY, { ...fine, ref: 7, startOn: '2026-05-01' }),
    action(PARITY, {
      ...fine,
      ref: 8,
      statusId: 'embedded',
      verifiedBy: 'Leah Morton',
      verifiedOn: '2026-11-12',
    }),
  ]
  const ratings = [rating(PARITY, { level: 0 })]
  expect(questions({ ratings, actions })).toEqual([
    'late: A-01 says green and is late. Which is right?',
    'missing: Who answers for A-02 and A-03?',
    'missing: When will A-03 be finished?',
    'missing: How will we know that A-04 worked?',
    'weak: Who other than the owner has checked A-05, and when?',
    'late: Whose decision holds up A-06, and who has asked for it?',
    'old: What has happened on A-07 in the last 3 months?',
  ])
})
