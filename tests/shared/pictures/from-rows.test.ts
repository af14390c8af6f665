import { expect, it } from 'vitest'
import type { RoundId } from '../../../shared/model/ids.ts'
import { areasInput, evidenceInput, radarInput } from '../../../shared/pictures/from-rows.ts'
import { framework } from '../../helpers/framework.ts'
import {
  ALDERBROOK,
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
  WESTMERE,
} from '../../helpers/rows.ts'

const CHOSEN = { areaId: SYSTEM, roundId: ROUND }
const SPRING = 'spring' as RoundId
const rounds = [round(SPRING, 'Spring 2026', { position: 0 }), round(ROUND, 'Autumn 2026')]

it('PI3: a principle without a row is not discussed, and so is a row without a level', () => {
  const rows = rowsWith({
    ratings: [rating(PARITY, { state: 'not-discussed', level: null, targetLevel: 3 })],
  })
  const [first, second] = radarInput(rows, framework, CHOSEN).principles
  expect([first?.now, first?.target, second?.now]).toEqual([
    { state: 'not-discussed' },
    3,
    { state: 'not-discussed' },
  ])
})

it('PI3: what does not apply has no target either', () => {
  const rows = rowsWith({
    ratings: [rating(PARITY, { state: 'not-applicable', level: null, targetLevel: 3 })],
  })
  const [first] = radarInput(rows, framework, CHOSEN).principles
  expect([first?.now, first?.target]).toEqual([{ state: 'not-applicable' }, null])
})

it('PI2: level 0 is a level', () => {
  const rows = rowsWith({ ratings: [rating(PARITY, { level: 0 })] })
  expect(radarInput(rows, framework, CHOSEN).principles[0]?.now).toEqual({
    state: 'rated',
    level: 0,
    isSplit: false,
  })
})

it('PI18: split is what the last count says', () => {
  const of = rating(PARITY)
  const first = votes(of, 1, 3, 0, 0, 0, 3)
  const second = votes(of, 2, 0, 0, 6)
  const isSplit = (all: typeof first) => {
    const now = radarInput(rowsWith({ ratings: [of], votes: all }), framework, CHOSEN).principles[0]?.now
    return now?.state === 'rated' && now.isSplit
  }
  expect([isSplit(first), isSplit([...first, ...second])]).toEqual([true, false])
})

it('PI4: last round is the round before the one shown, for the same area', () => {
  const ratings = [
    rating(PARITY, { roundId: SPRING, level: 1 }),
    rating(PARITY, { roundId: SPRING, areaId: ALDERBROOK, level: 4 }),
  ]
  const rows = rowsWith({ rounds, ratings })
  const autumn = radarInput(rows, framework, CHOSEN)
  const spring = radarInput(rows, framework, { ...CHOSEN, roundId: SPRING })
  expect([autumn.lastRoundName, autumn.principles[0]?.last]).toEqual([
    'Spring 2026',
    { state: 'rated', level: 1, isSplit: false },
  ])
  expect([spring.lastRoundName, spring.principles[0]?.last]).toEqual([null, null])
})

it('PI9: every area in its order, each with its own level', () => {
  const ratings = [
    rating(PARITY, { level: 2 }),
    rating(PARITY, { areaId: WESTMERE, level: 0 }),
    rating(PARITY, { areaId: ALDERBROOK, level: 4 }),
  ]
  const input = areasInput(rowsWith({ ratings }), framework, ROUND)
  expect(input.placeNames).toEqual(['Alderbrook', 'Westmere'])
  const { system, places } = input.principles[0]!
  expect([system, ...places].map(each => each.state === 'rated' && each.level)).toEqual([2, 4, 0])
})

it('PI15: a place has what covers it or the whole system; the system has everything', () => {
  const [mine, all, other, nowhere] = [evidence(), evidence(), evidence(), evidence()]
  const rows = rowsWith({
    evidence: [mine, all, other, nowhere],
    evidenceLinks: [
      ...ties(mine, [PARITY, OUTCOMES], [ALDERBROOK]),
      ...ties(all, [PARITY], [SYSTEM]),
      ...ties(other, [PARITY], [WESTMERE]),
      ...ties(nowhere, [PARITY, PARTNERS], []),
    ],
  })
  const counts = (areaId: typeof SYSTEM) =>
    evidenceInput(rows, framework, { ...CHOSEN, areaId }, '2026-11-24')
      .principles.slice(0, 3)
      .map(principle => principle.items.length)
  expect([counts(SYSTEM), counts(ALDERBROOK)]).toEqual([
    [4, 1, 1],
    [2, 1, 0],
  ])
})
