import type { Random } from './random.ts'

/** The unit a disk writes whole. */
const SECTOR = 512

type Pending =
  | { readonly op: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly size: number }

/** How a cut treats what was not synced: by chance, or all alike. */
export type Mood = 'dropped' | 'kept' | 'mixed'

/** One file on the simulated disk: what a cut cannot take any more, and what it may. */
export type StoredFile = {
  /** Number of the newest change of names that is about it. */
  named: number
  write(at: number, bytes: Buffer): void
  truncate(size: number): void
  /** Everything so far survives. */
  sync(): void
  /**
   * A sync that failed: the system has thrown away what was written and says so once. What became shorter stays to be told
   * to the disk, since that is in the file system's own journal.
   */
  loseUnsynced(): void
  /** What may be found in it after a cut now. */
  afterCut(random: Random, mood: Mood): Buffer
}

export function newStoredFile(): StoredFile {
  const kept = growing()
  let pending: Pending[] = []
  return {
    named: 0,
    write: (at, bytes) => void pending.push({ op: 'write', at, bytes }),
    truncate: size => void pending.push({ op: 'truncate', size }),
    sync() {
      for (const change of pending) {
        if (change.op === 'truncate') kept.resize(change.size)
        else kept.put(change.at, change.bytes)
      }
      pending = []
    },
    loseUnsynced() {
      pending = pending.filter(({ op }) => op === 'truncate')
    },
    afterCut(random, mood) {
      if (pending.length === 0 || mood === 'dropped') return kept.bytes()
      const found = growing(kept.bytes())
      for (const change of pending) {
        if (mood === 'kept' || change.op === 'truncate') {
          if (mood === 'mixed' && random() < 0.5) continue
          if (change.op === 'truncate') found.resize(change.size)
          else found.put(change.at, change.bytes)
        } else tear(found, change.at, change.bytes, random)
      }
      return found.bytes()
    },
  }
}

/** All of a write, none of it, or some of its sectors; now and then room was made for it and nothing written there. */
function tear(found: Growing, at: number, bytes: Buffer, random: Random): void {
  const chance = random()
  if (chance < 0.3) return
  if (chance < 0.6) {
    found.put(at, bytes)
    return
  }
  if (chance < 0.65) {
    found.resize(Math.max(found.size(), at + bytes.length))
    return
  }
  // Often all up to some sector, else some here and there.
  const share = random()
  const isPrefix = random() < 0.5
  for (let from = 0; from < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor((at + from) / SECTOR) + 1) * SECTOR - at)
    if (isPrefix ? from / bytes.length < share : random() < share)
      found.put(at + from, bytes.subarray(from, end))
    from = end
  }
}

type Growing = {
  size(): number
  put(at: number, bytes: Buffer): void
  resize(size: number): void
  /** A view that holds until the next change. */
  bytes(): Buffer
}

/** Bytes that grow without being copied each time. What lies between is zero, as in a file. */
function growing(first?: Buffer): Growing {
  let room = first ? Buffer.from(first) : Buffer.alloc(0)
  let size = room.length
  const resize = (to: number) => {
    if (to > room.length) {
      const larger = Buffer.alloc(Math.max(to, room.length * 2, 4096))
      room.copy(larger, 0, 0, size)
      room = larger
    }
    if (to < size) room.fill(0, to, size)
    size = to
  }
  return {
    size: () => size,
    resize,
    put(at, bytes) {
      if (at + bytes.length > size) resize(at + bytes.length)
      bytes.copy(room, at)
    },
    bytes: () => room.subarray(0, size),
  }
}
