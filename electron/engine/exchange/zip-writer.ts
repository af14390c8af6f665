import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)

/** Packed a piece at a time, in the threads of the system, while the next is made. */
const PIECE = 512 * 1024

const VERSION = 20
const STORED = 0
const DEFLATED = 8

/** Before these a zip file knows no days. */
const FIRST_YEAR = 1980

/** A part on its way into the file. */
export type ZipPart = {
  /** Adds text to it. */
  add(text: string): void
  end(): void
}

/** A zip file in memory, parts in the order they were begun. */
export type ZipWriter = {
  begin(name: string): ZipPart
  /** A whole part of text. */
  add(name: string, text: string): void
  /** What is packed already. */
  store(name: string, bytes: Uint8Array): void
  finish(): Promise<Buffer>
}

type Entry = {
  readonly name: string
  readonly method: number
  crc: number
  size: number
  readonly pieces: Promise<Uint8Array>[]
}

/** An empty zip file whose parts all say they were made at this moment. */
export function createZip(now: Date): ZipWriter {
  const entries: Entry[] = []
  const begin = (name: string): ZipPart => {
    const entry: Entry = { name, method: DEFLATED, crc: 0, size: 0, pieces: [] }
    entries.push(entry)
    let waiting = ''
    return {
      add(text) {
        waiting += text
        if (waiting.length < PIECE) return
        pack(entry, waiting, constants.Z_SYNC_FLUSH)
        waiting = ''
      },
      end: () => pack(entry, waiting, constants.Z_FINISH),
    }
  }
  return {
    begin,
    add(name, text) {
      const part = begin(name)
      part.add(text)
      part.end()
    },
    store(name, bytes) {
      const pieces = [Promise.resolve(bytes)]
      entries.push({ name, method: STORED, crc: crc32(bytes), size: bytes.length, pieces })
    },
    finish: () => assemble(entries, now),
  }
}

/** Pieces end on whole bytes and look back at no other, so that one after the other they are one stream. */
function pack(entry: Entry, text: string, finishFlush: number): void {
  const bytes = Buffer.from(text)
  entry.crc = crc32(bytes, entry.crc)
  entry.size += bytes.length
  const packed = deflate(bytes, { level: 6, finishFlush })
  // Whoever waits for it hears of it; until then nobody does.
  packed.catch(() => {})
  entry.pieces.push(packed)
}

async function assemble(entries: readonly Entry[], now: Date): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const packed = await Promise.all(entry.pieces)
    const length = packed.reduce((sum, piece) => sum + piece.length, 0)
    const about = aboutOf(entry, length, now)
    const name = Buffer.from(entry.name)
    const local = Buffer.concat([numbers([0x04034b50, 4]), about, numbers([0, 2]), name])
    directory.push(
      numbers([0x02014b50, 4], [VERSION, 2]),
      about,
      // No extra field, no comment, one disk, no attributes.
      numbers([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      name,
    )
    parts.push(local, ...packed)
    at += local.length + length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const count = entries.length
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
  return Buffer.concat([...parts, ...directory, end])
}

/** What stands of a part both before it and in the directory. */
function aboutOf({ name, method, crc, size }: Entry, packed: number, now: Date): Buffer {
  const time = (now.getUTCHours() << 11) | (now.getUTCMinutes() << 5) | (now.getUTCSeconds() >> 1)
  const year = Math.max(0, now.getUTCFullYear() - FIRST_YEAR)
  const day = (year << 9) | ((now.getUTCMonth() + 1) << 5) | now.getUTCDate()
  return numbers(
    [VERSION, 2],
    [0, 2],
    [method, 2],
    [time, 2],
    [day, 2],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [Buffer.byteLength(name), 2],
  )
}

/** Numbers one after the other, each in so many bytes, the lowest first. One too large for them is refused by Node. */
function numbers(...given: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(given.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of given) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
