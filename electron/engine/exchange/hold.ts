import { CHUNK_BYTES } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'
import { createHasher, type Hasher } from './hasher.ts'
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

/** A small file: here whole, and not in the workbook yet. */
export type HeldFile = {
  /** SHA-256, hexadecimal, which is worked out while other files are read or saved. */
  readonly hash: Promise<string>
  readonly size: number
  /** The first bytes, by which its type is known. */
  readonly head: Uint8Array
  readonly chunks: readonly Uint8Array[]
}

/**
 * Memory for files that are held together, in two halves: one is read into while the other is saved. It is used again, since
 * making it anew for each photo keeps the collector busy.
 */
export type Room = {
  /** Whether there is place in this half. */
  hasPlaceFor(size: number): boolean
  /** Reads a file into it, of exactly this size. */
  hold(db: WritableDb, given: Given & { readonly size: number }, signal: AbortSignal): Promise<HeldFile>
  /** Goes on in the other half, letting go of what was held there. */
  turn(): void
  close(): Promise<void>
}

/** Whether a file is small enough to be held: of one whose size is not known, nothing is. */
export function isSmall(size: number | undefined): size is number {
  return size !== undefined && chunksOf(size) <= MOST_CHUNKS
}

/** Room for small files of so many bytes in all, and none of it made yet. */
export function createRoom(bytes: number): Room {
  const hasher = createHasher(bytes)
  const halves: [Buffer[], Buffer[]] = [[], []]
  let half: 0 | 1 = 0
  let used = 0
  const next = () => {
    const chunks = halves[half]
    // Shared with the thread that hashes.
    chunks[used] ??= Buffer.from(new SharedArrayBuffer(CHUNK_BYTES))
    return chunks[used++]!
  }
  return {
    hasPlaceFor: size => used + chunksOf(size) <= MOST_CHUNKS,
    hold: (db, given, signal) =>
      withSource(db, given, source => {
        if (source.size !== given.size) throw changedWhileRead(source.name)
        return readWhole(source, given.size, { next, hasher, signal })
      }),
    turn() {
      half = half === 0 ? 1 : 0
      used = 0
    },
    close: () => hasher.close(),
  }
}

async function readWhole(
  source: Source,
  size: number,
  { next, hasher, signal }: { next: () => Buffer; hasher: Hasher; signal: AbortSignal },
): Promise<HeldFile> {
  const chunks: Uint8Array[] = []
  try {
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      const chunk = next().subarray(0, Math.min(CHUNK_BYTES, size - at))
      if ((await orAborted(fillWhole(source, chunk), signal)) < chunk.length)
        throw changedWhileRead(source.name)
      await hasher.update(chunk)
      chunks.push(chunk)
    }
    if (!(await orAborted(source.isUnchanged(), signal))) throw changedWhileRead(source.name)
  } catch (error) {
    // What was read of it is not the beginning of the next one.
    hasher.digest().catch(() => {})
    throw error
  }
  const hash = hasher.digest()
  // Whoever saves it hears of it, and later than it may happen.
  hash.catch(() => {})
  return { hash, size, head: headOf(chunks[0]!), chunks }
}

function chunksOf(size: number): number {
  return Math.ceil(size / CHUNK_BYTES)
}
