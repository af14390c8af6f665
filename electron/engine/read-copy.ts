import { constants, copyFileSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openForWriting } from './store/database.ts'
import { hasHotJournal } from './store/files-beside.ts'
import { ownPrefix, sweepTemporaries } from './temporary.ts'

/** A folder of its own for a copy under the same name, and how to take it away again. */
export function placeForCopy(path: string): { readonly copy: string; remove(): void } {
  sweepTemporaries(tmpdir())
  const folder = mkdtempSync(join(tmpdir(), ownPrefix('read-')))
  return {
    copy: join(folder, basename(path)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Whether a copy of the file would fit beside `to`: one that says it is a terabyte must not fill the disk first. */
export function hasRoomFor(from: string, to: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(to))
  return statSync(from).size <= bavail * bsize
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
  copyFileSync(from, to, constants.COPYFILE_FICLONE)
  copyFileSync(`${from}-journal`, `${to}-journal`)
  openForWriting(to).close()
}

/** A change takes milliseconds; asking again at once would only use up the attempts. */
function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
