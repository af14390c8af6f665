import { describe, expect, it } from 'vitest'
import framework from '../../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../../shared/model/framework.ts'
import type { RoundId } from '../../../shared/model/ids.ts'
import { lastTime, roundChecks, whyNotStart } from '../../../shared/rules/rounds.ts'
import {
  ALDERBROOK,
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
  WESTMERE,
} from '../../helpers/rows.ts'

const shipped = Framework.parse(framework)
const TODAY = '2026-11-24'
const words = (more: Parameters<typeof rowsWith>[0]) =>
  roundChecks(rowsWith(more), shipped, ROUND, TODAY).map(({ heading, label, detail }) => [
    heading,
    label,
    detail,
  ])

describe('looking a round through', () => {
  it('RN1: an area in which nothing was discussed is one line', () => {
    expect(words({})).toEqual([
      ['Not discussed', 'Northmoor and Vale', 'Nothing has been discussed here'],
      ['Not discussed', 'Alderbrook', 'Nothing has been discussed here'],
      ['Not discussed', 'Westmere', 'Nothing has been discussed here'],
    ])
  })

  it('RN1: what is not discussed, split, without recent evidence or without an action is named', () => {
    const all = shipped.principles.map(({ id }) => id)
    const rated = (areaId: typeof SYSTEM) => all.map(id => rating(id, { areaId }))
    const split = rating(OUTCOMES)
    const rows = {
      ratings: [
        ...all
          .filter(id => id !== PARITY && id !== OUTCOMES && id !== PARTNERS)
          .map(id => rating(id, id === all[8] ? { targetLevel: 3 } : {})),
        split,
        rating(PARTNERS, { level: 4 }),
        ...rated(ALDERBROOK),
        ...rated(WESTMERE),
      ],
      votes: votes(split, 1, 3, 0, 0, 3),
    }
    const found = roundChecks(rowsWith(rows), shipped, ROUND, TODAY)
    expect(found.map(({ kind, principleId }) => [kind, principleId])).toEqual([
      ['not-discussed', PARITY],
      ['split', OUTCOMES],
      ['old-evidence', PARTNERS],
      ['no-action', all[8]],
    ])
  })

  it('RN1: a place is named beside its principle', () => {
    const all = shipped.principles.map(({ id }) => id)
    const found = words({
      ratings: [SYSTEM, WESTMERE, ALDERBROOK].flatMap(areaId =>
        all.filter(id => areaId !== ALDERBROOK || id !== PARITY).map(id => rating(id, { areaId })),
      ),
    })
    expect(found).toEqual([['Not discussed', '1 Parity of esteem (Alderbrook)', 'Not yet discussed']])
  })
})

describe('starting the next round', () => {
  const spring = round('spring' as RoundId, 'Spring 2027', { asAt: '2027-05-31', position: 2 })

  it('RN10: waits until the last is signed off, and speaks of no earlier day', () => {
    const open = [round(ROUND, 'Autumn 2026')]
    const signed = [round(ROUND, 'Autumn 2026', { state: 'signed-off' })]
    expect(whyNotStart(open, spring)).toMatch(/Autumn 2026 is still open/)
    expect(whyNotStart(signed, spring)).toBeNull()
    expect(whyNotStart(signed, { name: 'Summer', asAt: '2026-06-30' })).toMatch(/later day/)
  })

  it('RN11: has a name of its own, whatever its case', () => {
    const signed = [round(ROUND, 'Autumn 2026', { state: 'signed-off' })]
    expect(whyNotStart(signed, { name: ' autumn 2026 ', asAt: '2027-05-31' })).toMatch(
      /already a round called/,
    )
  })
})

describe('what the last round leaves', () => {
  const signed = round(ROUND, 'Autumn 2026', { state: 'signed-off' })

  it('RN12: the level and reason, and the evidence of that time with its age now', () => {
    const [then, since] = [evidence({ refersOn: '2026-09-30' }), evidence({ refersOn: '2027-02-01' })]
    const rows = rowsWith({
      rounds: [signed],
      ratings: [rating(PARITY, { level: 3, reason: 'The plan has money.' })],
      evidence: [then, since],
      evidenceLinks: [...ties(then, [PARITY], []), ...ties(since, [PARITY], [])],
    })
    const [parity] = lastTime(rows, shipped.principles, { areaId: SYSTEM, round: signed }, '2027-05-20')
    expect(parity?.rating).toMatchObject({ level: 3, reason: 'The plan has money.' })
    expect(parity?.evidence).toMatchObject({ items: 1, newestOn: '2026-09-30' })
  })

  it('RN13: a promise is kept, late or on its way', () => {
    const rows = rowsWith({
      rounds: [signed],
      actions: [
        action(PARITY, { statusId: 'done', dueOn: '2026-12-01' }),
        action(PARITY, { dueOn: '2027-03-01' }),
        action(PARITY, { dueOn: '2027-09-01' }),
      ],
    })
    const [parity] = lastTime(rows, shipped.principles, { areaId: SYSTEM, round: signed }, '2027-05-20')
    expect(parity?.promises.map(({ outcome }) => outcome)).toEqual(['kept', 'late', 'on-its-way'])
  })
})
