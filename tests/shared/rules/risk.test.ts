import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Framework } from '../../../shared/model/framework.ts'
import { riskOf } from '../../../shared/rules/risk.ts'

const file = new URL('../../../resources/framework/nine-principles.json', import.meta.url)
const { bands } = (JSON.parse(readFileSync(file, 'utf8')) as Framework).actionPlan.risk

it('RK1: the score is likelihood times consequence, with the band of the framework', () => {
  expect(riskOf({ likelihood: 4, consequence: 3 }, bands)).toMatchObject({ score: 12, band: { id: 'high' } })
})

it('RK2: half a score is no score', () => {
  expect(riskOf({ likelihood: 4, consequence: null }, bands)).toBeNull()
  expect(riskOf({ likelihood: null, consequence: 3 }, bands)).toBeNull()
})

it('RK3: every one of the 25 squares lies in a band', () => {
  for (const likelihood of [1, 2, 3, 4, 5])
    for (const consequence of [1, 2, 3, 4, 5])
      expect(
        riskOf({ likelihood, consequence }, bands)?.band,
        `${likelihood} x ${consequence}`,
      ).not.toBeNull()
})
