import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { localDay } from '../../shared/text/dates.ts'
import { beforeUpdateName } from '../../shared/text/file-names.ts'
import { putInPlace } from './create.ts'
import type { Deps } from './deps.ts'
import { discard } from './discard.ts'
import { faultOfCopy } from './read-back.ts'
import { openForWriting, type WritableDb } from './store/database.ts'
import { damaged } from './store/header.ts'
import { migrate } from './store/migrations/list.ts'
import { temporaryBeside } from './temporary.ts'
import { Trouble, troubleOf } from './trouble.ts'
import { expectedOf, syncFile } from './whole-copy.ts'

/**
 * Brings a workbook of an older version up to this build's, after a copy of it as it was is kept beside it. Gives the
 * name of that copy. Where there is no room for either, the file stays as it was and the sentence says so.
 */
export function bringUpToDate(db: WritableDb, path: string, deps: Deps): string {
  const version = db.pragma('user_version', { simple: true }) as number
  let kept: string | null = null
  assertPagesHold(db, path)
  try {
    kept = keepCopy(db, path, deps)
    migrate(db)
    return basename(kept)
  } catch (error) {
    // Nothing was changed, so the copy would only be one more file to wonder about.
    if (kept && isStill(db, version)) discard(kept)
    throw notUpdated(error, basename(path))
  }
}

/** A disk that does not even answer that has the copy stay: one too many is better than none. */
function isStill(db: WritableDb, version: number): boolean {
  try {
    return db.pragma('user_version', { simple: true }) === version
  } catch {
    return false
  }
}

/** Everything is about to be read and written: pages that lead back to each other would have no end. */
function assertPagesHold(db: WritableDb, path: string): void {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(basename(path))
}

/**
 * Brings a temporary copy up to date, so that an older workbook can be read without changing the file: refused for whatever
 * the file itself would be. `path` is the file it was copied from.
 */
export function bringCopyUpToDate(copy: string, path: string): void {
  const db = openForWriting(copy)
  try {
    assertPagesHold(db, path)
    migrate(db)
  } finally {
    db.close()
  }
}

/** Written through the open connection: a plain read of a file that is open here would drop its lock. */
function keepCopy(db: WritableDb, path: string, deps: Deps): string {
  const temporary = temporaryBeside(path, 'before-update')
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    syncFile(temporary)
    const fault = faultOfCopy(temporary, expectedOf(db))
    if (fault !== null)
      throw new Error(`The copy kept before an update does not read back as it was written: ${fault}.`)
    const to = freeName(path, deps)
    putInPlace(temporary, to)
    return to
  } finally {
    discard(temporary)
  }
}

function freeName(path: string, deps: Deps): string {
  const stem = basename(path, extname(path))
  const day = localDay(new Date(deps.now()))
  for (let number = 1; ; number++) {
    const to = join(dirname(path), beforeUpdateName(stem, day, number))
    if (!existsSync(to)) return to
  }
}

function notUpdated(error: unknown, name: string): Error {
  const trouble = troubleOf(error)
  if (trouble?.code === 'BAD_FILE') return trouble
  if (trouble?.code === 'DISK_FULL')
    return new Trouble(
      'DISK_FULL',
      `The disk is full, so ${name} could not be brought up to date for this Ninefold and was left as it was. Free some space and open it again.`,
    )
  const refusal = new Trouble(
    'FILE_TROUBLE',
    `${name} is from an earlier Ninefold, and no copy of it could be kept beside it, so it was left as it was. Put it in a folder you may write to and open it there.`,
  )
  refusal.cause = error
  return refusal
}
