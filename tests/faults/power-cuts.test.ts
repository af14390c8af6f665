import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutRun, newTally, pickCuts, type Run, runsOf, type Tally } from './cut.ts'
import { quickFolder, record } from './record.ts'
import { whyNoShim } from './shim.ts'
import { workloads } from './workloads.ts'

/** A few dozen cuts a run; `npm run test:power-cuts` makes 10,000. */
const CUTS = 16

const why = whyNoShim()
if (why) console.log(`Power cuts are not simulated here: ${why}.`)

describe.skipIf(why !== null)('power cuts', () => {
  let folder = ''
  let runs: Run[] = []
  beforeAll(async () => {
    folder = quickFolder('ninefold-cuts-')
    const { steps } = await record(
      folder,
      workloads.map(({ name }) => name),
      { size: 1 },
    )
    runs = runsOf(steps)
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function cut(name: string, count: number, forgotten?: RegExp): Promise<Tally> {
    const run = runs.find(one => one.name === name)!
    return cutRun(run, pickCuts(run, count, 1), folder, forgotten ? { forgotten } : {})
  }

  it.each(workloads.map(({ name }) => name))(
    'PC1 PC2 PC3 PC4 PC7 ED1: cut off while it does “%s”, nothing that was answered is lost and nothing is torn',
    async name => {
      expect(await cut(name, CUTS)).toEqual({ ...newTally(), points: CUTS, afterAck: CUTS / 2 })
    },
    240_000,
  )

  it.each([
    ['synchronous=OFF', 'corrupt'],
    ['synchronous=NORMAL', 'lost'],
    ['locking_mode=NORMAL;journal_mode=DELETE', 'lost'],
    ['journal_mode=MEMORY', 'corrupt'],
  ] as const)(
    'PC5: with %s it finds what is %s',
    async (pragmas, kind) => {
      const own = quickFolder('ninefold-cuts-')
      try {
        const { steps } = await record(own, ['rate'], { size: 1, pragmas: pragmas.split(';') })
        const run = runsOf(steps)[0]!
        const tally = await cutRun(run, pickCuts(run, 2 * CUTS, 1), own)
        expect(tally[kind], JSON.stringify(tally)).toBeGreaterThan(0)
      } finally {
        rmSync(own, { recursive: true, force: true })
      }
    },
    240_000,
  )

  it.each([
    ['copy', /\.(copy|tmp)/],
    ['export', /\.tmp/],
    ['publish', /\.tmp$/],
    ['snapshot', /\.part/],
    ['create', /\.new$/],
    ['migrate', /\.before-update$/],
  ])(
    'PC5: with the syncs of “%s” left out it finds a file that is not whole',
    async (name, forgotten) => {
      const tally = await cut(name, 1.5 * CUTS, forgotten)
      expect(tally.corrupt, JSON.stringify(tally)).toBeGreaterThan(0)
    },
    240_000,
  )

  it('PC5: with the sync of the folder left out it finds copies that were answered for and are gone', async () => {
    const tally = await cut('copy', 1.5 * CUTS, /^$/)
    expect(tally.lost, JSON.stringify(tally)).toBeGreaterThan(0)
  }, 240_000)
})
