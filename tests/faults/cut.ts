import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Ack, Mark } from './bench.ts'
import { type DiskRules, newDisk, writeImage } from './disk.ts'
import { expectedAfter, judge, type Verdict } from './judge.ts'
import { below, randomOf } from './random.ts'
import { type Step, stepsUnder } from './trace.ts'

/** The part of a trace that is one workload's, and what it said of itself. */
export type Run = {
  readonly name: string
  readonly steps: readonly Step[]
  /** The first step that may be cut off, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Where each answer was given, and of what. */
  readonly acks: readonly { readonly at: number; readonly ack: Ack }[]
  readonly chain: readonly string[]
}

/** Where to cut, and the seed of all that chance decides there. */
export type Cut = { readonly at: number; readonly seed: number; readonly isAfterAck: boolean }

/** What came of many cuts. */
export type Tally = {
  points: number
  afterAck: number
  lost: number
  torn: number
  corrupt: number
  stray: number
  readonly failures: string[]
}

export function newTally(): Tally {
  return { points: 0, afterAck: 0, lost: 0, torn: 0, corrupt: 0, stray: 0, failures: [] }
}

/** Takes the trace of several workloads apart. Paths are then relative to each workload's own folder. */
export function runsOf(steps: readonly Step[], only?: string): Run[] {
  const names = steps.flatMap(step => {
    const mark = markOf(step)
    return mark && 'begin' in mark ? [mark.begin] : []
  })
  return names.filter(name => name === (only ?? name)).map(name => runOf(stepsUnder(steps, name), name))
}

function runOf(steps: readonly Step[], name: string): Run {
  const marks = steps.flatMap((step, at) => {
    const mark = markOf(step)
    return mark ? [{ at, mark }] : []
  })
  const begin = marks.findIndex(({ mark }) => 'begin' in mark && mark.begin === name)
  const rest = marks.slice(begin + 1)
  const length = rest.findIndex(({ mark }) => 'end' in mark)
  const end = rest[length]?.mark
  if (!end || !('end' in end)) throw new Error(`The run of ${name} has no end`)
  const acks = rest.slice(0, length).flatMap(({ at, mark }) => ('ack' in mark ? [{ at, ack: mark.ack }] : []))
  return { name, steps, from: marks[begin]!.at + 1, to: rest[length]!.at, acks, chain: end.chain }
}

function markOf(step: Step): Mark | null {
  return step.op === 'mark' ? (JSON.parse(step.text) as Mark) : null
}

/** Picks cuts: half right after an answer, the others anywhere. In the order of the trace. */
export function pickCuts(run: Run, count: number, seed: number): Cut[] {
  return Array.from({ length: count }, (_, index) => cutOf(run, seed + index)).sort((a, b) => a.at - b.at)
}

/** The cut of one seed, by which a failure can be looked at again alone. */
export function cutOf(run: Run, seed: number): Cut {
  const random = randomOf(seed)
  const isAfterAck = seed % 2 === 0
  const at = isAfterAck
    ? run.acks[below(random, run.acks.length)]!.at + 1
    : run.from + below(random, run.to - run.from)
  return { at, seed, isAfterAck }
}

/**
 * Goes through a run once for each kind of disk, cuts it off where asked, opens what is left and adds up what was found.
 * Half of the cuts are on a disk where only syncing the folder keeps a name.
 */
export async function cutRun(
  run: Run,
  cuts: readonly Cut[],
  folder: string,
  options: { readonly forgotten?: RegExp; readonly onProgress?: (done: number) => void } = {},
): Promise<Tally> {
  const tally = newTally()
  const image = join(folder, 'image')
  for (const doesSyncKeepName of [true, false]) {
    const rules: DiskRules = {
      doesSyncKeepName,
      ...(options.forgotten ? { forgotten: options.forgotten } : {}),
    }
    const disk = newDisk(rules)
    let at = 0
    const goTo = (end: number) => {
      while (at < end) {
        if (at === run.from) disk.settle()
        disk.take(run.steps[at++]!)
      }
      if (at === run.from) disk.settle()
    }
    goTo(run.from)
    const existedBefore = run.name !== 'create'
    for (const cut of cuts.filter(({ seed }) => seed % 4 < 2 === doesSyncKeepName)) {
      goTo(cut.at)
      writeImage(image, disk.afterCut(randomOf(cut.seed * 31 + 7)))
      const acked = run.acks.filter(ack => ack.at < cut.at).length
      const acks = run.acks.map(({ ack }) => ack)
      const expected = expectedAfter(acks, acked, run.chain, existedBefore)
      const verdict = await judge(image, expected, cut.seed % 16 === 3)
      count(tally, run, cut, verdict)
      options.onProgress?.(tally.points)
    }
  }
  rmSync(image, { recursive: true, force: true })
  return tally
}

function count(tally: Tally, run: Run, { at, seed, isAfterAck }: Cut, verdict: Verdict): void {
  tally.points++
  if (isAfterAck) tally.afterAck++
  if (!verdict) return
  tally[verdict.kind]++
  tally.failures.push(
    `${run.name}:${seed} (step ${at - run.from} of ${run.to - run.from}) ${verdict.kind}: ${verdict.words}`,
  )
}

/** Adds one tally to another. */
export function addTo(sum: Tally, more: Tally): void {
  for (const key of ['points', 'afterAck', 'lost', 'torn', 'corrupt', 'stray'] as const) sum[key] += more[key]
  sum.failures.push(...more.failures)
}
