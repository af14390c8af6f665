import fc from 'fast-check'
import { expect, it } from 'vitest'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { attendanceShown } from '../../../shared/rules/attendance.ts'

const of = (people: Partial<Record<OrganisationType, number>>) =>
  new Map(Object.entries(people)) as Map<OrganisationType, number>

it('RN15: small groups of either round stand together, and who was missing twice is named', () => {
  const shown = attendanceShown(
    of({ commissioner: 4, council: 5, community: 1, 'primary-care': 3 }),
    of({ commissioner: 3, council: 2, community: 4 }),
  )
  expect(shown).toEqual({
    rows: [
      { label: 'Commissioner', before: 4, now: 3 },
      { label: 'Primary care', before: 3, now: 0 },
      { label: 'Others together', before: 6, now: 6 },
    ],
    before: 13,
    now: 9,
    nobody: ['mental-health-trust', 'acute-trust', 'voluntary-sector', 'lived-experience'],
  })
  expect(attendanceShown(of({ council: 5, community: 1 }), of({ council: 5 })).rows).toEqual([])
})

it('RN15: whoever came, no number from one to two is shown, and nobody is lost', () => {
  const people = fc.dictionary(fc.constantFrom(...organisationTypes), fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(people, people, (before, now) => {
      const { rows, ...sums } = attendanceShown(of(before), of(now))
      for (const round of ['before', 'now'] as const) {
        for (const row of rows) expect([1, 2]).not.toContain(row[round])
        const all = rows.reduce((sum, row) => sum + row[round], 0)
        if (rows.length > 0) expect(all).toBe(sums[round])
      }
      expect(rows.length).not.toBe(1)
    }),
  )
})
