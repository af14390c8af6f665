import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Level } from '../../../shared/model/fields.ts'
import { agreementOf, type Tally, tallyOf } from '../../../shared/rules/agreement.ts'

const LEVELS = [0, 1, 2, 3, 4] as const

function tally(...votes: Level[]): Tally {
  return tallyOf(votes.map(level => ({ level, hands: 1 })))
}

/** Every vote as its own number, sorted: the long way round, to check the short one against. */
function spread(hands: Tally): Level[] {
  return LEVELS.flatMap(level => Array<Level>(hands[level]).fill(level))
}

const anyTally = fc
  .array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 5 })
  .map(hands => hands as unknown as Tally)

it('AG1: hands are counted per level', () => {
  const votes = [
    { level: 2, hands: 3 },
    { level: 0, hands: 1 },
    { level: 2, hands: 2 },
  ] as const
  expect(tallyOf(votes)).toEqual([1, 0, 5, 0, 0])
})

it('AG2: the median of an odd number of votes is the middle one, of an even number the lower middle one', () => {
  fc.assert(
    fc.property(anyTally, hands => {
      const votes = spread(hands)
      const agreement = agreementOf(hands)
      if (agreement.verdict === 'no-votes') return votes.length === 0
      return agreement.median === votes[Math.floor((votes.length - 1) / 2)]
    }),
  )
})

it('AG3: no votes, one vote and two votes settle nothing', () => {
  expect(agreementOf([0, 0, 0, 0, 0])).toEqual({ verdict: 'no-votes' })
  expect(agreementOf(tally(3)).verdict).toBe('too-few')
  expect(agreementOf(tally(2, 2)).verdict).toBe('too-few')
  expect(agreementOf(tally(2, 2, 2)).verdict).toBe('agreed')
})

it.each(Array.from({ length: 58 }, (_, index) => index + 3))(
  'AG4: in a group of %i, agreed while fewer than a third are outside the band, split from a third on',
  size => {
    for (let outside = 0; outside * 2 < size; outside++) {
      const agreement = agreementOf([0, 0, size - outside, 0, outside])
      expect(agreement).toEqual({
        verdict: outside < size / 3 ? 'agreed' : 'split',
        votes: size,
        median: 2,
        lowest: 2,
        highest: outside ? 4 : 2,
        outside,
      })
    }
  },
)

it('AG4: the cases a facilitator meets', () => {
  const verdicts = [
    tally(1, 2, 3),
    tally(0, 2, 3),
    tally(1, 1, 3, 3),
    tally(0, 0, 2, 2, 4, 4),
    [0, 2, 6, 2, 2] as const,
    [0, 4, 4, 4, 0] as const,
    [4, 0, 8, 0, 0] as const,
    [3, 0, 9, 0, 0] as const,
  ].map(votes => {
    const agreement = agreementOf(votes)
    return agreement.verdict === 'no-votes' ? '' : `${agreement.verdict} ${agreement.median}`
  })
  expect(verdicts).toEqual([
    'agreed 2',
    'split 2',
    'split 1',
    'split 2',
    'agreed 2',
    'agreed 2',
    'split 2',
    'agreed 2',
  ])
})

it('AG5: range and verdict are what counting the votes one by one gives, whatever the votes', () => {
  fc.assert(
    fc.property(anyTally, hands => {
      const votes = spread(hands)
      const agreement = agreementOf(hands)
      if (agreement.verdict === 'no-votes') return votes.length === 0
      const outside = votes.filter(level => Math.abs(level - agreement.median) > 1).length
      const verdict = votes.length < 3 ? 'too-few' : outside < votes.length / 3 ? 'agreed' : 'split'
      expect(agreement).toMatchObject({
        verdict,
        outside,
        votes: votes.length,
        lowest: votes[0],
        highest: votes.at(-1),
      })
      return true
    }),
  )
})

it('AG6: one more vote at the median never turns agreed into split', () => {
  fc.assert(
    fc.property(anyTally, hands => {
      const before = agreementOf(hands)
      if (before.verdict !== 'agreed') return true
      const more = hands.map((count, level) => (level === before.median ? count + 1 : count))
      return agreementOf(more as unknown as Tally).verdict === 'agreed'
    }),
  )
})

it.each(Array.from({ length: 60 }, (_, index) => index + 1))(
  'AG4 AG5: in a room of %i, every way to vote gives the verdict of the rule',
  people => {
    const votes = fc.array(fc.constantFrom(...LEVELS), { minLength: people, maxLength: people })
    fc.assert(
      fc.property(votes, levels => {
        const sorted = levels.toSorted((a, b) => a - b)
        const median = sorted[Math.ceil(people / 2) - 1]!
        const outside = levels.filter(level => level < median - 1 || level > median + 1).length
        const verdict = people < 3 ? 'too-few' : outside < people / 3 ? 'agreed' : 'split'
        expect(agreementOf(tally(...levels))).toMatchObject({ votes: people, median, outside, verdict })
      }),
      { numRuns: 40 },
    )
  },
)
