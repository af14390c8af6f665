import { randomUUID } from 'node:crypto'
import { lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isRunning } from '../temporary.ts'

/** Names carry the number of the process, so that whoever comes later knows whether it still runs. */
const OURS = /^\.?ninefold-plain-(\d+)-/
const LONGEST_WORK_MS = 60 * 60 * 1000

/** A name beside `to` for a plain file that is not finished. */
export function plainBeside(to: string): string {
  return join(dirname(to), `.ninefold-plain-${process.pid}-${randomUUID().slice(0, 8)}.tmp`)
}

/**
 * A folder nobody else may look into, for a plain file that a password will protect: in the system's own place for such
 * things if `bytes` fit there, else beside the workbook, which is just as plain.
 */
export function privateFolder(workbookPath: string, bytes: number): string {
  const temp = tmpdir()
  sweepPlain(temp)
  const parent = hasRoom(temp, bytes)
    ? join(temp, 'ninefold-plain-')
    : join(dirname(workbookPath), '.ninefold-plain-')
  return mkdtempSync(`${parent}${process.pid}-`)
}

/** Takes away what a process left in a folder that was killed with a plain file in its hands. */
export function sweepPlain(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, pid] = OURS.exec(name) ?? []
    if (pid === undefined || Number(pid) === process.pid) continue
    const path = join(folder, name)
    const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (isRunning(Number(pid)) && age < LONGEST_WORK_MS) continue
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // Somebody else's, or open elsewhere: the next start tries again.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function hasRoom(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > bytes * 1.1 + 64 * 1024 * 1024
  } catch {
    return false
  }
}
