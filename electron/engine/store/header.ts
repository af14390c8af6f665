import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Trouble, troubleOf } from '../trouble.ts'
import { APPLICATION_ID } from './database.ts'
import { CURRENT_VERSION } from './migrations/list.ts'

const MAGIC = 'SQLite format 3\0'

/**
 * Looks at the first hundred bytes before SQLite sees the file: size, magic, whose it is, which version.
 * Gives the schema version. Never call it on a file this process has open in SQLite: closing the handle would drop
 * the lock (docs/decisions/workbook-file.md).
 */
export function readHeader(path: string): number {
  const name = basename(path)
  const header = firstBytes(path, name)
  if (header.length < 100 || header.toString('latin1', 0, 16) !== MAGIC) {
    throw new Trouble(
      'BAD_FILE',
      `${name} is not a Ninefold workbook, or its beginning is damaged. Choose another file, or open the newest copy you have.`,
    )
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new Trouble(
      'BAD_FILE',
      `${name} is a database of another program, not a Ninefold workbook. Choose another file.`,
    )
  }
  const version = header.readUInt32BE(60)
  if (version > CURRENT_VERSION) {
    throw new Trouble(
      'BAD_FILE',
      `${name} was made by a newer Ninefold and was left untouched. Install the newest version to open it.`,
    )
  }
  return version
}

function firstBytes(path: string, name: string): Buffer {
  try {
    if (!statSync(path).isFile())
      throw new Trouble(
        'BAD_FILE',
        `${name} is a folder, not a workbook. Choose a file that ends in .ninefold.`,
      )
    const handle = openSync(path, 'r')
    try {
      const buffer = Buffer.alloc(100)
      return buffer.subarray(0, readSync(handle, buffer, 0, 100, 0))
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new Trouble(
        'FILE_TROUBLE',
        `${name} is not where it was. Find it again, or open the newest copy you have.`,
      )
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Trouble(
        'FILE_TROUBLE',
        `You may not read ${name}. Ask whoever owns the folder, or choose another file.`,
      )
    }
    throw troubleOf(error) ?? error
  }
}
