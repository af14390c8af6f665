import { closeSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { shownName } from '../../../shared/text/safe-name.ts'
import { Trouble } from '../trouble.ts'
import { PAGE_SIZE } from './database.ts'

/** How the header of a journal begins, and how one ends that names a further file. */
const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex')

/**
 * Whether a save was interrupted here, or is under way: the journal holds what would take it back. One that begins with a
 * zero was not finished before the workbook was touched, so it has nothing to take back; a power cut may leave such a one.
 */
export function hasHotJournal(path: string): boolean {
  const journal = `${path}-journal`
  const found = statOf(journal)
  return found?.isFile() === true && found.size > 0 && firstByteOf(journal) !== 0
}

/** 0 also where it went meanwhile, since whoever saves takes it away; undefined where it cannot be read. */
function firstByteOf(path: string): number | undefined {
  const byte = Buffer.alloc(1)
  try {
    const handle = openSync(path, 'r')
    try {
      readSync(handle, byte, 0, 1, 0)
    } finally {
      closeSync(handle)
    }
    return byte[0]
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? 0 : undefined
  }
}

/**
 * Refuses a workbook beside which lies what SQLite would take for a part of it and Ninefold never made: it would be read in
 * place of the workbook's own pages, or written to. Looked at before SQLite opens the file.
 */
export function assertNothingBeside(path: string): void {
  const name = shownName(basename(path))
  // Whatever its header says, SQLite takes its pages from a log if one is there, even an empty one.
  if (statOf(`${path}-wal`)) throw leftBeside(name, `${name}-wal`)
  const journal = statOf(`${path}-journal`)
  if (!journal) return
  if (!journal.isFile() || (journal.size > 0 && !isJournalOfOurs(path, journal.size)))
    throw leftBeside(name, `${name}-journal`)
}

/**
 * A journal of ours is about one file: it never names another to take away with it. It gives back pages, so it never makes
 * the file longer than both are together. One that was cut off while it was written says nothing and does nothing.
 */
function isJournalOfOurs(path: string, size: number): boolean {
  const handle = openSync(`${path}-journal`, 'r')
  try {
    const end = Buffer.alloc(8)
    readSync(handle, end, 0, 8, Math.max(0, size - 8))
    if (end.equals(JOURNAL_MAGIC)) return false
    const head = Buffer.alloc(28)
    const isWhole = readSync(handle, head, 0, 28, 0) === 28
    if (!isWhole || !head.subarray(0, 8).equals(JOURNAL_MAGIC)) return true
    const longest = (statOf(path)?.size ?? 0) + size
    return head.readUInt32BE(16) * PAGE_SIZE <= longest
  } finally {
    closeSync(handle)
  }
}

function leftBeside(name: string, other: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `Beside ${name} lies ${other}, which is not Ninefold's and could change what is read, so nothing was opened. Move ${other} to another folder and open ${name} again.`,
  )
}

/** Of the name itself, not of what a link leads to. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    // Whoever opens the workbook itself says why it cannot be had.
    return undefined
  }
}
