import { setTimeout as pause } from 'node:timers/promises'
import { lastSeal } from '../../electron/engine/store/edits.ts'
import { benchIn } from '../faults/bench.ts'
import { activitiesOf, depsFor } from './activities.ts'
import { startLog } from './answers.ts'

/** What the parent asks for. */
export type Begin = {
  readonly activity: string
  readonly folder: string
  readonly outside: string
  readonly log: string
}
/** What it hears. */
export type Said = { readonly started: true } | { readonly ready: true } | { readonly roundMs: number }

/** An engine in a process of its own that does one thing again and again, until it is killed. */
process.once('message', (begin: Begin) => void work(begin))
say({ started: true })

async function work({ activity: name, folder, outside, log: path }: Begin): Promise<void> {
  const activity = activitiesOf(0).find(one => one.name === name)!
  const deps = depsFor(activity, folder, outside)
  const raw = await benchIn(folder, outside, { deps })
  const session = () => raw.engine.state.session
  const log = startLog(path, () => (session() ? lastSeal(session()!.db) : null))
  const bench = { ...raw, page: log.watch(raw.page), shell: log.watch(raw.shell) }
  if (!activity.opensItself) await raw.open()
  say({ ready: true })
  for (let round = 0; ; round++) {
    const began = performance.now()
    try {
      if (!activity.opensItself && !session()) await bench.open()
      await activity.run(bench, round)
    } catch {
      // It is in the log; a disk that fails goes on failing.
      await pause(2)
    }
    say({ roundMs: performance.now() - began })
  }
}

function say(said: Said): void {
  process.send!(said)
}
