import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open, stat, statfs } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { LARGEST_FILE_BYTES } from '../../../shared/model/evidence.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import {
  abandonContent,
  CHUNK_BYTES,
  deletePendingPiece,
  findContent,
  finishContent,
  freeBytesInside,
  insertChunks,
  insertPendingContent,
  insertWhole,
  readContent,
  unfinishContent,
} from '../store/content.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { Trouble } from '../trouble.ts'
import { fileTrouble } from './file-trouble.ts'

/** Eight chunks a transaction: one would cost three times as long, all in one would block everyone else. */
const CHUNKS_A_COMMIT = 8

/** Room left on the disk after a file is in, so that people can go on working. */
const ROOM_TO_LEAVE = 32 * 1024 * 1024

export type StreamOptions = {
  /** For sentences; a path's own name if left out. */
  readonly name?: string
  /** Bytes to come, if known. Anything else arriving means the file changed. */
  readonly size?: number
  readonly onProgress?: (doneBytes: number) => void
  readonly signal?: AbortSignal
}

export type StreamedIn = {
  readonly hash: string
  readonly size: number
  /** The first bytes, by which its type is known. */
  readonly head: Uint8Array
  /** False when the same content was in the workbook already. */
  readonly isNew: boolean
}

/** Fills the buffer it is given, as far as it can; 0 is the end. */
type Filler = (into: Uint8Array) => Promise<number>

/**
 * Reads a file or a stream into the workbook: hashed, in constant memory, durable when it answers. When it is
 * refused, cancelled or broken off, nothing of it stays. The caller then names it as evidence in an edit.
 */
export async function streamIn(
  db: WritableDb,
  source: string | AsyncIterable<Uint8Array>,
  options: StreamOptions = {},
): Promise<StreamedIn> {
  const name = options.name ?? (typeof source === 'string' ? basename(source) : 'the file')
  try {
    if (typeof source === 'string') return await streamPath(db, source, name, options)
    if (options.size !== undefined) {
      refuseSize(options.size, name)
      await refuseWithoutRoom(db, options.size, name)
    }
    return await stream(db, fillerOf(source), name, options)
  } catch (error) {
    throw fileTrouble(error, name, 'attached')
  }
}

/** Takes a file out of the workbook again that `streamIn` put there, when it could not be named as evidence. */
export async function takeBack(db: WritableDb, hash: string): Promise<void> {
  const contentId = abandonContent(db, hash)
  if (contentId !== undefined) await forget(db, contentId)
}

/** Whether a file of the workbook still is what its hash says. */
export async function verifyContent(
  db: ReadableDb,
  hash: string,
  signal?: AbortSignal,
): Promise<'ok' | 'missing' | 'damaged'> {
  const content = findContent(db, hash)
  if (!content) return 'missing'
  const digest = createHash('sha256')
  let size = 0
  for (const chunk of readContent(db, hash)) {
    signal?.throwIfAborted()
    digest.update(chunk)
    size += chunk.length
    if (size > content.size) break
    await nextTurn()
  }
  return size === content.size && digest.digest('hex') === hash ? 'ok' : 'damaged'
}

async function streamPath(
  db: WritableDb,
  path: string,
  name: string,
  options: StreamOptions,
): Promise<StreamedIn> {
  // Looked at before it is opened: opening a pipe waits for ever, and closing a second handle on the workbook
  // itself drops its locks.
  const before = await stat(path)
  if (!before.isFile()) throw new Trouble('REFUSED', `“${name}” is not a file, so it was not attached.`)
  await refuseWorkbook(db, path, name)
  refuseSize(before.size, name)
  await refuseWithoutRoom(db, before.size, name)
  const file = await open(path, 'r')
  try {
    const filler: Filler = async into => (await file.read(into, 0, into.length, null)).bytesRead
    const streamed = await stream(db, filler, name, { ...options, size: before.size }, () =>
      sameAs(before, file),
    )
    return streamed
  } finally {
    await file.close()
  }
}

async function stream(
  db: WritableDb,
  fill: Filler,
  name: string,
  options: StreamOptions,
  isUnchanged: () => Promise<boolean> = async () => true,
): Promise<StreamedIn> {
  let begun: number | null = null
  let whole: string | null = null
  const begin = () => {
    begun = insertPendingContent(db)
    return begun
  }
  try {
    const { contentId, hash, size, head, rest } = await fillContent(db, begin, fill, name, options)
    if (size !== (options.size ?? size) || !(await isUnchanged())) throw changedWhileRead(name)
    refuseSize(size, name)
    options.signal?.throwIfAborted()
    if (contentId === null) {
      whole = hash
      return { hash, size, head, isNew: insertWhole(db, hash, size, rest) }
    }
    const isNew = finishContent(db, contentId, hash, size)
    if (!isNew) await forget(db, contentId)
    return { hash, size, head, isNew }
  } catch (error) {
    // A full disk may refuse even this; the sweep at the next opening then does it.
    if (db.open && begun !== null) await giveUp(db, begun).catch(() => {})
    // What a failing disk says was not saved may be so all the same. It was not there before: then nothing is written.
    if (db.open && whole !== null) await takeBack(db, whole).catch(() => {})
    throw error
  }
}

