import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium } from 'playwright-core'
import { createLargeSampleFile } from '../../electron/engine/sample/large/large-sample.ts'
import { build } from '../../scripts/build.ts'
import { startPage } from '../e2e/pages/start-page.ts'
import { CHROMIUM_FLAGS, neededChromium } from '../helpers/chromium.ts'
import { grown, type Point } from './grown.ts'
import { compareHeaps, takeHeap } from './heaps.ts'
import type { Left } from './host-child.ts'
import { oneRound } from './round.ts'

/**
 * `npm run test:memory [rounds]`: a round is what a person does in about a minute, so that sixty are an hour. After every
 * third the page and the host clear their memory and say what is left. Ends with 1 when it grows. `--short` is a look
 * whether the script still works, some twenty seconds.
 */
const isShort = process.argv.includes('--short')
const rounds = isShort ? 2 : Number(process.argv[2] ?? 60)
const every = isShort ? 1 : 3
const size = isShort
  ? { actions: 200, evidence: 40, places: 3, rounds: 2 }
  : { actions: 2000, evidence: 400, places: 10, rounds: 4 }

await build({ ifStale: true, quiet: true })
const folder = await mkdtemp(join(tmpdir(), 'ninefold-memory-'))
createLargeSampleFile(join(folder, 'Large.ninefold'), size)
process.env.NINEFOLD_SETTINGS = join(folder, '.settings')
const token = 'm'.repeat(64)
const host = fork(join(import.meta.dirname, 'host-child.ts'), [folder, token], { execArgv: ['--expose-gc'] })
const [{ port }] = (await once(host, 'message')) as [{ port: number }]
const browser = await chromium.launch({ executablePath: neededChromium(), args: CHROMIUM_FLAGS })
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(300_000)
  await page.goto(`http://127.0.0.1:${port}/#token=${token}`)
  await startPage(page).open('Zephmere and Orrin')
  const cdp = await context.newCDPSession(page)
  const points: Point[] = []
  const heaps: Map<string, number>[] = []
  console.log('round  page MB   nodes listeners  host MB outside     rss')
  for (let round = 0; round <= rounds; round++) {
    if (round > 0) await oneRound(page, round)
    if (round % every !== 0) continue
    const point = { round, ...(await leftInPage(cdp)), ...(await leftInHost()) }
    points.push(point)
    console.log(lineOf(point))
    // By then everything that is loaded once is loaded.
    if (round === every * 3 || round >= rounds - (rounds % every)) heaps.push(await takeHeap(cdp))
  }
  if (heaps.length > 1)
    console.log(`\nWhat grew in the page by most:\n${compareHeaps(heaps[0]!, heaps.at(-1)!)}`)
  const wrong = isShort ? [] : grown(points)
  for (const sentence of wrong) console.log(`WRONG ${sentence}`)
  process.exitCode = wrong.length > 0 ? 1 : 0
} finally {
  await browser.close()
  host.send('stop')
  await once(host, 'exit')
  await rm(folder, { recursive: true, force: true })
}

async function leftInPage(cdp: CDPSession) {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  return { page: usedSize / 1e6, nodes, listeners: jsEventListeners }
}

async function leftInHost(): Promise<{ host: number; outside: number; rss: number }> {
  host.send('measure')
  const [left] = (await once(host, 'message')) as [Left]
  return { host: left.heap, outside: left.outside, rss: left.rss }
}

function lineOf({ round, page, nodes, listeners, host: heap, outside, rss }: Point): string {
  const figures = [page.toFixed(2), nodes, listeners, heap.toFixed(2), outside.toFixed(2), rss.toFixed(0)]
  return [String(round).padStart(5), ...figures.map(figure => String(figure).padStart(8))].join(' ')
}
