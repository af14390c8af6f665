import { copyFileSync } from 'node:fs'
import { basename } from 'node:path'
import { copyMended, hasRoomFor, placeForCopy } from './read-copy.ts'
import { openForReading, type ReadableDb } from './store/database.ts'
import { readHeader, strange } from './store/header.ts'
import { foreignSchema } from './store/schema.ts'
import { assertSound } from './store/sound.ts'
import { Trouble } from './trouble.ts'

/** Throws a sentence unless every row of the schema is our own for this version. */
export function assertOurs(db: ReadableDb, path: string, version: number): void {
  if (foreignSchema(db, version).length > 0) throw strange(basename(path))
}

/**
 * Refuses what may not be opened before anything has the right to write to it. An interrupted save is taken back when the
 * file is opened, which changes the file: what comes of that is looked at in a copy first, where there is room for one.
 */
export function assertMayBeWritten(path: string, version: number): void {
  try {
    looking(path, db => assertOurs(db, path, version))
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_READONLY_ROLLBACK') throw error
    assertMendsWell(path)
  }
}

function assertMendsWell(path: string): void {
  const { copy, remove } = placeForCopy(path)
  try {
    if (!hasRoomFor(path, copy)) return
    copyMended(path, copy)
    try {
      assertWhole(copy)
    } catch (error) {
      copyFileSync(path, copy)
      throw isWhole(copy) ? journalOfAnother(basename(path)) : error
    }
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
    assertSound(db, path)
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
