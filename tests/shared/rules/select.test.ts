import { expect, it } from 'vitest'
import {
  actionsOf,
  agreementIn,
  areasCoveredBy,
  evidenceOf,
  latenessOf,
  openRoundOf,
  placesOf,
  ratingOf,
  ratingStateOf,
  roundBefore,
  systemOf,
  updatesOf,
  votesOf,
} from '../../../shared/rules/select.ts'
import {
  ALDERBROOK,
  action,
  evidence,
  OUTCOMES,
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

it('RU1: lists and maps of the same rows give the same answers', () => {
  const row = rating(PARITY)
  const rows = rowsWith({ ratings: [row] })
  const key = { roundId: ROUND, areaId: SYSTEM, principleId: PARITY }
  expect(ratingOf(rows, key)).toBe(row)
  expect(ratingOf({ ratings: new Map([[row.id, row]]) }, key)).toBe(row)
  expect(ratingStateOf(ratingOf(rows, { ...key, principleId: OUTCOMES }))).toBe('not-discussed')
})

it('RU2: the verdict of a rating is that of its last count', () => {
  const row = rating(PARITY)
  const rows = rowsWith({ votes: [...votes(row, 1, 3, 0, 0, 0, 3), ...votes(row, 2, 0, 0, 6)] })
  expect(agreementIn(rows, row.id)).toMatchObject({ verdict: 'agreed', votes: 6, median: 2 })
  expect(agreementIn(rowsWith({ votes: votes(row, 1, 3, 0, 0, 0, 3) }), row.id).verdict).toBe('split')
  expect(votesOf(rows, row.id, 1)).toHaveLength(2)
})

it('RU3: the system has every action, a place its own', () => {
  const mine = action(PARITY, { ref: 2, areaId: ALDERBROOK })
  const theirs = action(PARITY, { ref: 1, areaId: WESTMERE })
  const shared = action(OUTCOMES, { ref: 3 })
  const rows = rowsWith({ actions: [mine, theirs, shared] })
  expect(actionsOf(rows, { areaId: SYSTEM }).map(row => row.ref)).toEqual([1, 2, 3])
  expect(actionsOf(rows, { areaId: SYSTEM, principleId: PARITY }).map(row => row.ref)).toEqual([1, 2])
  expect(actionsOf(rows, { areaId: ALDERBROOK })).toEqual([mine])
})

it('RU4: evidence of the whole system counts for each place, of no named area only for the system', () => {
  const whole = evidence({ ref: 1 })
  const local = evidence({ ref: 2 })
  const nowhere = evidence({ ref: 3 })
  const other = evidence({ ref: 4 })
  const rows = rowsWith({
    evidence: [nowhere, local, whole, other],
    evidenceLinks: [
      ...ties(whole, [PARITY], [SYSTEM]),
      ...ties(local, [PARITY], [WESTMERE]),
      ...ties(nowhere, [PARITY], []),
      ...ties(other, [OUTCOMES], [WESTMERE]),
    ],
  })
  const refs = (areaId: typeof SYSTEM, principleId?: typeof PARITY) =>
    evidenceOf(rows, principleId ? { areaId, principleId } : { areaId }).map(item => item.ref)
  expect(refs(SYSTEM, PARITY)).toEqual([1, 2, 3])
  expect(refs(SYSTEM)).toEqual([1, 2, 3, 4])
  expect(refs(WESTMERE, PARITY)).toEqual([1, 2])
  expect(refs(ALDERBROOK, PARITY)).toEqual([1])
  expect(areasCoveredBy(rows, local.id)).toEqual([WESTMERE])
})

it('RU5: places come in their order, the open round is the last open one and knows the one before', () => {
  const spring = round('spring' as typeof ROUND, 'Spring 2026', { position: 0, state: 'signed-off' })
  const rows = rowsWith({ rounds: [round(ROUND, 'Autumn 2026'), spring] })
  expect(systemOf(rows)?.name).toBe('Northmoor and Vale')
  expect(placesOf(rows).map(place => place.name)).toEqual(['Alderbrook', 'Westmere'])
  expect(openRoundOf(rows)?.id).toBe(ROUND)
  expect(roundBefore(rows, ROUND)).toBe(spring)
  expect(roundBefore(rows, spring.id)).toBeUndefined()
})

it('RU6: a closed action is not late', () => {
  const rows = rowsWith()
  const late = action(PARITY, { dueOn: '2026-11-14' })
  expect(latenessOf(rows, late, '2026-11-24')).toBe(10)
  expect(latenessOf(rows, { ...late, statusId: 'done' }, '2026-11-24')).toBe(0)
  expect(latenessOf(rows, { ...late, dueOn: null }, '2026-11-24')).toBe(0)
})

it('RU7: updates come newest first', () => {
  const one = action(PARITY)
  const update = (id: string, on: string) => ({
    id: id as never,
    actionId: one.id,
    on,
    text: id,
    author: '',
    statusId: null,
    addedAt: '2026-11-01T09:00:00.000Z',
  })
  const rows = rowsWith({ updates: [update('old', '2026-08-11'), update('new', '2026-10-02')] })
  expect(updatesOf(rows, one.id).map(row => row.text)).toEqual(['new', 'old'])
})
