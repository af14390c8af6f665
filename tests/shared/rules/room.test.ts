import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../shared/model/fields.ts'
import type { PrincipleId, RatingId } from '../../../shared/model/ids.ts'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType, Vote, VoteFrom } from '../../../shared/model/rating.ts'
import {
  attendanceOf,
  groupsShown,
  missingVoices,
  secondsEach,
  startingLevel,
  whyNotAgreed,
} from '../../../shared/rules/room.ts'
import { ROUND, rowsWith, SYSTEM } from '../../helpers/rows.ts'

function vote(organisationType: VoteFrom, level: number, hands = 1, count: 1 | 2 = 1): Vote {
  return {
    id: `${organisationType}:${level}:${count}`,
    ratingId: 'rating' as RatingId,
    count,
    organisationType,
    level: level as Level,
    hands,
    participantId: null,
  }
}

const labels = (votes: readonly Vote[]) => groupsShown(votes).map(({ label }) => label)

describe('groups', () => {
  it('RM3: small groups stand together, and pull in the next smallest while they are too few', () => {
    expect(
      labels([
        vote('council', 1, 5),
        vote('community', 2, 4),
        vote('acute-trust', 3, 2),
        vote('other', 0, 1),
      ]),
    ).toEqual(['Community', 'Council', 'Others together'])
    expect(labels([vote('council', 1, 5), vote('community', 2, 4), vote('other', 0, 1)])).toEqual([
      'Council',
      'Others together',
    ])
    expect(labels([vote('council', 1, 5), vote('other', 0, 1)])).toEqual([])
    expect(labels([vote('room', 1, 30)])).toEqual([])
  })

  it('RM3: whatever is voted, no group under three is shown, and nobody is lost', () => {
    const any = fc.array(
      fc.record({
        type: fc.constantFrom(...organisationTypes),
        level: fc.integer({ min: 0, max: 4 }),
        hands: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(any, given => {
        const votes = given.map(({ type, level, hands }) => vote(type, level, hands))
        const shown = groupsShown(votes)
        const sizes = shown.map(group => group.tally.reduce((sum, hands) => sum + hands, 0))
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(3)
        expect(shown.length).not.toBe(1)
        const all = votes.reduce((sum, { hands }) => sum + hands, 0)
        if (shown.length > 0) expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all)
      }),
    )
  })
})

describe('voices', () => {
  it('RM2: who is not in the room, and who is here but did not vote', () => {
    const here = (organisationType: OrganisationType, index: number) => ({
      id: `p${index}`,
      roundId: ROUND,
      areaId: SYSTEM,
      name: '',
      organisationType,
      addedAt: '2026-11-24T09:00:00.000Z',
    })
    const people = (['council', 'council', 'community', 'commissioner'] as const).map(here)
    const attendance = attendanceOf(rowsWith({ participants: people }), { roundId: ROUND, areaId: SYSTEM })
    expect([...attendance]).toEqual([
      ['council', 2],
      ['community', 1],
      ['commissioner', 1],
    ])
    const { absent, silent } = missingVoices(attendance, [vote('council', 2, 2)])
    expect(absent).toContain('lived-experience')
    expect(absent).not.toContain('other')
    expect(silent).toEqual(['commissioner', 'community'])
    expect(missingVoices(attendance, [vote('room', 2, 4)]).silent).toEqual([])
  })
})

describe('agreeing', () => {
  it('RM20: starts at the median of the last count', () => {
    const votes = [vote('council', 1, 5), vote('council', 3, 5, 2)]
    expect(startingLevel(votes)).toBe(3)
    expect(startingLevel([])).toBeNull()
    expect(whyNotAgreed(votes, 3, '')).toBeNull()
    expect(whyNotAgreed(votes, 2, '')).toMatch(/The median is 3/)
    expect(whyNotAgreed(votes, 2, 'Only one place')).toBeNull()
    expect(whyNotAgreed([], 2, '')).toBeNull()
  })

  it('RM23: what is left of the day is shared out over the principles that are left', () => {
    const nine = Array.from({ length: 9 }, (_, index) => ({ id: `p${index}` as PrincipleId }))
    const now = new Date('2026-11-24T10:00:00Z')
    expect(secondsEach('2026-11-24T12:00:00Z', now, nine, new Set())).toBe(800)
    expect(secondsEach('2026-11-24T10:30:00Z', now, nine, new Set(nine.slice(0, 6).map(one => one.id)))).toBe(
      600,
    )
    expect(secondsEach('2026-11-24T09:00:00Z', now, nine, new Set())).toBe(0)
  })
})
