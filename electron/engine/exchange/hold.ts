import { createHash } from 'node:crypto'
import { CHUNK_BYTES } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'
import {
  changedWhileRead,
  fillWhole,
  type Given,
  headOf,
  orAborted,
  type Source,
  withSource,
} from './source.ts'

/** Chunks that are held together at most: as many as are saved at once of a large file. */
const MOST_CHUNKS = 8

/** A small file: here whole, hashed, and not in the workbook yet. */
export type HeldFile = {
  readonly hash: string
  readonly size: number
  /** The first bytes, by which its type is known. */
  readonly head: Uint8Array
  readonly chunks: readonly Uint8Array[]
}

/** Memory for files that are held together; used again, since making it anew for each photo keeps the collector busy. */
export type Room = {
  hasPlaceFor(size: number): boolean
  /** Reads a file into it, of exactly this size. */
  hold(db: WritableDb, given: Given & { readonly size: number }, signal: AbortSignal): Promise<HeldFile>
  /** Lets go of all that is held. */
  clear(): void
}

/** Whether a file is small enough to be held: of one whose size is not known, nothing is. */
export function isSmall(size: number | undefined): size is number {
  return size !== undefined && chunksOf(size) <= MOST_CHUNKS
}

/** Room for small files, and none of it made yet. */
export function createRoom(): Room {
  const all: Buffer[] = []
  let used = 0
  const next = () => {
    all[used] ??= Buffer.allocUnsafeSlow(CHUNK_BYTES)
    return all[used++]!
  }
  return {
    hasPlaceFor: size => used + chunksOf(size) <= MOST_CHUNKS,
    hold: (db, given, signal) =>
      withSource(db, given, source => {
        if (source.size !== given.size) throw changedWhileRead(source.name)
        return readWhole(source, given.size, next, signal)
      }),
    clear() {
      used = 0
    },
  }
}

async function readWhole(
  source: Source,
  size: number,
  next: () => Buffer,
  signal: AbortSignal,
): Promise<HeldFile> {
  const digest = createHash('sha256')
  const chunks: Uint8Array[] = []
  for (let at = 0; at < size; at += CHUNK_BYTES) {
    const chunk = next().subarray(0, Math.min(CHUNK_BYTES, size - at))
    if ((await orAborted(fillWhole(source, chunk), signal)) < chunk.length)
      throw changedWhileRead(source.name)
    digest.update(chunk)
    chunks.push(chunk)
  }
  if (!(await orAborted(source.isUnchanged(), signal))) throw changedWhileRead(source.name)
  return { hash: digest.digest('hex'), size, head: headOf(chunks[0]!), chunks }
}

function chunksOf(size: number): number {
  return Math.ceil(size / CHUNK_BYTES)
}
