import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../create.ts'
import { discard } from '../discard.ts'
import { readBack } from '../read-back-thread.ts'
import { checkHistory } from '../store/check.ts'
import { createScratch, type ReadableDb, type WritableDb } from '../store/database.ts'
import { CURRENT_VERSION } from '../store/migrations/list.ts'
import { foreignSchema } from '../store/schema.ts'
import { Trouble } from '../trouble.ts'
import { expectedOf, syncFile } from '../whole-copy.ts'
import { privateFolder } from './plain-files.ts'

/** A copy while it is being filled. `handle` reads its bytes whether or not it still has a name. */
export type PlainCopy = {
  readonly db: WritableDb
  readonly handle: number
  /** Where it lies; `null` when it has no name any more. */
  readonly path: string | null
  /** What goes when it is done with. */
  readonly leavings: readonly string[]
}

/** Under a temporary name, which is beside the target. */
export function createPlain(path: string): PlainCopy {
  return create(path, [path])
}

/**
 * For a copy that a password will protect: in a private folder, and where the system allows it without a name from the
 * first byte on, so that not even a power cut leaves it lying about.
 */
export function createHidden(workbookPath: string): PlainCopy {
  const folder = privateFolder(workbookPath, statSync(workbookPath).size)
  try {
    const copy = create(join(folder, 'copy'), [folder])
    if (process.platform === 'win32') return copy
    unlinkSync(copy.path!)
    rmSync(folder, { recursive: true, force: true })
    return { ...copy, path: null }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Reads a filled copy again: its structure, that nothing foreign is in it, and that its history leads to its rows. */
export async function verifyCopy(copy: PlainCopy, signal: AbortSignal): Promise<void> {
  await assertWhole(copy.db, signal)
  if (!copy.path) return
  const expected = expectedOf(copy.db)
  copy.db.close()
  const { fault, damagedFiles } = await readBack(copy.path, expected, signal)
  if (fault !== null || damagedFiles.length > 0) throw notAsWritten()
}

/** Gives a finished copy its name, durable. Its size in bytes, and its SHA-256. */
export async function putCopyInPlace(copy: PlainCopy, to: string): Promise<{ size: number; hash: string }> {
  const path = copy.path!
  syncFile(path)
  const hash = await hashOfFile(path)
  renameSync(path, to)
  syncFolder(dirname(to))
  return { size: statSync(to).size, hash }
}

/** Lets go of it, finished or not. */
export function closeCopy(copy: PlainCopy): void {
  copy.db.close()
  closeSync(copy.handle)
  for (const path of copy.leavings) discard(path)
}

/** SHA-256 of a file, hexadecimal. Never of one that is open here in SQLite. */
export async function hashOfFile(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer)
  return digest.digest('hex')
}

function create(path: string, leavings: readonly string[]): PlainCopy {
  const db = createScratch(path)
  try {
    return { db, handle: openSync(path, 'r'), path, leavings }
  } catch (error) {
    db.close()
    throw error
  }
}

async function assertWhole(db: ReadableDb, signal: AbortSignal): Promise<void> {
  const isWhole =
    db.pragma('quick_check', { simple: true }) === 'ok' && foreignSchema(db, CURRENT_VERSION).length === 0
  if (isWhole && (await checkHistory(db, signal)).problems.length === 0) return
  throw notAsWritten()
}

function notAsWritten(): Trouble {
  return new Trouble(
    'FILE_TROUBLE',
    'The copy did not read back as it was written, so it was not kept. Try another drive.',
  )
}
