import { inTransaction, type WritableDb } from '../database.ts'
import { first } from './0010-first.ts'
import { sentFiles } from './0020-sent-files.ts'
import { decisions } from './0030-decisions.ts'
import { room } from './0040-room.ts'
import { identifiers } from './0050-identifiers.ts'
import { copies } from './0060-copies.ts'
import { indexes } from './0080-indexes.ts'

/** SQL that brings a file to a version. */
export type Migration = { readonly version: number; readonly sql: string }

/** Every migration, oldest first. Numbers rise by ten, so that a later fix to an old line fits between. */
export const migrations: readonly Migration[] = [
  first,
  sentFiles,
  decisions,
  room,
  identifiers,
  copies,
  indexes,
]

/** The schema this build writes. */
export const CURRENT_VERSION = migrations.at(-1)!.version

/**
 * Brings a workbook up to `target`. All pending migrations run in one transaction, so that a failure in the third
 * does not leave a file between two versions.
 */
export function migrate(db: WritableDb, target: number = CURRENT_VERSION): void {
  const from = db.pragma('user_version', { simple: true }) as number
  const pending = migrations.filter(({ version }) => version > from && version <= target)
  if (pending.length === 0) return
  inTransaction(db, () => {
    for (const { sql, version } of pending) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
  })
}
