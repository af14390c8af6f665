import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { LIMITS } from './limits.ts'
import { Refusal } from './refusals.ts'

/** A part of up to so many bytes is unpacked in one go, for a stream of its own takes longer than it; and is given in pieces. */
const AT_ONCE = 1024 * 1024
const PIECE = 64 * 1024

/** The parts inside an Excel file. Names are without a leading slash and in any case, as the format has it. */
export type Parts = {
  has(name: string): boolean
  names(): readonly string[]
  /** Bytes the parts say they unpack to. */
  declared(names: readonly string[]): number
  /** A part as it unpacks, checked against what the directory says of it; `null` when there is none. */
  read(name: string | null): AsyncIterable<Uint8Array> | null
}

/** Reads the directory of a zip file and refuses what no spreadsheet program writes, before anything is unpacked. */
export async function openParts(
  bytes: Buffer,
  onBytes: (unpacked: number) => void = () => {},
): Promise<Parts> {
  // decodeStrings would refuse odd names of parts that are never read.
  const zip = await fromBufferPromise(bytes, { decodeStrings: false }).catch(error => {
    throw new Refusal('cut', error)
  })
  if (zip.entryCount > LIMITS.entries) throw new Refusal('bomb')
  const entries = await listEntries(zip)
  let unpacked = 0
  function count(length: number): void {
    unpacked += length
    if (unpacked > LIMITS.unpackedBytes) throw new Refusal('tooMuch')
    onBytes(unpacked)
  }
  return {
    has: name => entries.has(keyOf(name)),
    names: () => [...entries.keys()],
    declared: names =>
      names.reduce((sum, name) => sum + (entries.get(keyOf(name))?.uncompressedSize ?? 0), 0),
    read: name => {
      const entry = name === null ? undefined : entries.get(keyOf(name))
      return entry ? unpack(zip, bytes, entry, count) : null
    },
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = keyOf(entry.fileNameRaw.toString('utf8'))
      if (name.endsWith('/')) continue
      // Two parts of one name are read differently by different programs.
      if (entries.has(name)) throw new Refusal('damaged')
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(/encrypt/.test(String(error)) ? 'password' : 'cut', error)
  }
  refuseOverlaps([...entries.values()])
  return entries
}

/** Parts that share their bytes are how a small zip unpacks to everything. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) throw new Refusal('bomb')
    end = start + 30 + entry.fileNameLength + entry.compressedSize
  }
}

async function* unpack(
  zip: ZipFile,
  bytes: Buffer,
  entry: Entry,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Refusal('password')
  const { uncompressedSize: size, compressedSize } = entry
  if (size > LIMITS.ratioFrom && size > compressedSize * LIMITS.ratio) throw new Refusal('bomb')
  let sum = 0
  let length = 0
  try {
    for await (const piece of size > AT_ONCE
      ? await zip.openReadStreamPromise(entry)
      : inPieces(await unpackAtOnce(zip, bytes, entry))) {
      length += piece.length
      if (length > size) throw new Refusal('damaged')
      count(piece.length)
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged', error)
  }
  if (length !== size || sum !== entry.crc32) throw new Refusal('damaged')
}

/** Never more than the directory says. */
async function unpackAtOnce(zip: ZipFile, bytes: Buffer, entry: Entry): Promise<Buffer> {
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = bytes.subarray(start, start + entry.compressedSize)
  if (!entry.canDecodeFileData()) throw new Error(`Packed in a way of its own: ${entry.compressionMethod}`)
  if (!entry.isCompressed()) return packed
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
}

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}
