import { describe, expect, it } from 'vitest'
import { runIoErrors } from './io-errors.ts'
import { works } from './io-works.ts'
import { whyNoShim } from './shim.ts'

/** So many of the calls of each kind; `npm run test:io-errors` makes every one fail, in every way. */
const MOST = 2

const why = whyNoShim()
if (why) console.log(`Faults of the disk are not made here: ${why}.`)

const names = works.map(({ name }) => name)

describe.skipIf(why !== null).concurrent('a disk that fails', () => {
  it.each([[names.filter((_, index) => index % 2 === 0)], [names.filter((_, index) => index % 2 === 1)]])(
    'IO1 IO2 IO3 IO4 IO5: calls fail in %j, and nothing answered is lost',
    async some => {
      const { wrong, injected, survived } = await runIoErrors(some, MOST)
      expect(wrong).toEqual([])
      expect(injected).toBeGreaterThan(50)
      expect(survived).toBe(injected)
    },
    240_000,
  )
})
