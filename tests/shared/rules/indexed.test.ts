import { expect, it } from 'vitest'
import type { Vote } from '../../../shared/model/rating.ts'
import { groupsOf, rowById } from '../../../shared/rules/indexed.ts'
import { actionsOf, agreementIn, evidenceOf, ratingOf } from '../../../shared/rules/select.ts'
import * as make from '../../helpers/rows.ts'

/** The same list, counting how often it is gone through. */
function counted<T>(rows: readonly T[]) {
  let times = 0
  return {
    times: () => times,
    values() {
      times++
      return rows.values()
    },
  }
}

it('SC8: a collection is gone through once, however often rules ask for some of it', () => {
  const rating = make.rating(make.PARITY)
  const votes = counted<Vote>(make.votes(rating, 1, 2, 2, 3))
  const actions = counted(
    [2, 1, 3].map(ref => make.action(make.PARITY, { id: `action-${ref}` as never, ref })),
  )
  const ratings = counted([rating])
  const rows = { ...make.rowsWith(), votes, actions, ratings }
  for (let times = 0; times < 50; times++) {
    expect(agreementIn(rows, rating.id)).toMatchObject({ verdict: 'agreed', votes: 7 })
    expect(ratingOf(rows, rating)).toBe(rating)
    const scope = { areaId: make.SYSTEM, principleId: make.PARITY }
    expect(actionsOf(rows, scope).map(action => action.ref)).toEqual([1, 2, 3])
    expect(actionsOf(rows, { ...scope, principleId: make.OUTCOMES })).toEqual([])
  }
  expect([votes.times(), actions.times(), ratings.times()]).toEqual([1, 1, 1])
})

it('SC8: a fresh state of a collection is looked through anew, and what has no key is in no group', () => {
  const [one, two] = [
    { id: 'a', of: 'x' as string | null },
    { id: 'b', of: null },
  ]
  const of = (row: { of: string | null }) => row.of
  expect(groupsOf([one, two], of)).toEqual(new Map([['x', [one]]]))
  expect(groupsOf([one, { ...two, of: 'x' }], of).get('x')).toHaveLength(2)
  expect(rowById([one, two], 'b')).toBe(two)
  expect(rowById(new Map([['a', one]]), 'b')).toBeUndefined()
})

it('SC8: an item tied twice to a principle is one item, in the order of references', () => {
  const [late, early] = [make.evidence({ ref: 9 }), make.evidence({ ref: 4 })]
  const tie = (item: typeof late, id: string) => ({
    id,
    evidenceId: item.id,
    areaId: null,
    principleId: make.PARITY,
    actionId: null,
  })
  const evidenceLinks = [tie(late, '1'), tie(late, '2'), tie(early, '3')]
  const rows = { ...make.rowsWith(), evidence: [late, early], evidenceLinks }
  expect(evidenceOf(rows, { areaId: make.SYSTEM, principleId: make.PARITY })).toEqual([early, late])
  expect(evidenceOf(rows, { areaId: make.WESTMERE, principleId: make.PARITY })).toEqual([])
})
