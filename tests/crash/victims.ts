import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Begin, Said } from './crash-child.ts'

const CHILD = join(import.meta.dirname, 'crash-child.ts')

/** A process that works until it is killed. */
export type Victim = {
  /** Begins; resolves when it is at work. */
  begin(begin: Begin): Promise<void>
  /** Told after each round how long it took, in milliseconds. */
  onRound: (ms: number) => void
  /** Whether it is dead already. */
  readonly isDead: () => boolean
  /** Resolves when it is dead: empty when it was killed, else how it ended by itself. */
  readonly dead: Promise<string>
  kill(): Promise<void>
}

/** An engine that is loading; it begins when it is told to. */
export function startEngineVictim(env: NodeJS.ProcessEnv): Victim {
  const child = forkQuietly(CHILD, [], env)
  const heard = (of: (said: Said) => boolean) =>
    new Promise<void>((resolve, reject) => {
      child.on('message', (said: Said) => of(said) && resolve())
      child.once('exit', () => reject(new Error('The process ended before it was at work')))
    })
  const started = heard(said => 'started' in said)
  started.catch(() => {})
  const victim = victimOf(child, async begin => {
    await started
    const ready = heard(said => 'ready' in said)
    child.send(begin)
    await ready
  })
  child.on('message', (said: Said) => 'roundMs' in said && victim.onRound(said.roundMs))
  return victim
}

/** A process with a channel to us; what it says of its troubles is read by whoever looks for them. */
export function forkQuietly(script: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const isLoud = process.env.NINEFOLD_CRASH_VERBOSE !== undefined
  return fork(script, args, {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', isLoud ? 'inherit' : 'ignore', 'ipc'],
  })
}

/** What every victim has in common. */
export function victimOf(child: ChildProcess, begin: Victim['begin']): Victim {
  let isDead = false
  const dead = new Promise<string>(resolve =>
    child.once('exit', (code, signal) => {
      isDead = true
      resolve(signal === 'SIGKILL' ? '' : `It ended by itself with ${signal ?? code}.`)
    }),
  )
  return {
    begin,
    onRound: () => {},
    isDead: () => isDead,
    dead,
    async kill() {
      child.kill('SIGKILL')
      await Promise.race([dead, pause(10_000)])
    },
  }
}
