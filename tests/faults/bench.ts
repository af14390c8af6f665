import { mkdirSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../electron/engine/deps.ts'
import { lastSeal } from '../../electron/engine/store/edits.ts'
import { DETAILS, startEngineFor, WHO } from '../helpers/engine.ts'
import { randomOf } from './random.ts'
import { hashAt } from './workloads.ts'

/** The name of the workbook in every run. */
export const WORKBOOK = 'v.ninefold'

/** The folder of its snapshots. */
export const SNAPSHOTS = 'v (snapshots)'

/** What a run says of itself, in the order of its calls: between `begin` and `end` lies what is cut off. */
export type Mark =
  | { readonly begin: string }
  | { readonly ack: Ack }
  | { readonly end: string /** The seals of all edits, in order. */; readonly chain: readonly string[] }

/** An answer that was given: everything up to this edit is saved, and so is what stands under these names. */
export type Ack = {
  readonly seq: number
  readonly hash: string
  readonly files: readonly { readonly name: string; readonly hash: string }[]
}

export type Bench = Awaited<ReturnType<typeof benchIn>>

/** A real engine for one run in a folder of its own. Clock and ids are the same each time. */
export async function benchIn(
  folder: string,
  outside: string,
  {
    marks = null,
    pragmas = [],
    firstId = 0,
    isShared = false,
    deps = steadyDeps(firstId, isShared ? { folder, outside } : null),
  }: {
    readonly marks?: number | null
    readonly pragmas?: readonly string[]
    readonly firstId?: number
    readonly isShared?: boolean
    /** Another world than one where clock and ids are the same each time. */
    readonly deps?: Deps
  } = {},
) {
  mkdirSync(folder, { recursive: true })
  mkdirSync(outside, { recursive: true })
  const { engine, page, shell } = startEngineFor(deps)
  const path = join(folder, WORKBOOK)
  const random = randomOf(folder.length)
  const session = () => engine.state.session!
  const mark = (said: Mark) => {
    if (marks !== null) writeSync(marks, JSON.stringify(said))
  }

  async function open(): Promise<void> {
    await shell.file.open({ path, who: WHO })
    // Only here can a run be given worse settings than the product ever has.
    for (const pragma of pragmas) session().db.pragma(pragma)
  }
  const close = () => shell.file.close()
  const last = () => lastSeal(session().db)

  async function place(turn: number) {
    const { rows, framework } = await page.workbook.read()
    const principles = framework.principles
    return {
      roundId: rows.rounds.at(-1)!.id,
      areaId: rows.areas[turn % rows.areas.length]!.id,
      principleId: principles[turn % principles.length]!.id,
    }
  }

  return {
    engine,
    page,
    shell,
    folder,
    outside,
    path,
    random,
    open,
    close,
    place,
    mark,
    async createAndOpen() {
      await shell.file.create({ path, details: DETAILS, who: WHO })
      await close()
      await open()
    },
    async reopen() {
      await close()
      await open()
    },
    async addActions(count: number) {
      const { areaId, principleId } = await place(0)
      const actions = Array.from({ length: count }, (_, index) => ({
        areaId,
        principleId,
        title: `Action ${index}`,
        set: { owner: `Owner ${index % 2}`, statusId: 'on-track' as const },
      }))
      await page.action.addMany({ actions })
    },
    async attach(bytes: number) {
      const file = join(outside, 'Attached.bin')
      writeFileSync(file, Buffer.from(Array.from({ length: bytes }, () => random() * 256)))
      const { areaId } = await place(0)
      await shell.evidence.attach({ paths: [file], targets: { areaIds: [areaId] } })
    },
    /** Rates the same thing without asking where it is each time. */
    key() {
      const { rounds, areas } = roundAndArea(session())
      return { roundId: rounds, areaId: areas, principleId: session().framework.principles[0]!.id }
    },
    seq: () => last().seq,
    /** The copy that an update kept. */
    kept: () => readdirSync(folder).find(name => name.includes('(before update'))!,
    /** Tells the trace that this was answered; files are told by name. */
    ack(...names: string[]) {
      mark({ ack: { ...last(), files: names.map(name => ({ name, hash: hashAt(join(folder, name)) })) } })
    },
    chain() {
      return session().db.prepare('SELECT hash FROM edit ORDER BY seq').pluck().all() as string[]
    },
  }
}

function roundAndArea({ db }: { db: { prepare(sql: string): { pluck(): { get(): unknown } } } }) {
  const first = (sql: string) => db.prepare(sql).pluck().get() as never
  return {
    rounds: first('SELECT id FROM round ORDER BY position DESC LIMIT 1'),
    areas: first('SELECT id FROM area ORDER BY position LIMIT 1'),
  }
}

function steadyDeps(firstId: number, shared: { folder: string; outside: string } | null): Deps {
  let [ticks, ids] = [0, firstId]
  const look = (path: string) => {
    const isThere = shared !== null && path.startsWith(shared.folder)
    return { kind: isThere ? ('network' as const) : ('here' as const), name: 'N:', path, real: path }
  }
  return {
    // Only when asked to, so that each run does the same.
    ...(shared && {
      places: { look, workingFolder: join(shared.outside, 'working'), idleMs: 3_600_000, everyMs: 3_600_000 },
    }),
    now: () => new Date(Date.UTC(2026, 10, 23, 9) + 1000 * ++ticks).toISOString(),
    newId: () => `${String(++ids).padStart(8, '0')}-0000-4000-8000-000000000000`,
  }
}
