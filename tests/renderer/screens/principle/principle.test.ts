import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  countSources,
  examplesOf,
  factsOf,
  firstSentence,
} from '../../../../renderer/screens/principle/facts.ts'
import { countSentence, levelOf, neighboursOf } from '../../../../renderer/screens/principle/rating-view.ts'
import { otherTieBreak, tieBreakOf } from '../../../../renderer/screens/principle/tie-break.ts'
import { Framework } from '../../../../shared/model/framework.ts'
import { blankRating } from '../../../../shared/model/rating.ts'
import { PARTNERS, ROUND, rating, SYSTEM, votes } from '../../../helpers/rows.ts'

const path = new URL('../../../../resources/framework/nine-principles.json', import.meta.url)
const framework = Framework.parse(JSON.parse(readFileSync(path, 'utf8')))
const partners = framework.principles.find(one => one.id === PARTNERS)!
const questions = framework.scale.choosing.neighbours

describe('the tie-break question', () => {
  it('AS3: it is about the chosen level and the one above, and for the top the one below', () => {
    const pairs = ([0, 1, 2, 3, 4] as const).map(level => {
      const asked = tieBreakOf(questions, level, null)
      return [asked?.lower, asked?.upper]
    })
    expect(pairs).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [3, 4],
    ])
  })

  it('AS4: answering it does not swap it for another while the level stays one of its two', () => {
    expect(tieBreakOf(questions, 3, 2)?.lower).toBe(2)
    expect(tieBreakOf(questions, 4, 2)?.lower).toBe(3)
  })

  it('AS5: the other neighbour can be asked about, where there is one', () => {
    const about2 = tieBreakOf(questions, 2, null)
    expect(otherTieBreak(questions, 2, about2)?.lower).toBe(1)
    expect(otherTieBreak(questions, 0, tieBreakOf(questions, 0, null))).toBeNull()
    expect(otherTieBreak(questions, 4, tieBreakOf(questions, 4, null))).toBeNull()
    expect(tieBreakOf(questions, null, null)).toBeNull()
  })

  it('AS6: yes gives the upper level, no the lower, as the framework has it', () => {
    const asked = tieBreakOf(questions, 2, null)
    expect([asked?.ifYes, asked?.ifNo]).toEqual([3, 2])
  })
})

describe('facts and examples', () => {
  it('AS7: every fact shown has at least one source with a title, and its caution when it has one', () => {
    for (const principle of framework.principles)
      for (const fact of factsOf(framework, principle)) {
        expect(fact.sources.length, fact.id).toBeGreaterThan(0)
        const known = framework.facts.find(one => one.id === fact.id)
        expect(fact.caution).toBe(known?.caution ?? null)
      }
    expect(countSources(factsOf(framework, partners))).toBeGreaterThanOrEqual(2)
    // No principle cites a fact with a caution today; one that did would show it.
    const wary = framework.facts.find(one => one.caution)!
    const shown = factsOf(framework, { ...partners, whyFactIds: [wary.id] })
    expect(shown.map(fact => fact.caution)).toEqual([wary.caution])
  })

  it('AS8: a source never shows the file name of a text the content was written from', () => {
    for (const principle of framework.principles) {
      const shown = [...factsOf(framework, principle), ...examplesOf(framework, principle)]
      const words = shown.flatMap(one => one.sources.map(source => `${source.title} ${source.by}`)).join('\n')
      expect(words).not.toMatch(/\.txt|seed document/i)
    }
  })

  it('AS9: an example says what kind of result it reports', () => {
    const west = examplesOf(framework, partners)[0]!
    expect(west.resultType).not.toBe('')
    expect(west.sources.length).toBeGreaterThan(0)
  })

  it('AS10: the one line of why it matters is its first sentence', () => {
    expect(firstSentence(partners.whyItMatters)).toBe(
      'Housing, work, debt, loneliness and safety all affect mental health, and the NHS controls few of them.',
    )
    expect(firstSentence('No stop')).toBe('No stop')
  })
})

describe('a rating in words', () => {
  it('AS11: without a row a rating is not discussed and says nothing', () => {
    const blank = blankRating({ roundId: ROUND, areaId: SYSTEM, principleId: PARTNERS })
    expect(blank).toMatchObject({ state: 'not-discussed', level: null, id: `${ROUND}:${SYSTEM}:${PARTNERS}` })
  })

  it('AS12: the last count is said with votes, range, median, verdict and rule', () => {
    const mine = rating(PARTNERS)
    const both = [...votes(mine, 1, 3, 0, 0, 3, 0), ...votes(mine, 2, 0, 2, 6, 3, 0)]
    expect(countSentence(both)).toBe(
      'Second count: agreed. Median 2, range 1 to 3. 0 of 11 votes are outside 1 to 3: fewer than a third, so agreed.',
    )
    expect(countSentence(votes(mine, 1, 3, 0, 0, 3, 0))).toBe(
      'First count: split. Median 0, range 0 to 3. 3 of 6 votes are outside 0 to 1: a third or more, so split.',
    )
    expect(countSentence(votes(mine, 1, 0, 2))).toBe(
      'First count: too few votes to say. Median 1, all at 1. 2 votes: the rule needs at least three.',
    )
    expect(countSentence([])).toBe('')
  })

  it('AS13: only 0 to 4 are levels', () => {
    expect(['0', '4', '5', '', ' 1', '10', 'x'].map(levelOf)).toEqual([0, 4, null, null, null, null, null])
  })

  it('AS14: the first principle has none before it and the last none after', () => {
    const { principles } = framework
    const byNumber = (number: number) => principles.find(one => one.number === number)!
    expect(neighboursOf(principles, byNumber(1).id).before).toBeNull()
    expect(neighboursOf(principles, byNumber(1).id).after?.number).toBe(2)
    expect(neighboursOf(principles, byNumber(9).id).after).toBeNull()
  })
})
