import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../../electron/engine/store/migrations/list.ts'
import { isSentence } from '../cli.ts'
import { createOldWorkbook } from '../old-workbook.ts'
import { changeBytes } from './byte-changes.ts'
import type { Outcome, Trial } from './fuzz-child.ts'
import { changeSchema, pick, type Random, randomly, schemaChange, schemaKinds } from './schema-changes.ts'
import { createSmallWorkbook } from './small-workbook.ts'
import { changeValue } from './value-changes.ts'

/** How many files of each kind, from which seed, and how long one door may take. */
export type CampaignSize = {
  readonly bytes: number
  readonly schemas: number
  readonly values: number
  readonly seed: number
  readonly deadlineMs: number
  /** Ends it early, with the figures so far. */
  readonly signal?: AbortSignal
  /** Told after each file how far it is, and what was wrong with it. */
  readonly onProgress?: (done: number, total: number, faults: readonly string[]) => void
}

/** What came of it all. Everything in `faults` is one thing too many. */
export type Figures = {
  readonly counts: Readonly<Record<'bytes' | 'schemas' | 'values', Record<Outcome['kind'], number>>>
  readonly faults: readonly string[]
  readonly slowestMs: number
  readonly largestRssMb: number
}

type Family = keyof Figures['counts']

const ENDED = 'ended'

/** Makes changed workbooks and tries each by every door, in a process that is killed when it does not answer. */
export async function runCampaign(size: CampaignSize): Promise<Figures> {
  const cupboard = mkdtempSync(join(tmpdir(), 'ninefold-hostile-'))
  const random = randomly(size.seed)
  const counts = { bytes: noCounts(), schemas: noCounts(), values: noCounts() }
  const faults: string[] = []
  let [slowestMs, largestRssMb, done] = [0, 0, 0]
  const trier = startTrier(size.deadlineMs)
  const total = size.bytes + size.schemas + size.values
  try {
    const originals = await makeOriginals(cupboard)
    const one = async (family: Family, make: (path: string, original: string) => string) => {
      const original = pick(originals, random)
      const folder = join(cupboard, 'received')
      mkdirSync(folder)
      const path = join(folder, 'received.ninefold')
      const about = `${family} ${done}: ${make(path, original)} of ${original.slice(-12)}`
      const outcome = await trier.run({ path, original, ours: originals[0]! })
      const found = outcome === ENDED ? ['no answer, or a crash'] : faultsIn(outcome, family)
      if (outcome !== ENDED) {
        counts[family][outcome.kind]++
        slowestMs = Math.max(slowestMs, outcome.slowestMs)
        largestRssMb = Math.max(largestRssMb, outcome.largestRssMb)
      }
      const told = found.map(fault => `${fault}: ${about}`)
      faults.push(...told)
      rmSync(folder, { recursive: true, force: true })
      size.onProgress?.(++done, total, told)
    }
    const makers = { bytes: makeBytes, schemas: makeSchema, values: makeValue }
    for (const family of schedule(size)) {
      if (size.signal?.aborted) break
      await one(family, (path, original) => makers[family](path, original, random))
    }
  } finally {
    trier.stop()
    rmSync(cupboard, { recursive: true, force: true })
  }
  return { counts, faults, slowestMs, largestRssMb }
}

/** All families in step, so that a campaign that is stopped early has tried some of each. */
function schedule(size: CampaignSize): Family[] {
  const families = ['bytes', 'schemas', 'values'] as const
  const turns = families.flatMap(family =>
    Array.from({ length: size[family] }, (_, at) => ({ family, when: (at + 0.5) / size[family] })),
  )
  return turns.sort((a, b) => a.when - b.when).map(({ family }) => family)
}

/** The small workbook of this build first, then as each earlier build would have written it. */
async function makeOriginals(cupboard: string): Promise<string[]> {
  const current = join(cupboard, 'now.ninefold')
  await createSmallWorkbook(current)
  const older = migrations.slice(0, -1).map(({ version }) => {
    const path = join(cupboard, `v${version}.ninefold`)
    createOldWorkbook(path, version, current)
    return path
  })
  // Half of all trials are of today's.
  return [current, ...older, ...older.map(() => current)]
}

function makeBytes(path: string, original: string, random: Random): string {
  const { kind, bytes, beside } = changeBytes(readFileSync(original), random)
  writeFileSync(path, bytes)
  for (const [ending, content] of Object.entries(beside)) writeFileSync(path + ending, content)
  return kind
}

function makeSchema(path: string, original: string, random: Random): string {
  for (;;) {
    writeFileSync(path, readFileSync(original))
    const change = schemaChange(original, pick(schemaKinds, random), random)
    if (changeSchema(path, change)) return `${change.kind}, ${change.sql}`
  }
}

function makeValue(path: string, original: string, random: Random): string {
  writeFileSync(path, readFileSync(original))
  return changeValue(path, random)
}

function faultsIn(outcome: Outcome, family: Family): string[] {
  const unclear = outcome.sentences.filter(sentence => !isSentence(`${sentence}\n`))
  return [
    ...outcome.faults,
    ...unclear.map(sentence => `not a sentence (${sentence})`),
    ...(family === 'schemas' && outcome.kind !== 'refused' ? [`a changed schema was ${outcome.kind}`] : []),
    ...(outcome.kind === 'unnoticed' ? ['changed content went unnoticed'] : []),
  ]
}

function noCounts(): Record<Outcome['kind'], number> {
  return { refused: 0, found: 0, harmless: 0, unnoticed: 0 }
}

function startTrier(deadlineMs: number) {
  let child: ChildProcess | null = null
  const start = () =>
    fork(join(import.meta.dirname, 'fuzz-child.ts'), [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  return {
    async run(trial: Trial): Promise<Outcome | typeof ENDED> {
      if (!child) {
        child = start()
        await new Promise(resolve => child!.once('message', resolve))
      }
      const running = child
      // Five doors, each with a check.
      const answer = await answerOf(running, trial, deadlineMs * 5)
      if (answer !== ENDED && !('fault' in answer)) return answer
      running.kill('SIGKILL')
      child = null
      return answer === ENDED ? ENDED : { ...nothing, faults: [answer.fault] }
    },
    stop: () => void child?.kill('SIGKILL'),
  }
}

const nothing: Outcome = { kind: 'refused', sentences: [], faults: [], slowestMs: 0, largestRssMb: 0 }

function answerOf(
  child: ChildProcess,
  trial: Trial,
  withinMs: number,
): Promise<Outcome | { fault: string } | typeof ENDED> {
  return new Promise(resolve => {
    const done = (answer: Outcome | { fault: string } | typeof ENDED) => {
      clearTimeout(timer)
      child.off('message', done)
      child.off('exit', onExit)
      resolve(answer)
    }
    const onExit = () => done(ENDED)
    const timer = setTimeout(() => done(ENDED), withinMs)
    child.once('message', done)
    child.once('exit', onExit)
    child.send(trial)
  })
}
