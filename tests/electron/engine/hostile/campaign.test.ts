import { expect, it } from 'vitest'
import { runCampaign } from '../../../helpers/hostile/campaign.ts'

it('HW1 HW2 HW3 HW4 HW5 HW7 HW9: changed files of every version, tried by every door in a process that may be killed', async () => {
  const { counts, faults } = await runCampaign({
    bytes: 60,
    schemas: 25,
    values: 25,
    seed: 9,
    deadlineMs: 10_000,
  })
  expect(faults).toEqual([])
  expect(counts.schemas).toEqual({ refused: 25, found: 0, harmless: 0, unnoticed: 0 })
  expect(counts.bytes.refused + counts.bytes.found).toBeGreaterThan(30)
  expect(counts.values.refused + counts.values.found).toBeGreaterThan(12)
}, 120_000)
