import { describe, expect, it } from 'vitest'
import type { PrincipleId, RoundId } from '../../../../shared/model/ids.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import { highlightsOf } from '../../../../shared/rules/board/highlights.ts'
import { framework } from '../../../helpers/framework.ts'
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
  ties,
  votes,
} from '../../../helpers/rows.ts'

const TODAY = '2026-11-24'
const SPRING = 'spring' as RoundId
const fresh = evidence({ refersOn: '2026-11-01' })
const ALL = framework.principles.map(principle => principle.id)

function highlights(more: Partial<Rows>) {
  const rows = rowsWith({
    rounds: [round(SPRING, 'Spring 2026', { position: 0 }), round(ROUND, 'Autumn 2026')],
    evidence: [fresh],
    evidenceLinks: ties(fresh, ALL, [SYSTEM]),
    ...more,
  })
  return highlightsOf(rows, framework, { areaId: SYSTEM, roundId: ROUND }, TODAY)
}

/** Everything rated, so that only what a test is about stands out. */
function allRated(change: Partial<Record<string, Parameters<typeof rating>[1]>> = {}) {
  return ALL.map(id => rating(id, { level: 2, ...change[id] }))
}

describe('strengths', () => {
  it('BW13: the highest level first, then a rise, then confidence, then the number; three at most', () => {
    const ratings = [
      ...allRated({ [OUTCOMES]: { level: 3 }, [PARTNERS]: { confidence: 'high' } }),
      rating('every-contact' as PrincipleId, { roundId: SPRING, level: 1 }),
    ]
    expect(highlights({ ratings }).strengths.map(sentence => sentence[0])).toEqual(['2', '8', '3'])
  })

  it('BW13: not one that is split, below 2, lower than last round, or without recent evidence', () => {
    const split = rating(PARTNERS, { level: 3 })
    const ratings = [
      rating(PARITY, { level: 1 }),
      rating(OUTCOMES),
      split,
      rating(OUTCOMES, { roundId: SPRING, level: 3 }),
    ]
    expect(highlights({ ratings, votes: votes(split, 1, 3, 0, 0, 3, 3) }).strengths).toEqual([])
    expect(highlights({ ratings: allRated(), evidence: [], evidenceLinks: [] }).strengths).toEqual([])
  })
})

describe('concerns', () => {
  it('BW13: most exceptions first, then the lowest level; none where nothing is wrong', () => {
    expect(highlights({ ratings: allRated() }).concerns).toEqual([])
    const actions = [
      action(PARITY, { dueOn: '2026-11-01', statusId: 'waiting' }),
      action(PARTNERS, { owner: '' }),
      action(OUTCOMES, { owner: '' }),
    ]
    expect(highlights({ ratings: allRated({ [PARTNERS]: { level: 1 } }), actions }).concerns).toEqual([
      '1 Parity of esteem: level 2 Developing, 1 action 23 days late, 1 action waiting on others.',
      '3 Partners beyond the NHS: level 1 Emerging, 1 action without an owner or a date.',
      '2 Outcomes that matter to people: level 2 Developing, 1 action without an owner or a date.',
    ])
  })

  it('BW13: what was not discussed is a concern, after what has a level', () => {
    const ratings = allRated().slice(1)
    expect(highlights({ ratings, actions: [action(OUTCOMES, { owner: '' })] }).concerns).toEqual([
      '2 Outcomes that matter to people: level 2 Developing, 1 action without an owner or a date.',
      '1 Parity of esteem: not discussed yet.',
    ])
  })

  it('BW15: several of which only that is known are one concern, so that they crowd out nothing', () => {
    expect(highlights({ ratings: allRated().slice(3) }).concerns).toEqual([
      '3 principles are not discussed yet: 1, 2 and 3.',
    ])
    const actions = [action(PARITY, { owner: '' })]
    expect(highlights({ ratings: allRated().slice(3), actions }).concerns).toEqual([
      '1 Parity of esteem: not discussed yet, 1 action without an owner or a date.',
      '2 principles are not discussed yet: 2 and 3.',
    ])
    expect(highlights({}).concerns).toEqual(['No principle has been discussed yet.'])
  })
})
