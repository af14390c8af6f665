import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { shownName } from '../../../shared/text/safe-name.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { APPLICATION_ID, PAGE_SIZE } from './database.ts'
import { hasHotJournal } from './files-beside.ts'
import { CURRENT_VERSION } from './migrations/list.ts'
import { isSmallSchema } from './schema-pages.ts'

const MAGIC = 'SQLite format 3\0'

/** What a file begins with that a password locks. */
const AGE = 'age-encryption.org/v1\n'

/** Beyond what its header tells, a file may hold what a crash left of one change; never this much. */
const MOST_BEYOND_BYTES = 1024 ** 3

/** Someone may be writing it: what does not fit together now may do so a moment later. */
const ATTEMPTS = 5

/** There is no such file, or cannot be one of such a name. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

type Head = { readonly bytes: Buffer; readonly size: number; readonly isSmall: boolean }

/**
 * Looks at the first page before SQLite sees the file: size, magic, whose it is, which version, and that it is laid out as
 * every workbook is. Gives the schema version. Never call it on a file this process has open in SQLite: closing the
 * handle would drop the lock (docs/decisions/workbook-file.md).
 */
export function readHeader(path: string): number {
  const name = shownName(basename(path))
  for (let attempt = 1; ; attempt++) {
    const head = firstPage(path, name)
    const version = versionOf(head.bytes, name)
    if (!isLaidOut(head.bytes)) throw strange(name)
    // Half a change may be in it, which its journal takes back: until then size and pages need not fit.
    if (hasHotJournal(path)) return version
    if (isWhole(head)) return version
    if (attempt === ATTEMPTS) throw damaged(name)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function versionOf(header: Buffer, name: string): number {
  if (header.toString('latin1', 0, AGE.length) === AGE)
    throw new Trouble('LOCKED', `${name} is locked with a password. Type the password to open it.`)
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

/**
 * What SQLite writes in the header of every workbook and never changes. Another journal mode would have SQLite write
 * files of its own beside one that is only read; the rest are ways to read the same bytes as something else.
 */
function isLaidOut(header: Buffer): boolean {
  const isOf = (at: number, ...bytes: number[]) => bytes.every((byte, index) => header[at + index] === byte)
  return (
    header.readUInt16BE(16) === PAGE_SIZE &&
    // Written and read with a rollback journal; nothing reserved; fractions as always.
    isOf(18, 1, 1, 0, 64, 32, 32) &&
    header.readUInt32BE(44) === 4 &&
    // No auto-vacuum, UTF-8.
    header.readUInt32BE(52) === 0 &&
    header.readUInt32BE(56) === 1 &&
    header.readUInt32BE(64) === 0 &&
    isOf(72, ...Array.from({ length: 20 }, () => 0))
  )
}

function isWhole({ bytes, size, isSmall }: Head): boolean {
  const told = bytes.readUInt32BE(28) * PAGE_SIZE
  return told > 0 && size >= told && size - told < MOST_BEYOND_BYTES && isSmall
}

function firstPage(path: string, name: string): Head {
  try {
    // Not waiting: whoever opens a pipe to read would wait for someone to write.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = fstatSync(handle)
      if (!found.isFile()) throw noFile(name, found.isDirectory())
      const buffer = Buffer.alloc(100)
      const bytes = buffer.subarray(0, readSync(handle, buffer, 0, 100, 0))
      const pageCount = Math.floor(found.size / PAGE_SIZE)
      return { bytes, size: found.size, isSmall: isSmallSchema(handle, PAGE_SIZE, pageCount) }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (NOWHERE.has(code ?? '')) {
      throw new Trouble(
        'FILE_TROUBLE',
        `${name} is not where it was. Find it again, or open the newest copy you have.`,
      )
    }
    if (code === 'EISDIR') throw noFile(name, true)
    // A socket, or a device that is not there.
    if (code === 'ENXIO' || code === 'ENODEV' || code === 'EOPNOTSUPP') throw noFile(name, false)
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Trouble(
        'FILE_TROUBLE',
        `You may not read ${name}. Ask whoever owns the folder, or choose another file.`,
      )
    }
    throw troubleOf(error) ?? error
  }
}

function noFile(name: string, isFolder: boolean): Trouble {
  return new Trouble(
    'BAD_FILE',
    `${name} is ${isFolder ? 'a folder' : 'something other than a file'}, not a workbook. Choose a file that ends in .ninefold.`,
  )
}

/** Its bytes do not hold together. */
export function damaged(name: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `${name} is damaged and was not opened; the file was left as it is. Open the newest copy you have.`,
  )
}

/** It holds together, and holds what we never write. */
export function strange(name: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `${name} has been changed by another program and was not opened, because it could run things of its own. Ask whoever sent it for a fresh copy.`,
  )
}
