import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { Trouble } from './trouble.ts'

/**
 * What the disk calls a file, since one file may go by several names: links, letter case, two ways to write an accent.
 * Looks at it without opening it: to open a workbook that is open here would drop its lock.
 */
export function identityOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev} ${found.ino}` : path
}

/**
 * Refuses to write something over the open workbook, by whatever name. The engine would go on with a file that no
 * longer has one, and everything after it would be lost.
 */
export function assertNotItself(workbookPath: string, to: string): void {
  if (identityOf(to) !== identityOf(workbookPath)) return
  throw new Trouble('REFUSED', `${basename(to)} is the open workbook itself. Choose another name.`)
}

/** Refuses to read the open workbook as a file that came back: a plain read of it here would drop its lock. */
export function assertNotOpenHere(workbookPath: string, path: string): void {
  if (identityOf(path) !== identityOf(workbookPath)) return
  throw new Trouble(
    'REFUSED',
    `“${basename(path)}” is the workbook that is open here. Choose the file that came back to you.`,
  )
}