type Filled = {
  /** `null` when the whole file is in `rest` and nothing was written. */
  readonly contentId: number | null
  readonly hash: string
  readonly size: number
  readonly head: Uint8Array
  readonly rest: readonly Uint8Array[]
}

/** Two rooms: while one is written, the first chunk of the other is already being read. */
async function fillContent(
  db: WritableDb,
  begin: () => number,
  fill: Filler,
  name: string,
  { signal, onProgress, size: expected = LARGEST_FILE_BYTES }: StreamOptions,
): Promise<Filled> {
  // Made when they are first needed: a small file fills two of the sixteen.
  const rooms: Buffer[][] = [[], []]
  const placeIn = (room: Buffer[], at: number) => {
    room[at] ??= Buffer.allocUnsafeSlow(CHUNK_BYTES)
    return room[at]
  }
  const digest = createHash('sha256')
  let [size, seq, turn] = [0, 0, 0]
  let contentId: number | null = null
  let head: Uint8Array = new Uint8Array(0)
  let full: Uint8Array[] = []
  let room = rooms[0]!
  let coming = fillWhole(fill, placeIn(room, 0))
  try {
    for (;;) {
      const length = await orAborted(coming, signal)
      size += length
      if (size > expected) throw expected === LARGEST_FILE_BYTES ? tooLarge(name) : changedWhileRead(name)
      const chunk = room[full.length]!.subarray(0, length)
      const isLast = length < CHUNK_BYTES
      if (length > 0) full.push(chunk)
      const isRoomFull = full.length === CHUNKS_A_COMMIT
      const nextRoom = isRoomFull ? rooms[++turn % 2]! : room
      if (!isLast) coming = fillWhole(fill, placeIn(nextRoom, isRoomFull ? 0 : full.length))
      digest.update(chunk)
      if (head.length === 0) head = new Uint8Array(chunk.subarray(0, 4096))
      if (isLast && contentId === null) {
        onProgress?.(size)
        return { contentId, hash: digest.digest('hex'), size, head, rest: full }
      }
      if (full.length > 0 && (isRoomFull || isLast)) {
        contentId ??= begin()
        insertChunks(db, contentId, seq, full)
        seq += full.length
        full = []
        onProgress?.(size)
      }
      if (isLast) return { contentId, hash: digest.digest('hex'), size, head, rest: [] }
      room = nextRoom
    }
  } finally {
    // A read still under way writes into memory of ours and may fail; nobody waits for it.
    coming.catch(() => {})
  }
}

/** A stream that has stopped giving must still be cancellable. */
async function orAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
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

/** Short reads are common on pipes and sockets; a short chunk would mean the end of the file. */
async function fillWhole(fill: Filler, chunk: Uint8Array): Promise<number> {
  let length = 0
  while (length < chunk.length) {
    const more = await fill(length === 0 ? chunk : chunk.subarray(length))
    if (more === 0) break
    length += more
  }
  return length
}

function fillerOf(source: AsyncIterable<Uint8Array>): Filler {
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

async function giveUp(db: WritableDb, contentId: number): Promise<void> {
  unfinishContent(db, contentId)
  await forget(db, contentId)
}

/** A little at a time, so that others can work in between. */
async function forget(db: WritableDb, contentId: number): Promise<void> {
  while (!deletePendingPiece(db, contentId)) await nextTurn()
}

async function sameAs(before: { size: number; mtimeMs: number }, file: FileHandle): Promise<boolean> {
  const after = await file.stat()
  return after.size === before.size && after.mtimeMs === before.mtimeMs
}

function refuseSize(size: number, name: string): void {
  if (size > LARGEST_FILE_BYTES) throw tooLarge(name)
  if (size === 0)
    throw new Trouble(
      'REFUSED',
      `“${name}” is empty (0 bytes), so it was not attached. Check the file itself.`,
    )
}

async function refuseWorkbook(db: WritableDb, path: string, name: string): Promise<void> {
  const [file, own] = await Promise.all([stat(path), stat(db.name).catch(() => null)])
  const isOwn = own !== null && file.ino === own.ino && file.dev === own.dev
  if (isOwn || /\.ninefold(-journal)?$/i.test(path))
    throw new Trouble(
      'REFUSED',
      `“${name}” is a workbook, and a workbook cannot be evidence in a workbook. Export it to Excel and attach that.`,
    )
}

async function refuseWithoutRoom(db: WritableDb, size: number, name: string): Promise<void> {
  const disk = await statfs(dirname(db.name)).catch(() => null)
  if (!disk) return
  const free = disk.bavail * disk.bsize
  if (free + freeBytesInside(db) < size + ROOM_TO_LEAVE)
    throw new Trouble(
      'DISK_FULL',
      `There is not enough room on the workbook's disk for “${name}” (${sizeOf(size)}; ${sizeOf(free)} free). Make some room and attach it again.`,
    )
}

function tooLarge(name: string): Trouble {
  return new Trouble(
    'REFUSED',
    `“${name}” is larger than 2 GB, the most a workbook takes, so it was not attached. Attach a shorter file, or a link to it.`,
  )
}

function changedWhileRead(name: string): Trouble {
  return new Trouble(
    'FILE_TROUBLE',
    `“${name}” changed while it was being read, so it was not attached. Let the other program finish and attach it again.`,
  )
}
