import { randomUUID } from 'node:crypto'
import type { PlaceDeps } from './places/place-deps.ts'

/** What the engine takes from the world besides the file. Given by hand where the same result is wanted every time. */
export type Deps = {
  /** The moment, ISO in UTC. */
  readonly now: () => string
  readonly newId: () => string
  /** Where files lie, and how workbooks in shared places are treated; the computer's own answers unless given. */
  readonly places?: Partial<PlaceDeps>
  /** Calls again and again until what it gives is called. Left out, the clock of this computer does it. */
  readonly every?: (ms: number, work: () => void) => () => void
}

/** The real thing: it keeps no process from ending. */
export function everyByClock(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms)
  timer.unref()
  return () => clearInterval(timer)
}

/** The clock and ids of this computer. */
export const realDeps: Deps = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
}
