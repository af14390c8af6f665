import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

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
    // Not written yet: somebody is about to.
    return pid === 0 || process.kill(pid, 0)
  } catch (error) {
    // Gone meanwhile, or another user's: only a process that is not there has left its mark behind.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
