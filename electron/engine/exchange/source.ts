import { once } from 'node:events'
import type { Stats } from 'node:fs'
import { type FileHandle, open, stat, statfs } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { LARGEST_FILE_BYTES } from '../../../shared/model/evidence.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { freeBytesInside } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'
import { Trouble } from '../trouble.ts'
import { fileTrouble } from './file-trouble.ts'

/** Room left on the disk after a file is in, so that people can go on working. */
const ROOM_TO_LEAVE = 32 * 1024 * 1024

/** A file to come, by its path or as bytes that arrive, and what is said of it. */
export type Given = {
  readonly from: string | AsyncIterable<Uint8Array>
  /** For sentences; a path's own name if left out. */
  readonly name?: string | undefined
  /** Bytes to come, if known; a path's own if left out. */
  readonly size?: number | undefined
}

/** A file that may come in: there is room for it, and it is none of those that are refused. */
export type Source = {
  readonly name: string
  /** Undefined while unknown. Anything else arriving means that the file changed. */
  readonly size: number | undefined
  /** Fills what it is given, as far as it can; 0 is the end. */
  fill(into: Uint8Array): Promise<number>
  /** Once all of it was read: whether it still is what it was when it was opened, and no more is to come. */
  isUnchanged(): Promise<boolean>
}

/** Looks at a file before it is read, and lets go of it afterwards. What goes wrong is told as a sentence that names it. */
export async function withSource<T>(
  db: WritableDb,
  given: Given,
  use: (source: Source) => Promise<T>,
): Promise<T> {
  const { from, size } = given
  const name = given.name ?? (typeof from === 'string' ? basename(from) : 'the file')
  try {
    if (typeof from === 'string') return await withPath(db, from, name, use)
    if (size !== undefined) await refuseWithoutRoom(db, size, name)
    const fill = fillerOf(from)
    return await use({ name, size, fill, isUnchanged: async () => (await fill(new Uint8Array(1))) === 0 })
  } catch (error) {
    throw fileTrouble(error, name, 'attached')
  }
}

async function withPath<T>(
  db: WritableDb,
  path: string,
  name: string,
  use: (source: Source) => Promise<T>,
): Promise<T> {
  // Looked at before it is opened: opening a pipe waits for ever, and closing a second handle on the workbook
  // itself drops its locks.
  const before = await stat(path)
  if (!before.isFile()) throw new Trouble('REFUSED', `“${name}” is not a file, so it was not attached.`)
  await refuseWorkbook(db, path, name, before)
  await refuseWithoutRoom(db, before.size, name)
  const file = await open(path, 'r')
  try {
    return await use({
      name,
      size: before.size,
      fill: async into => (await file.read(into, 0, into.length, null)).bytesRead,
      isUnchanged: () => sameAs(before, file),
    })
  } finally {
    await file.close()
  }
}

/** Fills a chunk, and less only at the end. Short reads are common on pipes and sockets; a short chunk would mean the end of the file. */
export async function fillWhole({ fill }: Source, chunk: Uint8Array): Promise<number> {
  let length = 0
  while (length < chunk.length) {
    const more = await fill(length === 0 ? chunk : chunk.subarray(length))
    if (more === 0) break
    length += more
  }
  return length
}

/** Waits for the work or the signal: a stream that has stopped giving must still be cancellable. */
export async function orAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work
  signal.throwIfAborted()
  const stopping = new AbortController()
  const aborted = once(signal, 'abort', { signal: stopping.signal }).then(() => signal.throwIfAborted())
  try {
    return (await Promise.race([work, aborted])) as T
  } finally {
    aborted.catch(() => {})
    stopping.abort()
  }
}

function fillerOf(source: AsyncIterable<Uint8Array>): Source['fill'] {
  const pieces = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)
  return async into => {
    while (rest.length === 0) {
      const next = await pieces.next()
      if (next.done) return 0
      rest = next.value
    }
    const take = Math.min(rest.length, into.length)
    into.set(rest.subarray(0, take))
    rest = rest.subarray(take)
    return take
  }
}

async function sameAs(before: { size: number; mtimeMs: number }, file: FileHandle): Promise<boolean> {
  const after = await file.stat()
  return after.size === before.size && after.mtimeMs === before.mtimeMs
}

/** The first bytes of a file, by which its type is known: a copy, since the chunk is used again. */
export function headOf(chunk: Uint8Array): Uint8Array {
  return new Uint8Array(chunk.subarray(0, 4096))
}

/** Refuses a file of 0 bytes, and one of more than 2 GB */
export function refuseSize(size: number, name: string): void {
  if (size > LARGEST_FILE_BYTES) throw tooLarge(name)
  if (size === 0)
    throw new Trouble(
      'REFUSED',
      `“${name}” is empty (0 bytes), so it was not attached. Check the file itself.`,
    )
}

async function refuseWorkbook(db: WritableDb, path: string, name: string, file: Stats): Promise<void> {
  const own = await stat(db.name).catch(() => null)
  const isOwn = own !== null && file.ino === own.ino && file.dev === own.dev
  if (isOwn || /\.ninefold(-journal)?$/i.test(path))
    throw new Trouble(
      'REFUSED',
      `“${name}” is a workbook, and a workbook cannot be evidence in a workbook. Export it to Excel and attach that.`,
    )
}

async function refuseWithoutRoom(db: WritableDb, size: number, name: string): Promise<void> {
  refuseSize(size, name)
  const disk = await statfs(dirname(db.name)).catch(() => null)
  if (!disk) return
  const free = disk.bavail * disk.bsize
  if (free + freeBytesInside(db) < size + ROOM_TO_LEAVE)
    throw new Trouble(
      'DISK_FULL',
      `There is not enough room on the workbook's disk for “${name}” (${sizeOf(size)}; ${sizeOf(free)} free). Make some room and attach it again.`,
    )
}

/** A file that no workbook takes. */
export function tooLarge(name: string): Trouble {
  return new Trouble(
    'REFUSED',
    `“${name}” is larger than 2 GB, the most a workbook takes, so it was not attached. Attach a shorter file, or a link to it.`,
  )
}

/** A file whose bytes are not those that were announced. */
export function changedWhileRead(name: string): Trouble {
  return new Trouble(
    'FILE_TROUBLE',
    `“${name}” changed while it was being read, so it was not attached. Let the other program finish and attach it again.`,
  )
}
