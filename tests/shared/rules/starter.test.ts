import { expect, it } from 'vitest'
import json from '../../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../../shared/model/framework.ts'
import { starterFields, startersFor } from '../../../shared/rules/starter.ts'
import { action, PARTNERS, rowsWith, SYSTEM } from '../../helpers/rows.ts'

const framework = Framework.parse(json)
const partners = framework.principles.find(principle => principle.id === PARTNERS)!
const TODAY = '2026-11-24'

it('RU30: the suggestions are those of the step up, due after their typical months, and know the plan', () => {
  const planned = action(PARTNERS, {
    title: 'Move wellbeing and community roles to contracts of two years or more',
  })
  const starters = startersFor(
    rowsWith({ actions: [planned] }),
    partners,
    { areaId: SYSTEM, level: 2 },
    TODAY,
  )
  expect(
    starters.map(starter => [starter.from, starter.to, starter.index, starter.dueOn, starter.inPlan]),
  ).toEqual([
    [2, 3, 0, '2027-08-24', planned],
    [2, 3, 1, '2027-08-24', null],
  ])
})

it('RU31: at the top, and before a level, there is nothing to suggest', () => {
  expect(startersFor(rowsWith(), partners, { areaId: SYSTEM, level: 4 }, TODAY)).toEqual([])
  expect(startersFor(rowsWith(), partners, { areaId: SYSTEM, level: null }, TODAY)).toEqual([])
})

it('RU32: a starter action begins with its step, dates and the role in the system’s own words', () => {
  expect(starterFields(framework, partners, { from: 2, index: 0 }, 'stp', TODAY)).toMatchObject({
    currentLevel: 2,
    targetLevel: 3,
    startOn: '2026-11-24',
    dueOn: '2027-08-24',
    ownerRole: 'CCG mental health commissioner',
  })
  expect(starterFields(framework, partners, { from: 2, index: 0 }, 'ics', TODAY)?.ownerRole).toBe(
    'ICB or place mental health commissioner',
  )
  expect(starterFields(framework, partners, { from: 4, index: 0 }, 'stp', TODAY)).toBeNull()
})
