import { basename } from 'node:path'
import type { ReadableDb } from './database.ts'
import { damaged } from './header.ts'
import { tables } from './tables.ts'

/** Kept beside the logged tables. Of the pieces of files only the background check looks at every page. */
const OTHERS = ['framework', 'content', 'edit', 'change']

/**
 * Throws a sentence unless the pages of every table hold together: the logged ones in full, the others without holding each
 * index against its rows. What comes after can rely on it that no query goes round in circles.
 */
export function assertSound(db: ReadableDb, path: string): void {
  // A file of an older version has not all of them yet.
  const there = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const check = (pragma: string, name: string) => {
    if (there.has(name) && db.pragma(`${pragma}("${name}")`, { simple: true }) !== 'ok')
      throw damaged(basename(path))
  }
  for (const { name } of tables) check('integrity_check', name)
  for (const name of OTHERS) check('quick_check', name)
}

/** The same of the pieces of files, asked only when some are to be swept: to look at all of their pages takes a while. */
export function assertPiecesSound(db: ReadableDb, path: string): void {
  const isSwept = db.prepare("SELECT 1 FROM content WHERE state = 'pending' LIMIT 1").get()
  if (isSwept && db.pragma('quick_check("chunk")', { simple: true }) !== 'ok') throw damaged(basename(path))
}
