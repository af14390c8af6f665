import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** No build takes this long: the number of an ended process may be another's by then. */
const LEFT_AFTER_MS = 10 * 60_000

/** Does some work while no other process that asks with the same mark, a file, does its own. */
export async function oneAtATime<T>(mark: string, work: () => Promise<T>): Promise<T> {
  while (!take(mark)) await pause(100)
  try {
    return await work()
  } finally {
    rmSync(mark, { force: true })
  }
}

function take(mark: string): boolean {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // Whoever was ended in the middle left its mark.
    if (!isRunning(mark)) rmSync(mark, { force: true })
    return false
  }
}

function isRunning(mark: string): boolean {
  try {
    const pid = Number(readFileSync(mark, 'utf8'))
    if (Date.now() - statSync(mark).mtimeMs > LEFT_AFTER_MS) return false
    // Not written yet: somebody is about to.
    return pid === 0 || process.kill(pid, 0)
  } catch (error) {
    // Gone meanwhile, or another user's: only a process that is not there has left its mark behind.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
