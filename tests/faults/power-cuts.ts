import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCampaign } from './campaign.ts'
import { cutOf, cutRun, runsOf, type Tally } from './cut.ts'
import { quickFolder } from './record.ts'
import { whyNoShim } from './shim.ts'
import { readTrace } from './trace.ts'
import { workloads } from './workloads.ts'

/**
 * `npm run test:power-cuts`: 10,000 cuts over everything people do; `-- --points 500 --seed 7` for other numbers.
 * `-- --again rate:1234` looks at one cut of the last run once more.
 */
const KEPT = join(import.meta.dirname, '../../test-results/power-cuts')
const [TRACE, UNDER] = [join(KEPT, 'trace'), join(KEPT, 'under')]

const why = whyNoShim()
if (why) {
  console.log(`Skipped: ${why}.`)
  process.exit(0)
}
const folder = quickFolder('ninefold-cuts-')
try {
  const again = given('again')
  process.exitCode = again ? await look(again) : await campaign()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function campaign(): Promise<number> {
  const points = Number(given('points') ?? 10_000)
  const seed = Number(given('seed') ?? Math.floor(Math.random() * 1e9))
  console.log(`${points} cuts, seed ${seed}`)
  const started = Date.now()
  const sum = await runCampaign(
    folder,
    workloads.map(({ name }) => name),
    { points, size: Number(given('size') ?? 2), seed },
    ({ name, tally }) => console.log(`${name.padEnd(8)} ${line(tally)}`),
  )
  console.log(`${'all'.padEnd(8)} ${line(sum)} in ${Math.round((Date.now() - started) / 1000)} s`)
  for (const failure of sum.failures) console.log(failure)
  // The trace is kept for --again, whatever came of it.
  mkdirSync(KEPT, { recursive: true })
  copyFileSync(join(folder, 'trace'), TRACE)
  writeFileSync(UNDER, join(folder, 'under'))
  return sum.failures.length === 0 ? 0 : 1
}

async function look(again: string): Promise<number> {
  const [name, seed] = again.split(':') as [string, string]
  const run = runsOf(readTrace(TRACE, readFileSync(UNDER, 'utf8')), name)[0]!
  const { failures } = await cutRun(run, [cutOf(run, Number(seed))], folder)
  console.log(failures[0] ?? 'Nothing is wrong there.')
  return failures.length
}

function line({ points, afterAck, lost, torn, corrupt, stray }: Tally): string {
  return `${points} cuts, ${afterAck} right after an answer: ${lost} lost, ${torn} torn, ${corrupt} corrupt, ${stray} left something behind`
}

function given(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
