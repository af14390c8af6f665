import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../shared/model/fields.ts'
import type { RatingId, RoundId } from '../../../shared/model/ids.ts'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType, Vote } from '../../../shared/model/rating.ts'
import { type Tally, tallyOf } from '../../../shared/rules/agreement.ts'
import { attendanceShown, everyoneWords } from '../../../shared/rules/attendance.ts'
import { groupsShown, minorityFrom, SMALLEST_GROUP } from '../../../shared/rules/room.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { PARITY, ROUND, rating, rowsWith, SYSTEM } from '../../helpers/rows.ts'

/** Rooms of every make-up: up to nine types, each of few people or many, at any level. */
const anyCount = (count: 1 | 2) =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(...organisationTypes),
        level: fc.integer({ min: 0, max: 4 }),
        hands: fc.oneof(
          { arbitrary: fc.integer({ min: 1, max: 2 }), weight: 3 },
          fc.integer({ min: 3, max: 6 }),
        ),
      }),
      { maxLength: 14 },
    )
    .map(given =>
      given.map(
        ({ type, level, hands }, index): Vote => ({
          id: `${index}`,
          ratingId: 'rating' as RatingId,
          count,
          organisationType: type,
          level: level as Level,
          hands,
          participantId: null,
        }),
      ),
    )

const of = (votes: readonly Vote[], types: readonly string[]) =>
  tallyOf(votes.filter(vote => types.includes(vote.organisationType)))
const sum = (tally: readonly number[]) => tally.reduce((all, one) => all + one, 0)

/** How many ways so many people could have voted, when all that is known is the tally of the group they are in. */
function waysIn(group: Tally, people: number, level = 0): number {
  if (level === 4) return people <= group[4] ? 1 : 0
  let ways = 0
  for (let here = 0; here <= Math.min(people, group[level]!); here++)
    ways += waysIn(group, people - here, level + 1)
  return ways
}

describe('votes by type', () => {
  it('RM3: of no group of one or two can be told how it voted, nor taken from the total, nor from the other count', () => {
    fc.assert(
      fc.property(anyCount(1), anyCount(2), (first, second) => {
        const shown = [
          { votes: first, groups: groupsShown(first, second) },
          { votes: second, groups: groupsShown(second, first) },
        ]
        for (const { votes, groups } of shown) {
          if (groups.length === 0) continue
          const all = tallyOf(votes)
          // Together they are the total and none lies in two, so the total takes away nothing but groups.
          expect(groups.flatMap(group => group.types).length).toBe(
            new Set(groups.flatMap(group => group.types)).size,
          )
          expect(groups.map(group => group.tally).reduce(added)).toEqual(all)
          for (const { types, tally } of groups) {
            expect(sum(tally)).toBeGreaterThanOrEqual(SMALLEST_GROUP)
            for (const type of types) {
              const people = sum(of(votes, [type]))
              if (people > 0 && people < SMALLEST_GROUP) expect(waysIn(tally, people)).toBeGreaterThan(1)
            }
          }
        }
        // Both counts are cut alike: a group of one is a group of the other or shares nobody with it.
        for (const { types } of shown[0]!.groups)
          for (const other of shown[1]!.groups)
            if (types.some(type => other.types.includes(type))) expect(other.types).toEqual(types)
      }),
      { numRuns: 2000 },
    )
  })

  it('RM3: a type that is small in the second count alone stands together in both, and small groups of one mind do not stand', () => {
    const vote = (
      organisationType: OrganisationType,
      level: Level,
      hands: number,
      count: 1 | 2 = 1,
    ): Vote => ({
      ...{ id: `${organisationType}${level}${count}`, ratingId: 'rating' as RatingId, participantId: null },
      ...{ organisationType, level, hands, count },
    })
    const first = [vote('council', 1, 5), vote('community', 2, 4), vote('acute-trust', 4, 3)]
    const second = [vote('council', 1, 5, 2), vote('community', 2, 4, 2), vote('acute-trust', 3, 2, 2)]
    const labels = (groups: readonly { label: string }[]) => groups.map(({ label }) => label)
    expect(labels(groupsShown(first))).toEqual(['Acute trust', 'Community', 'Council'])
    expect(labels(groupsShown(first, second))).toEqual(['Council', 'Others together'])
    expect(labels(groupsShown(second, first))).toEqual(['Council', 'Others together'])
    const alike = [
      vote('council', 1, 5),
      vote('community', 2, 4),
      vote('acute-trust', 0, 2),
      vote('other', 0, 1),
    ]
    expect(labels(groupsShown(alike))).toEqual(['Council', 'Others together'])
  })
})

