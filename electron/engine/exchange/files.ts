import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { LARGEST_FILE_BYTES } from '../../../shared/model/evidence.ts'
import {
  abandonContent,
  CHUNK_BYTES,
  deletePendingPiece,
  findContent,
  finishContent,
  insertChunks,
  insertPendingContent,
  readContent,
  unfinishContent,
} from '../store/content.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import {
  changedWhileRead,
  fillWhole,
  type Given,
  headOf,
  orAborted,
  refuseSize,
  type Source,
  tooLarge,
  withSource,
} from './source.ts'

/** Eight chunks a transaction: one would cost three times as long, all in one would block everyone else. */
const CHUNKS_A_COMMIT = 8

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

/**
 * Reads a file or a stream into the workbook: hashed, in constant memory, durable when it answers. When it is
 * refused, cancelled or broken off, nothing of it stays. The caller then names it as evidence in an edit.
 */
export async function streamIn(
  db: WritableDb,
  from: Given['from'],
  options: StreamOptions = {},
): Promise<StreamedIn> {
  const { name, size } = options
  return withSource(db, { from, name, size }, source => stream(db, source, options))
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

async function stream(
  db: WritableDb,
  source: Source,
  { signal, onProgress }: StreamOptions,
): Promise<StreamedIn> {
  const contentId = insertPendingContent(db)
  try {
    const { hash, size, head } = await fillContent(db, contentId, source, signal, onProgress)
    if (size !== (source.size ?? size) || !(await source.isUnchanged())) throw changedWhileRead(source.name)
    refuseSize(size, source.name)
    signal?.throwIfAborted()
    const isNew = finishContent(db, contentId, hash, size)
    if (!isNew) await forget(db, contentId)
    return { hash, size, head, isNew }
  } catch (error) {
    // A full disk may refuse even this; the sweep at the next opening then does it.
    if (db.open) await giveUp(db, contentId).catch(() => {})
    throw error
  }
}

/** Two rooms: while one is written, the first chunk of the other is already being read. */
async function fillContent(
  db: WritableDb,
  contentId: number,
  source: Source,
  signal: AbortSignal | undefined,
  onProgress: StreamOptions['onProgress'],
): Promise<Omit<StreamedIn, 'isNew'>> {
  // Made when they are first needed: a small file fills two of the sixteen.
  const rooms: Buffer[][] = [[], []]
  const placeIn = (room: Buffer[], at: number) => {
    room[at] ??= Buffer.allocUnsafeSlow(CHUNK_BYTES)
    return room[at]
  }
  const { name, size: expected = LARGEST_FILE_BYTES } = source
  const digest = createHash('sha256')
  let [size, seq, turn] = [0, 0, 0]
  let head: Uint8Array = new Uint8Array(0)
  let full: Uint8Array[] = []
  let room = rooms[0]!
  let coming = fillWhole(source, placeIn(room, 0))
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
      if (!isLast) coming = fillWhole(source, placeIn(nextRoom, isRoomFull ? 0 : full.length))
      digest.update(chunk)
      if (head.length === 0) head = headOf(chunk)
      if (full.length > 0 && (isRoomFull || isLast)) {
        insertChunks(db, contentId, seq, full)
        seq += full.length
        full = []
        onProgress?.(size)
      }
      if (isLast) return { hash: digest.digest('hex'), size, head }
      room = nextRoom
    }
  } finally {
    // A read still under way writes into memory of ours and may fail; nobody waits for it.
    coming.catch(() => {})
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
