import { describe, expect, it } from 'vitest'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { exceptionsOf } from '../../../shared/rules/exceptions.ts'
import { framework } from '../../helpers/framework.ts'
import {
  ALDERBROOK,
  action,
  evidence,
  OUTCOMES,
  PARITY,
  PARTNERS,
  ROUND,
  rating,
  rowsWith,
  SYSTEM,
  ties,
  votes,
} from '../../helpers/rows.ts'

const TODAY = '2026-11-24'

function sentences(more: Partial<Rows>, areaId: typeof SYSTEM | null = null): string[] {
  return exceptionsOf(rowsWith(more), framework, areaId, ROUND, TODAY).map(
    exception => `${exception.kind}: ${exception.sentence}`,
  )
}

describe('exceptions of actions', () => {
  it('EX1: an open action past its due date is late, in a sentence with its reference', () => {
    const late = action(PARITY, {
      ref: 7,
      title: 'Two-year contracts',
      dueOn: '2026-10-14',
      statusId: 'off-track',
    })
    expect(sentences({ actions: [late] })).toEqual([
      'late: A-07 Two-year contracts: 41 days late, due 14 October 2026, says off-track. Helen Marsh.',
    ])
  })

  it('EX1: an action due today is not late, and a closed one never is', () => {
    const actions = [
      action(PARITY, { dueOn: TODAY }),
      action(PARITY, { dueOn: '2026-01-01', statusId: 'done' }),
    ]
    expect(sentences({ actions })).toEqual([])
  })

  it('EX2: late under a green status is listed once, first, as declared green but late', () => {
    const actions = [
      action(PARITY, { ref: 1, dueOn: '2026-11-01', statusId: 'waiting' }),
      action(PARITY, { ref: 2, dueOn: '2026-11-20', statusId: 'on-track', areaId: ALDERBROOK }),
    ]
    expect(sentences({ actions })).toEqual([
      'late-green: A-02 Agree a costed plan (Alderbrook): 4 days late, due 20 November 2026, says on-track. Helen Marsh.',
      'late: A-01 Agree a costed plan: 23 days late, due 1 November 2026, says waiting. Helen Marsh.',
      'waiting: A-01 Agree a costed plan: waits on a decision outside local control, 23 days late. Helen Marsh.',
    ])
  })

  it('EX10: the order is that of the kinds, then days late; each stands alone', () => {
    const actions = [
      action(PARITY, { ref: 1, dueOn: '2026-11-20', statusId: 'off-track' }),
      action(PARITY, { ref: 2, dueOn: null, statusId: 'off-track' }),
      action(PARITY, { ref: 3, dueOn: '2026-10-01', statusId: 'off-track' }),
      action(PARITY, { ref: 4, dueOn: '2026-11-23', statusId: 'on-track', areaId: ALDERBROOK }),
    ]
    const found = sentences({ actions })
    expect(found.map(line => line.slice(0, line.indexOf(' Agree')))).toEqual([
      'late-green: A-04',
      'late: A-03',
      'late: A-01',
      'unassigned: A-02',
    ])
    expect(found[0]).toContain('(Alderbrook)')
  })

  it('EX3: an open action that waits on others says when it is due', () => {
    expect(
      sentences({ actions: [action(PARITY, { ref: 9, dueOn: '2026-11-30', statusId: 'waiting' })] }),
    ).toEqual([
      'waiting: A-09 Agree a costed plan: waits on a decision outside local control, due in 6 days. Helen Marsh.',
    ])
  })

  it('EX7: an open action without an owner or a due date is listed, and says which', () => {
    const actions = [
      action(PARITY, { ref: 1, owner: ' ' }),
      action(PARITY, { ref: 2, dueOn: null }),
      action(PARITY, { ref: 3, owner: '', dueOn: null }),
      action(PARITY, { ref: 4, owner: '', statusId: 'embedded' }),
    ]
    expect(sentences({ actions })).toEqual([
      'unassigned: A-01 Agree a costed plan: no owner.',
      'unassigned: A-02 Agree a costed plan: no due date. Helen Marsh.',
      'unassigned: A-03 Agree a costed plan: no owner and no due date.',
    ])
  })
})

describe('exceptions of ratings', () => {
  it('EX4: a split rating gives the range of its last count and the level planned from', () => {
    const split = rating(OUTCOMES, { level: 1 })
    const rows = { ratings: [split], votes: [...votes(split, 1, 0, 0, 9), ...votes(split, 2, 0, 4, 0, 5)] }
    expect(sentences(rows)).toEqual([
      'split: 2 Outcomes that matter to people: split, votes from 1 to 3. Planned from level 1.',
    ])
  })

  it('EX5: level 3 or 4 needs an item dated within twelve months', () => {
    const high = rating(PARITY, { level: 3 })
    const old = evidence({ refersOn: '2025-07-20' })
    const undated = evidence({ refersOn: null })
    const fresh = evidence({ refersOn: '2025-11-24' })
    const withItem = (item: typeof old) => ({
      ratings: [high],
      evidence: [item],
      evidenceLinks: ties(item, [PARITY], [SYSTEM]),
    })
    const start = 'old-evidence: 1 Parity of esteem: rated 3 Established,'
    expect(sentences({ ratings: [high] })).toEqual([`${start} no evidence.`])
    expect(sentences(withItem(old))).toEqual([`${start} newest evidence 16 months old.`])
    expect(sentences(withItem(undated))).toEqual([`${start} none of its evidence has a date.`])
    expect(sentences(withItem(fresh))).toEqual([])
    expect(sentences({ ratings: [rating(PARITY, { level: 2 })] })).toEqual([])
  })

  it('EX6: a target above the level now needs an open action', () => {
    const aims = rating(PARITY, { targetLevel: 3, targetDate: '2027-12-01' })
    expect(sentences({ ratings: [aims] })).toEqual([
      'no-action: 1 Parity of esteem: no open action for the target of 3 by Dec 2027.',
    ])
    expect(sentences({ ratings: [aims], actions: [action(PARITY, { statusId: 'done' })] })).toHaveLength(1)
    expect(sentences({ ratings: [aims], actions: [action(PARITY, { areaId: ALDERBROOK })] })).toEqual([])
    expect(sentences({ ratings: [rating(PARITY, { targetLevel: 2 })] })).toEqual([])
  })

  it('EX8: only a rated rating is an exception, and only those of the round asked for', () => {
    const ratings = [
      rating(PARITY, { state: 'not-discussed', level: null, targetLevel: 3 }),
      rating(OUTCOMES, { state: 'not-applicable', level: null, targetLevel: 3 }),
      rating(PARTNERS, { roundId: 'spring' as typeof ROUND, level: 4 }),
    ]
    expect(sentences({ ratings })).toEqual([])
  })

  it('EX9: one area has its own ratings and actions; the system has every action', () => {
    const ratings = [rating(PARITY, { level: 3 }), rating(PARITY, { level: 3, areaId: ALDERBROOK })]
    const actions = [action(OUTCOMES, { ref: 5, areaId: ALDERBROOK, owner: '' })]
    expect(sentences({ ratings, actions }, SYSTEM)).toEqual([
      'old-evidence: 1 Parity of esteem: rated 3 Established, no evidence.',
      'unassigned: A-05 Agree a costed plan (Alderbrook): no owner.',
    ])
    expect(sentences({ ratings, actions }, ALDERBROOK)[0]).toBe(
      'old-evidence: 1 Parity of esteem (Alderbrook): rated 3 Established, no evidence.',
    )
    expect(sentences({ ratings, actions }, null)).toHaveLength(3)
  })
})
