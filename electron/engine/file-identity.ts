import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { Trouble } from './trouble.ts'

/** The user's file and what SQLite has open for it, which may be one and the same. */
type WorkbookFiles = { readonly path: string; readonly file: string }

/**
 * What the disk calls a file, since one file may go by several names: links, letter case, two ways to write an accent.
 * Looks at it without opening it: to open a workbook that is open here would drop its lock.
 */
export function identityOf(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found ? `${found.dev} ${found.ino}` : path
  } catch {
    // No disk has a file of such a name, or a link that leads to itself.
    return path
  }
}

/**
 * Refuses to write something over the open workbook, by whatever name. The engine would go on with a file that no
 * longer has one, and everything after it would be lost.
 */
export function assertNotItself(workbook: WorkbookFiles, to: string): void {
  if (!isOneOf(workbook, to)) return
  throw new Trouble('REFUSED', `${basename(to)} is the open workbook itself. Choose another name.`)
}

/** Refuses to read the open workbook as a file that came back: a plain read of it here would drop its lock. */
export function assertNotOpenHere(workbook: WorkbookFiles, path: string): void {
  if (!isOneOf(workbook, path)) return
  throw new Trouble(
    'REFUSED',
    `“${basename(path)}” is the workbook that is open here. Choose the file that came back to you.`,
  )
}

/**
 * Refuses to go on in a workbook whose file is not under its name any more: another program put another file there, or it was
 * moved, renamed or deleted. What is written then would go to a file that nobody finds, or that is gone when it is closed.
 * Windows does not let that happen to an open file.
 */
export function assertStillThere({
  path,
  file,
  identity,
}: WorkbookFiles & { readonly identity: string }): void {
  if (process.platform === 'win32' || identityOf(file) === identity) return
  const name = basename(path)
  throw new Trouble(
    'FILE_TROUBLE',
    `“${name}” is not the file any more that was opened: another program moved, deleted or replaced it, so this was not saved. Save a copy of what you have here, or put the file back.`,
  )
}

function isOneOf({ path, file }: WorkbookFiles, other: string): boolean {
  const identity = identityOf(other)
  return identity === identityOf(file) || identity === identityOf(path)
}
