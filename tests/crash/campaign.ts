import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { benchIn } from '../faults/bench.ts'
import { below, type Random, randomOf } from '../faults/random.ts'
import { createControl, type Fault, type Kind, shimEnv, whyNoShim } from '../faults/shim.ts'
import { type Activity, activitiesOf, depsFor } from './activities.ts'
import { readLog } from './answers.ts'
import { startHostVictim } from './host-victim.ts'
import { judgeScene } from './verdict.ts'
import { startEngineVictim, type Victim } from './victims.ts'

/** What to do and for how long. */
export type CrashPlan = {
  readonly kills: number
  readonly seed: number
  /** Bytes of a large file. */
  readonly large: number
  /** Only these activities. */
  readonly names?: readonly string[]
  /** No kill begins after so many milliseconds. */
  readonly withinMs?: number
  readonly onKill?: (words: string) => void
}

/** What came of it. */
export type CrashTally = {
  readonly byActivity: Map<string, Counts>
  readonly faults: Map<string, number>
  readonly wrong: string[]
}
export type Counts = { kills: number; underWay: number; answered: number; refused: number; survived: number }

/** How a process meets its end. */
type End = {
  /** On a call of this kind, the nth from the beginning, before or after it is made; else by the clock. */
  readonly call: Fault | null
  /** What the disk does first, and when, as a part of the time it is given. */
  readonly fault: { readonly name: FaultName; readonly after: number } | null
  /** When, as a part of the time it is given. */
  readonly after: number
}

const FAULTS = {
  'a full disk': { kinds: ['write'], error: 'ENOSPC' },
  'a folder that may not be written': {
    kinds: ['write', 'truncate', 'rename', 'unlink', 'mkdir'],
    error: 'EROFS',
  },
  'a failing sync': { kinds: ['sync'], error: 'EIO' },
} as const satisfies Record<string, { kinds: readonly Kind[]; error: Fault['error'] }>
const VANISHED = 'a folder that vanishes'
type FaultName = keyof typeof FAULTS | typeof VANISHED
const FAULT_NAMES = [...Object.keys(FAULTS), VANISHED] as FaultName[]

/** Files a kill may leave to be gone on with before a fresh start. */
const KILLS_A_START = 3
/** How long a round is taken to be before one was seen, in milliseconds. */
const FIRST_GUESS_MS = 400
/** Short rounds are gone through many times before the end. */
const SHORTEST_SPAN_MS = 900
const LONGEST_WAIT_MS = 30_000
const LONGEST_ROUND_MS = 12_000

type Stand = {
  folder: string
  readonly prepared: string
  readonly outside: string
  kills: number
  /** The last edit of what it begins with now, and of what was prepared; 0 is not known. */
  seq: number
  readonly seqPrepared: number
  /** The longest round seen, and the most calls that change something. */
  roundMs: number
  rounds: number
  calls: number
}

/** Kills a process again and again while it is at work, and looks at what each left. */
export async function runCrashes(plan: CrashPlan): Promise<CrashTally> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'ninefold-crash-')))
  const [under, temp, page] = ['under', 'temp', 'page'].map(name => join(base, name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [under, temp, page]) mkdirSync(folder)
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Ninefold</title>')
  const hasShim = whyNoShim() === null
  const control = hasShim ? createControl(join(base, 'control')) : null
  const env = {
    ...(hasShim ? shimEnv({ under, control: join(base, 'control') }) : process.env),
    TMPDIR: temp,
    // A process is started for each kill: it need not be read anew each time.
    NODE_COMPILE_CACHE: join(base, 'compiled'),
  }
  const activities = activitiesOf(plan.large).filter(({ name }) => !plan.names || plan.names.includes(name))
  const tally: CrashTally = { byActivity: new Map(), faults: new Map(), wrong: [] }
  const stands = new Map<Activity, Stand>()
  const until = Date.now() + (plan.withinMs ?? Number.POSITIVE_INFINITY)
  const victimFor = (index: number) => {
    const { isHosted } = activities[index % activities.length]!
    return isHosted ? startHostVictim(env, page) : startEngineVictim(env)
  }
  let waiting = victimFor(0)
  try {
    for (let index = 0; index < plan.kills && Date.now() < until; index++) {
      const activity = activities[index % activities.length]!
      const stand = stands.get(activity) ?? (await prepare(activity, base))
      stands.set(activity, stand)
      const victim = waiting
      waiting = victimFor(index + 1)
      const end = endOf(randomOf(plan.seed + index), stand, hasShim)
      await killOnce({ plan, base, control, activity, stand, victim, end, tally, index })
    }
  } finally {
    await waiting.kill()
    rmSync(base, { recursive: true, force: true })
  }
  return tally
}

async function prepare(activity: Activity, base: string): Promise<Stand> {
  const own = join(base, 'stands', activity.name)
  const [prepared, outside] = [join(own, 'prepared'), join(own, 'outside')]
  const deps = depsFor(activity, join(own, 'nowhere'), outside)
  const bench = await benchIn(prepared, outside, { deps })
  await activity.prepare(bench)
  const seq = bench.engine.state.session ? bench.seq() : 0
  await bench.engine.state.close()
  const folder = join(base, 'under', activity.name)
  return {
    folder,
    prepared,
    outside,
    kills: 0,
    seq,
    seqPrepared: seq,
    roundMs: FIRST_GUESS_MS,
    rounds: 0,
    calls: 60,
  }
}

