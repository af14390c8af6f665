import { randomFillSync } from 'node:crypto'
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Deps, realDeps } from '../../electron/engine/deps.ts'
import { migrations } from '../../electron/engine/store/migrations/list.ts'
import { type Bench, WORKBOOK } from '../faults/bench.ts'
import { type Workload, workloads } from '../faults/workloads.ts'
import { WHO } from '../helpers/engine.ts'
import { laptopWith } from '../helpers/laptop.ts'
import { createOldVersions } from '../helpers/old-versions.ts'

/** What a process does again and again until it is killed. */
export type Activity = Workload & {
  /** The world it lives in; the computer's own clock and ids unless it says otherwise. */
  readonly deps?: (folder: string, outside: string) => Deps
  /** Opening is part of what it does. */
  readonly opensItself?: boolean
  /** It cannot go on in what a kill left. */
  readonly once?: boolean
  /** It takes away what it made, but for the last. */
  readonly tidies?: boolean
  /** It is done by pages over HTTP, and the host is killed. */
  readonly isHosted?: boolean
}

/** Bytes of a large file: what the short form attaches, and the long one. */
export const LARGE = { short: 8_000_000, long: 200_000_000 } as const

/** Everything during which the campaign kills. `large`: the size of large files in bytes. */
export function activitiesOf(large: number): readonly Activity[] {
  return [
    ...['type', 'rate', 'vote', 'undo', 'export', 'copy'].map(shared),
    { ...shared('review'), once: true },
    attaching(large),
    copying('light'),
    copying('redacted'),
    copying('redacted', PASSWORD),
    hosting(large),
    snapshotting,
    goingBack,
    restoring,
    closing,
    publishing,
    ...migrations.slice(0, -1).map(({ version }) => migrating(version)),
  ]
}

function shared(name: string): Activity {
  const workload = workloads.find(one => one.name === name)!
  return { ...workload, run: bench => workload.run(bench, 1) }
}

/** Somebody types while a large file goes in. */
function attaching(bytes: number): Activity {
  const files = [0, 1].map(index => `Large ${index}.bin`)
  return {
    name: 'attach large',
    async prepare(bench) {
      await bench.createAndOpen()
      for (const name of files) writeNoise(join(bench.outside, name), bytes)
    },
    async run(bench, turn) {
      const { areaId } = bench.key()
      const paths = [join(bench.outside, files[turn % 2]!)]
      let isDone = false
      const long = bench.shell.evidence.attach({ paths, targets: { areaIds: [areaId] } }).finally(() => {
        isDone = true
      })
      long.catch(() => {})
      for (let words = 0; !isDone; words++) {
        await type(bench, `Meanwhile ${turn}.${words}`)
        await nextTurn()
      }
      const { evidenceIds } = await long
      // Gone and back: undo holds on to its bytes.
      if (evidenceIds[0]) await bench.page.evidence.remove({ id: evidenceIds[0] })
      await bench.page.edit.undo()
    },
  }
}

/** What locked copies of the campaign are locked with. */
export const PASSWORD = 'four words that nobody says'

function copying(kind: 'light' | 'redacted', password?: string): Activity {
  const name = password ? `copy, ${kind} and locked` : `copy, ${kind}`
  return {
    name,
    prepare: full,
    async run(bench, turn) {
      const to = join(bench.folder, password ? 'Copy.ninefold.age' : `Copy ${kind}.ninefold`)
      await bench.shell.file.copy({ to, request: { kind }, password })
      await type(bench, `After copy ${turn}`)
    },
  }
}

/** In a browser: somebody types while a large file goes in. */
function hosting(bytes: number): Activity {
  return { ...attaching(bytes), name: 'host', isHosted: true }
}

const KEPT = { leaveFree: 0 }

const snapshotting: Activity = {
  name: 'snapshot',
  prepare: full,
  async run(bench, turn) {
    await bench.shell.snapshot.configure(KEPT)
    await type(bench, `Before snapshot ${turn}`)
    await bench.page.snapshot.take()
  },
}

const goingBack: Activity = {
  name: 'go back',
  prepare: withSnapshots,
  async run(bench, turn) {
    const { snapshots } = await bench.page.snapshot.list()
    await bench.page.snapshot.goBack({ id: snapshots.at(turn % 2 === 0 ? -1 : 0)!.id })
    if (turn % 3 === 0) await bench.page.edit.undo()
    await type(bench, `After going back ${turn}`)
  },
}

const restoring: Activity = {
  name: 'restore as its own',
  tidies: true,
  prepare: withSnapshots,
  async run(bench) {
    const { snapshots } = await bench.page.snapshot.list()
    const { path } = await bench.shell.snapshot.restore({ path: bench.path, id: snapshots[0]!.id, ...KEPT })
    const made = readdirSync(bench.folder).filter(name => name.endsWith('.ninefold') && name !== WORKBOOK)
    // The last stays, to be looked at.
    for (const name of made) if (join(bench.folder, name) !== path) rmSync(join(bench.folder, name))
  },
}

/** Closing keeps a snapshot, and opening sweeps. */
const closing: Activity = {
  name: 'close and open',
  prepare: full,
  opensItself: true,
  async run({ page, shell, path, key }, turn) {
    await shell.file.open({ path, who: WHO, snapshots: KEPT })
    await page.rating.set({ ...key(), set: { reason: `Before closing ${turn}` } })
    await shell.file.close()
  },
}

/** The workbook lies in a folder that is taken for a network drive. */
const publishing: Activity = {
  name: 'publish',
  prepare: full,
  deps: (folder, outside) => {
    const workingFolder = join(outside, 'working')
    return laptopWith('Sam', folder, { workingFolder, idleMs: 1, everyMs: 1 }).deps
  },
  async run({ page, key }, turn) {
    for (let words = 0; words < 3; words++)
      await page.rating.set({ ...key(), set: { reason: `Shared ${turn}.${words}` } })
    await page.place.sendNow()
  },
}

function migrating(version: number): Activity {
  return {
    name: `update from ${version}`,
    prepare: async ({ path, outside }) => copyFileSync((await oldVersions(outside)).get(version)!, path),
    opensItself: true,
    once: true,
    async run({ page, shell, path, engine, key }, turn) {
      if (!engine.state.session) await shell.file.open({ path, who: WHO })
      await page.rating.set({ ...key(), set: { reason: `After the update ${turn}` } })
    },
  }
}

let old: ReturnType<typeof createOldVersions> | null = null

/** Those of all versions are made together, once. */
function oldVersions(folder: string): ReturnType<typeof createOldVersions> {
  old ??= createOldVersions(folder)
  return old
}

/** Actions and evidence. */
async function full(bench: Bench): Promise<void> {
  await bench.createAndOpen()
  await bench.addActions(6)
  await bench.attach(1_500_000)
}

async function withSnapshots(bench: Bench): Promise<void> {
  await full(bench)
  await bench.shell.snapshot.configure(KEPT)
  await bench.page.snapshot.take()
  await bench.addActions(4)
  await bench.page.snapshot.take()
  await type(bench, 'After the last snapshot')
}

async function type({ page, key }: Pick<Bench, 'page' | 'key'>, reason: string): Promise<void> {
  await page.rating.set({ ...key(), set: { reason } })
}

/** Bytes that do not compress and are the same nowhere else. */
export function writeNoise(path: string, bytes: number): void {
  writeFileSync(path, randomFillSync(Buffer.allocUnsafe(bytes)))
}

/** The world of an activity. */
export function depsFor({ deps }: Activity, folder: string, outside: string): Deps {
  return deps?.(folder, outside) ?? realDeps
}
