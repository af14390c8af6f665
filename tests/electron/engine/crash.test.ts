import { expect, it } from 'vitest'
import { LARGE } from '../../crash/activities.ts'
import { runCrashes } from '../../crash/campaign.ts'

/** Some of what can be done; RP16, RM30, SN9 and SF9 kill elsewhere, and `npm run test:crash` in all of it, again and again. */
const DURING = [
  'type',
  'vote',
  'attach large',
  'copy, redacted and locked',
  'host',
  'snapshot',
  'go back',
  'publish',
  'update from 10',
]

it('CR1 CR2 CR3 CR4 CR5 CR6: killed while working, with the disk failing or not, nothing that was answered is lost', async () => {
  const { byActivity, wrong } = await runCrashes({
    kills: DURING.length,
    seed: 7,
    large: LARGE.short,
    names: DURING,
  })
  expect(wrong).toEqual([])
  expect([...byActivity.keys()].sort()).toEqual([...DURING].sort())
}, 240_000)
