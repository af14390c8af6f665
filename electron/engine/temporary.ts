import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'

const A_DAY_MS = 24 * 60 * 60 * 1000

/** A number of a process says nothing on another computer, and a shared folder is seen by several. */
const COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/** Computer and process are in the name, so that whoever comes later knows whether it is still being written. */
const OURS =
  /^\.?ninefold-(?:read-)?([0-9a-f]{6})-(\d+)-\w{6,8}(?:\.(?:copy|new|before-update|tmp|part)(?:-journal)?)?$/

/** A name beside `to` that nothing else has, for what is not finished. The ending says what it is to become. */
export function temporaryBeside(
  to: string,
  ending: 'copy' | 'new' | 'before-update' | 'tmp' | 'part',
): string {
  return join(dirname(to), `.${ownPrefix('')}${randomUUID().slice(0, 8)}.${ending}`)
}

/** How a temporary folder in the system's own place is called, up to what makes it the only one. */
export function ownPrefix(what: '' | 'read-'): string {
  return `ninefold-${what}${COMPUTER}-${process.pid}-`
}

/**
 * Takes away what a process left in a folder that was killed: one of this computer that runs no more at once, one of another
 * computer after a day. What is being written stays.
 */
export function sweepTemporaries(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, computer, pid] = OURS.exec(name) ?? []
    if (pid === undefined) continue
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isFile() && !found?.isDirectory()) continue
    const isOver = computer === COMPUTER && !isRunning(Number(pid))
    if (!isOver && Date.now() - found.mtimeMs < A_DAY_MS) continue
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // Somebody else's, or open elsewhere: the next opening tries again.
    }
  }
}

/** Whether a process of this number runs on this computer. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process of that number runs, and we may not ask more of it.
    return (error as { code?: string }).code === 'EPERM'
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
