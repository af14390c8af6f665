import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.ts'
import { checkNode } from './check-node.ts'
import { installSystemNeeds } from './system-needs.ts'
import { testElectron } from './test-electron.ts'

/** What came of one suite; `why` says why some of it could not run. */
type Tally = { passed: number; failed: number; skipped: number; why?: string }

type Suite = {
  readonly name: string
  run(): Promise<Tally>
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)
const results = join(root, 'test-results')

/** `npm run check` stops before the suites that need a browser or a window. */
const isQuick = process.argv.includes('--quick')

checkNode()
mkdirSync(results, { recursive: true })
const missing = isQuick ? [] : installSystemNeeds(line => console.log(line))
if (missing.length > 0) console.log(`not on this computer: ${missing.join(', ')}`)

const quick: readonly Suite[] = [
  { name: 'types', run: types },
  { name: 'lint', run: () => command(bin('biome'), ['check', '--error-on-warnings', '.']) },
  // The host's tests serve the built page.
  { name: 'build', run: () => command(process.execPath, ['scripts/build.ts']) },
  { name: 'unit, engine and host', run: () => vitest('tests/vitest.config.ts') },
]
const whole: readonly Suite[] = [
  {
    name: 'end to end, Chromium',
    run: () => endToEnd('chromium', missing.includes('Chromium') ? 'no Chromium was found' : null),
  },
  { name: 'end to end, desktop', run: async () => endToEnd('desktop', await whyNoDesktop()) },
  // Whether every row works; its figures say nothing.
  { name: 'bench, short', run: () => command(process.execPath, ['tests/bench/run.ts', '--short']) },
]

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
for (const suite of isQuick ? quick : [...quick, ...whole]) {
  console.log(`\n── ${suite.name}`)
  const started = Date.now()
  const tally = await suite.run()
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${suite.name}: ${line(tally)} in ${seconds} s${tally.why ? ` (${tally.why})` : ''}`)
}
console.log(`\n${line(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

function line({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** One tsconfig a runtime, each a test of its own. */
async function types(): Promise<Tally> {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    references: { path: string }[]
  }
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { path } of references) {
    const { passed, failed } = await command(bin('tsc'), ['-p', path])
    sum.passed += passed
    sum.failed += failed
  }
  return sum
}

async function command(program: string, args: readonly string[]): Promise<Tally> {
  const code = await spawned(program, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Runs a vitest project and counts from its report; a run that leaves none has failed. */
async function vitest(config: string, project?: string): Promise<Tally> {
  const report = join(results, `${project ?? 'unit'}.json`)
  rmSync(report, { force: true })
  const choice = project ? ['--project', project] : []
  const pace = project === 'chromium' ? ['--fileParallelism', '--maxWorkers=2'] : []
  const code = await spawned(bin('vitest'), [
    'run',
    ...['--config', config, ...choice, ...pace],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, why: 'vitest did not finish' }
  const counts = JSON.parse(readFileSync(report, 'utf8'))
  const passed: number = counts.numPassedTests
  const failed: number = counts.numFailedTests
  // A file that cannot be loaded has no tests to fail.
  const broken = code !== 0 && failed === 0 ? 1 : 0
  return { passed, failed: failed + broken, skipped: counts.numTotalTests - passed - failed }
}

async function endToEnd(project: 'chromium' | 'desktop', why: string | null): Promise<Tally> {
  if (!why) return vitest('tests/e2e/vitest.config.ts', project)
  const files = join(root, 'tests/e2e', project)
  return { passed: 0, failed: 0, skipped: existsSync(files) ? await countTests(project) : 1, why }
}

async function countTests(project: string): Promise<number> {
  const list = join(results, `${project}-list.json`)
  await spawned(
    bin('vitest'),
    ['list', '--config', 'tests/e2e/vitest.config.ts', '--project', project, `--json=${list}`],
    'ignore',
  )
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as unknown[]).length : 1
}

async function whyNoDesktop(): Promise<string | null> {
  const lacking = missing.filter(name => name === 'Xvfb' || name.startsWith('lib'))
  if (lacking.length > 0 && !(process.env.DISPLAY && lacking.join() === 'Xvfb'))
    return `${lacking.join(', ')} not found`
  try {
    await testElectron()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function spawned(
  program: string,
  args: readonly string[],
  stdio: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  return new Promise(resolve => {
    const isScript = process.platform === 'win32' && !program.endsWith('.exe')
    const env = { ...process.env, NINEFOLD_BUILT: '1' }
    const child = spawn(program, args, { cwd: root, stdio, env, shell: isScript })
    child.once('error', () => resolve(1))
    child.once('exit', code => resolve(code ?? 1))
  })
}