/** Chance decides, the same for the same seed. */
function endOf(random: Random, { calls }: Stand, hasShim: boolean): End {
  const hasFault = hasShim && random() < 0.25
  const fault = hasFault ? { name: FAULT_NAMES[below(random, FAULT_NAMES.length)]!, after: random() } : null
  const isByCall = hasShim && !fault && random() < 0.5
  const call: Fault = {
    kinds: ['write', 'sync', 'truncate', 'rename', 'unlink', 'open', 'mkdir'],
    nth: 1 + Math.floor(random() < 0.5 ? random() * calls : calls ** random()),
    times: 1,
    action: random() < 0.5 ? 'killBefore' : 'killAfter',
  }
  return { call: isByCall ? call : null, fault, after: random() }
}

type Attempt = {
  readonly plan: CrashPlan
  readonly base: string
  readonly control: ReturnType<typeof createControl> | null
  readonly activity: Activity
  readonly stand: Stand
  readonly victim: Victim
  readonly end: End
  readonly tally: CrashTally
  readonly index: number
}

async function killOnce(attempt: Attempt): Promise<void> {
  const { plan, base, control, activity, stand, victim, end, tally, index } = attempt
  if (stand.kills % (activity.once ? 1 : KILLS_A_START) === 0) {
    rmSync(stand.folder, { recursive: true, force: true })
    rmSync(join(stand.outside, 'working'), { recursive: true, force: true })
    cpSync(stand.prepared, stand.folder, { recursive: true })
    stand.seq = stand.seqPrepared
  }
  const log = join(base, 'log')
  rmSync(log, { force: true })
  const { folder, outside } = stand
  victim.onRound = ms => {
    if (stand.rounds++ === 0) stand.roundMs = 5
    stand.roundMs = Math.max(stand.roundMs, ms)
  }
  await victim.begin({ activity: activity.name, folder, outside, log })
  if (control) control.arm(end.call ?? { ...NEVER })
  await meetEnd(attempt)
  if (control) stand.calls = Math.max(stand.calls, control.disarm().seen)
  const ended = await victim.dead
  stand.kills++

  const told = readLog(log)
  const verdict = await judgeScene({
    activity,
    folder,
    outside,
    told,
    seqBefore: stand.seq,
    alsoReads: index % 4 === 0,
  })
  stand.seq = verdict.seq
  const wrong = [...(ended ? [ended] : []), ...verdict.wrong]
  const counts = countsOf(tally, activity.name)
  counts.kills++
  counts.answered += told.answers.length
  counts.refused += told.refusals.length
  if (told.underWay.length > 0) counts.underWay++
  if (wrong.length === 0) counts.survived++
  // What it left may not be gone on with.
  // Killed before a round was done: the next one is given more time.
  if (stand.rounds === 0) stand.roundMs = Math.min(LONGEST_ROUND_MS, stand.roundMs * 2)
  else stand.kills = 0
  if (end.fault) tally.faults.set(end.fault.name, (tally.faults.get(end.fault.name) ?? 0) + 1)
  const words = `${plan.seed + index} ${activity.name}, ${wordsOf(end)}, during ${told.underWay.join(' and ') || 'nothing'}`
  tally.wrong.push(...wrong.map(one => `${words}: ${one}`))
  plan.onKill?.(`${words}${wrong.length > 0 ? `: ${wrong.join(' ')}` : ''}`)
}

const NEVER: Fault = {
  kinds: ['write', 'sync', 'truncate', 'rename', 'unlink', 'open', 'mkdir'],
  nth: 1_000_000_000,
  times: 1,
  action: 'fail',
}

async function meetEnd({ control, stand, victim, end }: Attempt): Promise<void> {
  const { fault, call } = end
  const span = Math.max(SHORTEST_SPAN_MS, 1.3 * stand.roundMs)
  if (call) {
    await Promise.race([victim.dead, pause(Math.min(LONGEST_WAIT_MS, 200 + 3 * stand.roundMs))])
  } else if (fault) {
    await pause(fault.after * span)
    if (fault.name === VANISHED) renameSync(stand.folder, `${stand.folder} gone`)
    else control!.arm({ ...FAULTS[fault.name], nth: 1, times: 0, action: 'fail' })
    await pause(20 + end.after * span)
  } else await pause(end.after * span)
  await victim.kill()
  if (fault?.name === VANISHED) {
    rmSync(stand.folder, { recursive: true, force: true })
    renameSync(`${stand.folder} gone`, stand.folder)
  }
}

function wordsOf({ call, fault }: End): string {
  if (call) return `${call.action === 'killBefore' ? 'before' : 'after'} call ${call.nth}`
  return fault ? `after ${fault.name}` : 'by the clock'
}

function countsOf({ byActivity }: CrashTally, name: string): Counts {
  const found = byActivity.get(name) ?? { kills: 0, underWay: 0, answered: 0, refused: 0, survived: 0 }
  byActivity.set(name, found)
  return found
}
