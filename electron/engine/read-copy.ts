import { copyFileSync, existsSync, statSync } from 'node:fs'
import { openForWriting } from './store/database.ts'

/** Whether a save was interrupted here, or is under way: the journal holds what would take it back. */
export function hasHotJournal(path: string): boolean {
  const journal = `${path}-journal`
  return existsSync(journal) && statSync(journal).size > 0
}

/**
 * Copies a file that someone else may be writing, as it stood between two of their changes. False when none of fifty
 * attempts met such a moment: the file changes only while its journal holds something, and a copy is good when neither
 * moved meanwhile.
 */
export function copyBetweenChanges(from: string, to: string): boolean {
  for (let attempt = 0; attempt < 50; attempt++) {
    const before = statSync(from)
    if (attempt > 0) wait(20)
    if (hasHotJournal(from)) continue
    copyFileSync(from, to)
    const after = statSync(from)
    if (!hasHotJournal(from) && before.mtimeMs === after.mtimeMs && before.size === after.size) return true
  }
  return false
}

/** Copies a file in which a crash left half a change behind, and takes that back in the copy. */
export function copyMended(from: string, to: string): void {
  copyFileSync(from, to)
  copyFileSync(`${from}-journal`, `${to}-journal`)
  openForWriting(to).close()
}

/** A change takes milliseconds; asking again at once would only use up the attempts. */
function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
