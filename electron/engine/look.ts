import { copyFileSync } from 'node:fs'
import { basename } from 'node:path'
import { shownName } from '../../shared/text/safe-name.ts'
import { watched } from './busy-watch.ts'
import { placeForCopy } from './read-copy.ts'
import { openForReading, type ReadableDb } from './store/database.ts'
import { readHeader, strange } from './store/header.ts'
import { foreignSchema } from './store/schema.ts'
import { assertSound } from './store/sound.ts'
import { Trouble } from './trouble.ts'

/**
 * Throws a sentence unless every row of the schema is our own for this version. The first question ever asked of the file,
 * so it is watched: SQLite reads the whole schema before it answers.
 */
export function assertOurs(db: ReadableDb, path: string, version: number): void {
  if (watched(endless(path), () => foreignSchema(db, version)).length > 0) throw strange(basename(path))
}

/** `assertSound`, watched: after it no query goes round in circles. */
export function assertHolds(db: ReadableDb, path: string): void {
  watched(endless(path), () => assertSound(db, path))
}

/** What is said when looking at it does not end, by whoever notices. */
export function endless(path: string): string {
  return `${shownName(basename(path))} kept Ninefold busy without end, so it was not opened; the file was left as it is. Ask whoever sent it for a fresh copy.`
}

/**
 * Refuses what may not be opened before anything has the right to write to it. An interrupted save is taken back when the
 * file is opened, which changes the file: `tryCopy` opens a copy first in which that was done.
 */
export function assertMayBeWritten(path: string, version: number, tryCopy: () => void): void {
  try {
    looking(path, db => assertOurs(db, path, version))
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_READONLY_ROLLBACK') throw error
    try {
      tryCopy()
    } catch (refusal) {
      throw isWholeAlone(path) ? journalOfAnother(basename(path)) : refusal
    }
  }
}

/** Whether it would open without the journal beside it. */
function isWholeAlone(path: string): boolean {
  const { copy, remove } = placeForCopy(path)
  try {
    copyFileSync(path, copy)
    return isWhole(copy)
  } finally {
    remove()
  }
}

function isWhole(path: string): boolean {
  try {
    assertWhole(path)
    return true
  } catch {
    return false
  }
}

function assertWhole(path: string): void {
  const version = readHeader(path)
  looking(path, db => {
    assertOurs(db, path, version)
    assertHolds(db, path)
  })
}

function looking(path: string, work: (db: ReadableDb) => void): void {
  const db = openForReading(path)
  try {
    work(db)
  } finally {
    db.close()
  }
}

function journalOfAnother(name: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `${name} is sound, but ${name}-journal beside it belongs to another state of it and would damage it, so nothing was opened. Move ${name}-journal to another folder and open ${name} again.`,
  )
}
