import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { PlaceKind } from '../../../shared/model/place.ts'
import { syncFolder } from '../create.ts'
import { type HeldLock, takeLock } from '../store/lock-file.ts'
import { TargetIdentity } from './target.ts'

const Seal = z.object({ seq: z.int(), hash: z.string() })

/** What is known of a working copy, kept beside it. */
const Kept = z.object({
  /** The user's file, as it was opened and with links followed. */
  path: z.string(),
  real: z.string(),
  kind: PlaceKind,
  name: z.string(),
  /** The name of the working copy in its folder. */
  fileName: z.string(),
  /** The user's file as it was when it last was the same as the working copy, and up to which edit that goes. */
  base: z.object({ identity: TargetIdentity, seal: Seal }).nullable(),
  copiedAt: z.string().nullable(),
})
export type Kept = z.infer<typeof Kept>
export type Base = NonNullable<Kept['base']>

/** The folder of one working copy, claimed by this opener alone until it is released. */
export type Entry = {
  readonly folder: string
  /** The same as long as the working copy is there. */
  readonly id: string
  /** What was known of it when it was claimed; `null` when it is new, or holds no working copy. */
  readonly kept: Kept | null
  /** Where the working copy is, or belongs. */
  file(kept: Kept): string
  /** Remembers, durably. */
  keep(kept: Kept): void
  /** Lets go; with `sweep`, takes the working copy away. Only for one whose edits are all at their place. */
  release(sweep: boolean): void
}

const RECORD = 'place.json'
const LOCK = 'lock'

/**
 * Claims the working copy of a file, whose folder is made when there is none. `null` when another window of this user has it.
 */
export function claimEntry(workingFolder: string, path: string, real: string): Entry | null {
  mkdirSync(workingFolder, { recursive: true, mode: 0o700 })
  // An older folder may have been made with more rights.
  if (process.platform !== 'win32') chmodSync(workingFolder, 0o700)
  const gate = takeLock(join(workingFolder, LOCK), 5_000)
  if (!gate) return null
  try {
    const folder = findFolder(workingFolder, path, real) ?? join(workingFolder, randomUUID())
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = takeLock(join(folder, LOCK))
    return lock && entryOf(workingFolder, folder, lock)
  } finally {
    gate.release()
  }
}

/** What is known of the working copy of a file, without claiming it. */
export function findKept(workingFolder: string, path: string, real: string): Kept | null {
  const folder = findFolder(workingFolder, path, real)
  return folder === null ? null : readKept(folder)
}

/** Takes away what a crash left of working copies whose edits are all at their place; `isDone` tells of one that is not open. */
export function sweepEntries(workingFolder: string, isDone: (file: string, kept: Kept) => boolean): void {
  const gate = existsSync(workingFolder) ? takeLock(join(workingFolder, LOCK)) : null
  if (!gate) return
  try {
    for (const folder of foldersIn(workingFolder)) {
      const lock = takeLock(join(folder, LOCK))
      if (!lock) continue
      const kept = readKept(folder)
      const file = kept && join(folder, kept.fileName)
      const isOver = !kept || !file || !existsSync(file) || isDone(file, kept)
      lock.release()
      if (isOver) removeEntry(folder, kept)
    }
  } finally {
    gate.release()
  }
}

function entryOf(workingFolder: string, folder: string, lock: HeldLock): Entry {
  return {
    folder,
    id: basename(folder),
    kept: readKept(folder),
    file: kept => join(folder, kept.fileName),
    keep: kept => writeDurably(folder, JSON.stringify(kept)),
    release(sweep) {
      // Nobody may claim it between letting go and taking away.
      const gate = sweep ? takeLock(join(workingFolder, LOCK), 1_000) : null
      try {
        const kept = readKept(folder)
        lock.release()
        if (gate) removeEntry(folder, kept)
      } finally {
        gate?.release()
      }
    },
  }
}

/** Only what we put there, by name: anything else in it, such as the copy kept before an update, stays with its folder. */
function removeEntry(folder: string, kept: Kept | null): void {
  const ours = [RECORD, LOCK, ...LEFTOVERS, ...(kept ? [kept.fileName] : [])].flatMap(name => [
    name,
    `${name}-journal`,
  ])
  try {
    if (readdirSync(folder).some(name => !ours.includes(name))) return
    for (const name of ours) rmSync(join(folder, name), { recursive: true, force: true })
    rmdirSync(folder)
  } catch {
    // A virus scanner may hold it: the next sweep comes.
  }
}

/** What passes through the folder of a working copy: a file on its way out, a folder for one that came in. */
export const OUTGOING = 'outgoing.part'
export const INCOMING = 'incoming'
const LEFTOVERS = [OUTGOING, INCOMING, `${RECORD}.new`]

function findFolder(workingFolder: string, path: string, real: string): string | null {
  const isIts = (kept: Kept | null) =>
    kept && [kept.path, kept.real].some(one => one === path || one === real)
  return foldersIn(workingFolder).find(folder => isIts(readKept(folder))) ?? null
}

function foldersIn(workingFolder: string): string[] {
  if (!existsSync(workingFolder)) return []
  const entries = readdirSync(workingFolder, { withFileTypes: true })
  return entries.filter(entry => entry.isDirectory()).map(entry => join(workingFolder, entry.name))
}

function readKept(folder: string): Kept | null {
  try {
    const kept = Kept.parse(JSON.parse(readFileSync(join(folder, RECORD), 'utf8')))
    return basename(kept.fileName) === kept.fileName ? kept : null
  } catch {
    return null
  }
}

function writeDurably(folder: string, text: string): void {
  const fresh = join(folder, `${RECORD}.new`)
  const handle = openSync(fresh, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, join(folder, RECORD))
  syncFolder(folder)
}
