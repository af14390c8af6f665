import { closeSync, fsyncSync, openSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { verifyContent } from './exchange/files.ts'
import { withReadBack } from './read-back-thread.ts'
import type { ReadableDb } from './store/database.ts'
import { lastSeal } from './store/edits.ts'
import type { TaskHandle } from './tasks.ts'
import { Trouble } from './trouble.ts'

const PAGES_A_STEP = 256

/** Pages written between two syncs, 32 MiB: one sync of it all at the end would hold everyone up for as long as it takes. */
const PAGES_A_SYNC = 2048

/** What a copy must hold to be the one that was meant. */
export type Expected = { readonly version: number; readonly seq: number; readonly hash: string }

/** What a copy made now has to hold. */
export function expectedOf(db: ReadableDb): Expected {
  return { version: db.pragma('user_version', { simple: true }) as number, ...lastSeal(db) }
}

/** Bytes the open workbook takes. */
export function sizeOf(db: ReadableDb): number {
  const [pages, bytes] = ['page_count', 'page_size'].map(name => db.pragma(name, { simple: true }) as number)
  return pages! * bytes!
}

/**
 * Copies the open workbook, evidence and history included, to a path that has no file yet, durably and read back, in steps
 * between which others have their turn. Gives what the copy holds: edits made meanwhile are in it. Throws when it is not
 * what was meant, and then leaves the file to be taken away; the reason for the log is in the cause.
 */
export async function makeWholeCopy(
  db: ReadableDb,
  path: string,
  task: Pick<TaskHandle, 'signal' | 'report'>,
): Promise<Expected> {
  const { expected, found } = await withReadBack(sizeOf(db), async readBack => {
    const { expected: written, synced } = await writeWholeCopy(db, path, task)
    try {
      // What is read is the same before and after it is on the disk; both must come to a good end.
      const [read] = await Promise.all([readBack(path, written, task.signal), synced])
      return { expected: written, found: read }
    } finally {
      await Promise.allSettled([synced])
    }
  })
  const { fault, damagedFiles } = found
  if (fault !== null) throw notAsWritten(fault)
  for (const hash of damagedFiles) {
    // Damaged here as well, it is a true copy: one lost evidence file must not cost every copy of the rest.
    if ((await verifyContent(db, hash, task.signal)) === 'ok')
      throw notAsWritten('an evidence file is not whole')
  }
  return expected
}

function notAsWritten(fault: string): Trouble {
  const trouble = new Trouble(
    'FILE_TROUBLE',
    'The copy did not read back as it was written, so it was not kept. Try another drive.',
  )
  trouble.cause = new Error(fault)
  return trouble
}

/** `synced` resolves when all of it is on the disk. */
async function writeWholeCopy(
  db: ReadableDb,
  path: string,
  { signal, report }: Pick<TaskHandle, 'signal' | 'report'>,
): Promise<{ readonly expected: Expected; readonly synced: Promise<void> }> {
  let syncedPages = 0
  let syncing: Promise<unknown> | null = null
  let file: FileHandle | undefined
  let failed: unknown
  const sync = async () => {
    file ??= await open(path, 'r+')
    await file.datasync()
  }
  try {
    await (db as Database.Database).backup(path, {
      progress({ totalPages, remainingPages }) {
        const done = totalPages - remainingPages
        report(done, totalPages)
        signal.throwIfAborted()
        // Waiting only when the disk is far behind.
        if (syncing) return done - syncedPages < 2 * PAGES_A_SYNC ? PAGES_A_STEP : 0
        if (done - syncedPages < PAGES_A_SYNC) return PAGES_A_STEP
        syncedPages = done
        // Heard at the end. The system tells it only once: a later sync would succeed, with what was lost still lost.
        syncing = sync()
          .catch(error => {
            failed = error
          })
          .finally(() => {
            syncing = null
          })
        return PAGES_A_STEP
      },
    })
    // Asked in the very turn the copying ended.
    const expected = expectedOf(db)
    const synced = finish()
    // Awaited by whoever reads it back meanwhile.
    synced.catch(() => {})
    return { expected, synced }
  } catch (error) {
    await syncing
    await file?.close()
    throw error
  }

  async function finish(): Promise<void> {
    try {
      await syncing
      if (failed) throw failed
      file ??= await open(path, 'r+')
      await file.sync()
    } finally {
      await file?.close()
    }
  }
}

/** Makes what was written to a file durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
