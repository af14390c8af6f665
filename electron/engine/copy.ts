import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { syncFolder } from './create.ts'
import { assertNotItself } from './file-identity.ts'
import { describeHolder, isMarked } from './holder.ts'
import { edit, type Session } from './session.ts'
import { openForReading } from './store/database.ts'
import { CURRENT_VERSION } from './store/migrations/list.ts'
import { foreignSchema } from './store/schema.ts'
import type { Tasks } from './tasks.ts'
import { Trouble, troubleOf } from './trouble.ts'

const PAGES_A_STEP = 256

/**
 * Saves a copy of the open workbook, evidence and history included: under a temporary name beside the target, synced,
 * read back, then renamed. Gives its size in bytes. A failure or a cancel leaves nothing behind.
 */
export async function saveCopy(session: Session, tasks: Tasks, to: string): Promise<number> {
  const name = basename(to)
  assertNotItself(session, to)
  if (isMarked(to))
    throw new Trouble(
      'IN_USE',
      `${name} is open elsewhere (${describeHolder(to)}). Choose another name for the copy.`,
    )
  const temporary = join(dirname(to), `.${name.slice(0, 80)}.${session.deps.newId().slice(0, 8)}.copy`)
  try {
    await tasks.run({ words: `Saving a copy as ${name}`, unit: 'steps' }, async task => {
      await (session.db as Database.Database).backup(temporary, {
        progress({ totalPages, remainingPages }) {
          task.report(totalPages - remainingPages, totalPages)
          task.signal.throwIfAborted()
          return PAGES_A_STEP
        },
      })
      verify(temporary, session)
      syncFile(temporary)
      renameSync(temporary, to)
      syncFolder(dirname(to))
      // Within the task, since a workbook is closed only after those: a copy that was made is always known.
      if (session.access.mode === 'edit')
        edit(session, undefined, { words: `Saved a copy as ${name}`, kind: 'note' }, () => {})
    })
  } catch (error) {
    rmSync(temporary, { force: true })
    throw troubleOf(error) ?? error
  }
  return statSync(to).size
}

function verify(path: string, session: Session): void {
  const copy = openForReading(path)
  try {
    const last = copy.prepare('SELECT coalesce(max(seq), 0) AS seq FROM edit').get() as { seq: number }
    const isWhole =
      copy.pragma('quick_check', { simple: true }) === 'ok' &&
      foreignSchema(copy, CURRENT_VERSION).length === 0
    if (!isWhole || last.seq !== (session.lastEdit?.seq ?? 0)) {
      throw new Trouble(
        'FILE_TROUBLE',
        'The copy did not read back as it was written, so it was not kept. Try another drive.',
      )
    }
  } finally {
    copy.close()
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