describe('attendance', () => {
  it('RM3 RN15: two tables of three rounds side by side tell of no group of one or two', () => {
    const people = fc.dictionary(fc.constantFrom(...organisationTypes), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(people, people, people, (...rounds) => {
        const three = rounds.map(one => new Map(Object.entries(one) as [OrganisationType, number][]))
        const [one, two, last] = three as [
          Map<OrganisationType, number>,
          (typeof three)[0],
          (typeof three)[0],
        ]
        const tables = [attendanceShown(one, two, three), attendanceShown(two, last, three)]
        const present = organisationTypes.filter(type => three.some(of => of.get(type)))
        // What is known of the middle round: a line of noughts and ones for each figure shown.
        const known = tables.flatMap((table, index) => {
          const alone = table.rows.map(row => present.find(type => organisationWords[type] === row.label))
          const lines = table.rows.map((_, at) => ({
            types: alone[at] ? [alone[at]] : present.filter(type => !alone.includes(type)),
          }))
          // Fewer than three in all is said in words.
          const everyone = /^\d/.test(everyoneWords(index === 0 ? table.now : table.before))
            ? [{ types: present }]
            : []
          return [...lines, ...everyone].map(({ types }) =>
            present.map(type => (types.includes(type) ? 1 : 0)),
          )
        })
        for (const [index, type] of present.entries()) {
          const number = two.get(type) ?? 0
          if (number === 0 || number >= SMALLEST_GROUP) continue
          const line = present.map((_, at) => (at === index ? 1 : 0))
          // Whether the figure of this type alone follows from those that are shown.
          expect(rankOf([...known, line]), type).toBe(rankOf(known) + 1)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

it('RM33: whose a minority view is stands beside it only for three and more', () => {
  const seen = fc.record({ people: fc.integer({ min: 0, max: 6 }), hands: fc.integer({ min: 0, max: 6 }) })
  fc.assert(
    fc.property(seen, ({ people, hands }) => {
      const one = rating(PARITY, { minorityView: 'Not so', minorityType: 'community' })
      const rows = rowsWith({
        ratings: [one],
        participants: Array.from({ length: people }, (_, index) => ({
          ...{ id: `p${index}`, roundId: ROUND, areaId: SYSTEM, name: '' },
          ...{ organisationType: 'community' as const, addedAt: '2026-11-24T09:00:00.000Z' },
        })),
        votes: Array.from({ length: hands }, (_, index) => ({
          ...{ id: `v${index}`, ratingId: one.id, count: 1 as const, level: 2 as Level, hands: 1 },
          ...{ organisationType: 'community' as const, participantId: null },
        })),
      })
      const most = Math.max(people, hands)
      expect(minorityFrom(rows, one)).toBe(most === 0 || most >= 3 ? 'community' : 'few')
      // Those of another round say nothing of this one.
      expect(minorityFrom(rows, { ...one, id: 'x' as RatingId, roundId: 'x' as RoundId })).toBe('community')
    }),
  )
})

function added(a: Tally, b: Tally): Tally {
  return a.map((hands, level) => hands + b[level]!) as unknown as Tally
}

/** How many of these lines none of the others make. */
function rankOf(lines: readonly (readonly number[])[]): number {
  const left = lines.map(line => [...line])
  let rank = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((line, index) => index >= rank && Math.abs(line[column]!) > 1e-9)
    if (pivot === -1) continue
    ;[left[rank], left[pivot]] = [left[pivot]!, left[rank]!]
    for (const [index, line] of left.entries()) {
      if (index === rank) continue
      const by = line[column]! / left[rank]![column]!
      left[index] = line.map((value, at) => value - by * left[rank]![at]!)
    }
    rank++
  }
  return rank
}
