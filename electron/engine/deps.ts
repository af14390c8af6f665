import { randomUUID } from 'node:crypto'

/** What the engine takes from the world besides the file. Given by hand where the same result is wanted every time. */
export type Deps = {
  /** The moment, ISO in UTC. */
  readonly now: () => string
  readonly newId: () => string
}

/** The clock and ids of this computer. */
export const realDeps: Deps = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
}
