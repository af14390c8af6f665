import { expect, it } from 'vitest'
import { sampleSizeOf } from '../../../electron/cli/sample-size.ts'
import { SampleSize } from '../../../shared/model/sample-size.ts'

it('SC1: what is not asked for is as in the sample that tells a story, and with nothing asked for it is that one', () => {
  expect(sampleSizeOf({})).toBeUndefined()
  expect(sampleSizeOf({ actions: '10000', places: '0' })).toEqual({
    actions: 10_000,
    evidence: 30,
    places: 0,
    rounds: 2,
  })
  const largest = sampleSizeOf({ actions: '100000', evidence: '20000', places: '200', rounds: '20' })
  expect(SampleSize.parse(largest)).toEqual(largest)
})

it.each(['many', '-1', '1e9', '100001', '2.5', '', ' ', '0x10', '99999999999999999999'])(
  'SC4: %j is no number of actions',
  typed => {
    expect(() => sampleSizeOf({ actions: typed })).toThrow(
      `--actions is a whole number from 0 to 100,000, not “${typed}”.`,
    )
  },
)

it('SC4: there is at least one round', () => {
  expect(() => sampleSizeOf({ rounds: '0' })).toThrow('--rounds is a whole number from 1 to 20, not “0”.')
})
