import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../engine/engine.ts'
import { watchProgress } from './progress.ts'

type Doors = ReturnType<typeof openDoors>

/**
 * Runs `work` with an engine and both its doors, shows long work while it lasts, and lets go of the workbook in the
 * end. Ctrl+C stops long work; what was done by then stays.
 */
export async function withEngine<T>(work: (doors: Doors) => Promise<T>): Promise<T> {
  const doors = openDoors()
  const stopWatching = watchProgress(doors.engine.state.tasks)
  const onInterrupt = () => doors.interrupt.abort()
  process.once('SIGINT', onInterrupt)
  try {
    return await work(doors)
  } finally {
    process.off('SIGINT', onInterrupt)
    const { keeper } = doors.engine.state
    await doors.engine.state.close()
    await stopWatching()
    // What was asked for is done all the same.
    if (keeper?.problem) console.error(keeper.problem)
  }
}

/** Whoever is logged in: the name written into history. */
export function whoHere(): { name: string; role: string } {
  try {
    return { name: userInfo().username, role: '' }
  } catch {
    // Some containers run as a user without a name.
    return { name: '', role: '' }
  }
}

/** A path as the user typed it, seen from where the user stands. */
export function pathOf(typed: string): string {
  return resolve(typed)
}

function openDoors() {
  const engine = createEngine()
  const interrupt = new AbortController()
  const context = engine.context(whoHere())
  return {
    engine,
    interrupt,
    page: createRouterClient(engine.contract, { context }),
    shell: createRouterClient(engine.control, { context }),
  }
}
