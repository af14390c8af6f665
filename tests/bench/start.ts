import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../../scripts/build.ts'
import { testElectron } from '../../scripts/test-electron.ts'
import { desktopEnv, electronFlags, freshFolder } from '../e2e/helpers/desktop-app.ts'
import { builtEngine } from './built-engine.ts'
import { median, type Row } from './measure.ts'
import { megabytesOf } from './process-memory.ts'
import type { Scale } from './scale.ts'

/** Idle for this long before its memory is counted. */
const IDLE_MS = 3000

type App = {
  readonly main: string
  readonly ready: string
  readonly args: readonly string[]
  readonly folder: string
}

/** `start` and `start-memory`: the sample workbook opened by a double click, beside one blank window of the same runtime. */
export async function benchStart(scale: Scale): Promise<Row[]> {
  const { createSampleFile } = await builtEngine()
  const runtime = await runtimeOfOurs()
  const apps = [freshFolder(), freshFolder()].map(folder => ({ folder, args: [] as string[] }))
  const [ours, blank] = apps as [(typeof apps)[number], (typeof apps)[number]]
  const workbook = join(ours.folder, 'Sample.ninefold')
  createSampleFile(workbook)
  const both: readonly App[] = [
    { ...ours, main: join(root, 'dist/electron/main.cjs'), ready: '.overview .cards', args: [workbook] },
    { ...blank, main: join(import.meta.dirname, 'blank-app.cjs'), ready: 'h1' },
  ]
  // Not counted: what a first start writes into the settings.
  if (!scale.isShort) for (const app of both) await started(runtime, app, 0)
  const found = both.map(() => ({ times: [] as number[], megabytes: [] as number[] }))
  for (let run = 0; run < scale.runs(9); run++)
    for (const [index, app] of both.entries()) {
      const { took, megabytes } = await started(runtime, app, scale.isShort ? 100 : IDLE_MS)
      found[index]!.times.push(took)
      found[index]!.megabytes.push(megabytes)
    }
  for (const { folder } of apps) rmSync(folder, { recursive: true, force: true })
  const row = (name: string, goal: number, [value, reference]: number[]): Row => ({
    name,
    value: value!,
    reference: reference!,
    goal,
  })
  return [
    row(
      'start',
      1.5,
      found.map(({ times }) => median(times)),
    ),
    row(
      'start-memory',
      1.6,
      found.map(({ megabytes }) => median(megabytes)),
    ),
  ]
}

/** From the start of the process until what is looked for is painted and the page has nothing more to do. */
async function started(runtime: string, app: App, idleMs: number) {
  const env = await desktopEnv({
    NINEFOLD_ENGINE_NODE: process.execPath,
    BENCH_MAIN: app.main,
    BENCH_READY: app.ready,
  })
  const from = Date.now()
  const child = spawn(join(runtime, 'electron'), [...electronFlags(app.folder), ...app.args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const took = (await readyAt(child)) - from
    await pause(idleMs)
    return { took, megabytes: megabytesOf(child.pid!) }
  } finally {
    await end(child)
  }
}

async function readyAt(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const [, at] = /^bench-ready (\d+)$/.exec(line) ?? []
    if (at) return Number(at)
  }
  throw new Error('The app ended before it showed anything')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), 8000)
  await gone
  clearTimeout(last)
}

/** The test Electron once more, by links, with a program that says when its first window is ready. */
async function runtimeOfOurs(): Promise<string> {
  const { home, version } = await testElectron()
  const copy = join(root, '.cache', `bench-electron-${version}`)
  if (!existsSync(join(copy, 'electron'))) {
    rmSync(copy, { recursive: true, force: true })
    execFileSync('cp', ['-al', home, copy])
  }
  const app = join(copy, 'resources/app')
  // The files are links: written over, the test Electron itself would change.
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app, { recursive: true })
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'ninefold', productName: 'Ninefold', version: '0.1.0', main: 'main.cjs' }),
  )
  writeFileSync(
    join(app, 'main.cjs'),
    `require(${JSON.stringify(join(import.meta.dirname, 'say-when-ready.cjs'))})\nrequire(process.env.BENCH_MAIN)\n`,
  )
  return copy
}
