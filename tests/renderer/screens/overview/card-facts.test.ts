import { expect, it } from 'vitest'
import { type Fact, factsOf, movementWords } from '../../../../renderer/screens/overview/card-facts.ts'
import type { RoundId } from '../../../../shared/model/ids.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import * as make from '../../../helpers/rows.ts'

const TODAY = '2026-11-24'
const KEY = { areaId: make.SYSTEM, roundId: make.ROUND, principleId: make.PARITY }

function factLines(more: Partial<Rows>): string[] {
  return factsOf(make.rowsWith(more), KEY, TODAY).map(textOf)
}

/** A fact as one line, with what stands out in stars. */
function textOf(fact: Fact): string {
  return `${fact.before ?? ''}${fact.strong ? `*${fact.strong}*` : ''}${fact.after ?? ''}`
}

it('OV2: a card says agreement and confidence, evidence and age, actions and lateness', () => {
  const rating = make.rating(make.PARITY, { targetLevel: 3 })
  const [old, recent] = [make.evidence({ refersOn: '2026-04-01' }), make.evidence({ refersOn: '2026-11-03' })]
  expect(
    factLines({
      ratings: [rating],
      votes: make.votes(rating, 2, 0, 2, 9, 3, 0),
      evidence: [old, recent],
      evidenceLinks: [old, recent].flatMap(item => make.ties(item, [make.PARITY], [make.SYSTEM])),
      actions: [make.action(make.PARITY, { dueOn: '2026-09-30' })],
    }),
  ).toEqual(['Agreed, medium confidence', 'Evidence: 2, newest 3 weeks old', '1 action, *55 days late*'])
})

it('OV2: a split stands out, and several actions say how many are late', () => {
  const rating = make.rating(make.PARITY, { confidence: 'low' })
  const late = make.action(make.PARITY, { dueOn: '2026-10-31' })
  const [first, , third] = factLines({
    ratings: [rating],
    votes: make.votes(rating, 2, 0, 7, 2, 5, 0),
    actions: [late, make.action(make.PARITY), make.action(make.PARITY, { statusId: 'done' })],
  })
  expect(first).toBe('*Split 1 to 3*, low confidence')
  expect(third).toBe('2 actions, *1 late*')
})

it('OV3: without a vote the card speaks of confidence only', () => {
  expect(factLines({ ratings: [make.rating(make.PARITY)] })[0]).toBe('Medium confidence')
  expect(factLines({ ratings: [make.rating(make.PARITY, { confidence: null })] })[0]).toBe(
    'Confidence not given',
  )
})

it('OV4: old evidence and a target without an action stand out', () => {
  const item = make.evidence({ refersOn: '2025-07-20' })
  const lines = factLines({
    ratings: [make.rating(make.PARITY, { targetLevel: 4 })],
    evidence: [item],
    evidenceLinks: make.ties(item, [make.PARITY], [make.SYSTEM]),
  })
  expect(lines.slice(1)).toEqual(['Evidence: 1, *16 months old*', '*No action* for the target'])
})

it('OV2: what is not discussed has no line on agreement', () => {
  expect(factLines({})).toEqual(['Evidence: none yet', 'No actions yet'])
  expect(factLines({ actions: [make.action(make.PARITY, { statusId: 'done' })] })[1]).toBe(
    '1 action waits for a check',
  )
})

it('OV2: a card says how the level moved since the last round', () => {
  const SPRING = 'spring' as RoundId
  const moved = (then: 0 | 2 | 3, now?: 2) => {
    const rating = now === undefined ? undefined : make.rating(make.PARITY, { level: now })
    const rows = make.rowsWith({
      rounds: [make.round(SPRING, 'Spring', { position: 0 }), make.round(make.ROUND, 'Autumn')],
      ratings: [make.rating(make.PARITY, { roundId: SPRING, level: then })],
    })
    return movementWords(rows, KEY, rating)
  }
  expect([moved(0, 2), moved(2, 2), moved(3, 2), moved(0)]).toEqual([
    'up from 0',
    'no change',
    'down from 3',
    'last round 0',
  ])
})
