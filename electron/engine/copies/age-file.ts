import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter } from 'age-encryption'

/** A file on its way through age: from a handle or a path, to a path that is not there yet. */
export type Way = { readonly from: number | string; readonly to: string; readonly password: string }

/** What came out: SHA-256 of both files, hexadecimal, and the bytes of the new one. */
export type Passed = { readonly plainHash: string; readonly lockedHash: string; readonly size: number }

/** Why a locked file was not opened. */
export class NotOpened extends Error {
  readonly code: 'WRONG_PASSWORD' | 'DAMAGED_LOCKED' | 'NO_PASSWORD'

  constructor(code: NotOpened['code']) {
    super(code)
    this.code = code
  }
}

type Bytes = Uint8Array<ArrayBuffer>
type Report = (done: number) => void

/** Pieces of a megabyte: smaller ones wait for the disk most of the time. */
const PIECE = 1024 * 1024

/** The head of a file that a password opens is some two hundred bytes. A longer one is not read to its end. */
const LONGEST_HEAD = 4096

/**
 * Locks a file with a password in the age format, in constant memory, and proves it: what was written is opened again and
 * must be the same.
 */
export async function lockFile({ from, to, password }: Way, report: Report): Promise<Passed> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(password)
  const plain = createHash('sha256')
  const locked = createHash('sha256')
  const stream = await encrypter.encrypt(readFrom(from, plain, report))
  const size = await write(stream, to, locked)
  const again = createHash('sha256')
  for await (const piece of await decrypted(to, password)) again.update(piece)
  const plainHash = plain.digest('hex')
  if (again.digest('hex') !== plainHash) throw new NotOpened('DAMAGED_LOCKED')
  return { plainHash, lockedHash: locked.digest('hex'), size }
}

/** Opens a file that a password locks, in constant memory. Throws `NotOpened` when it does not open. */
export async function unlockFile({ from, to, password }: Way, report: Report): Promise<Passed> {
  await assertForPassword(from as string)
  const plain = createHash('sha256')
  const locked = createHash('sha256')
  const stream = await decrypted(from as string, password, locked, report)
  const size = await write(stream, to, plain).catch(asDamaged)
  return { plainHash: plain.digest('hex'), lockedHash: locked.digest('hex'), size }
}

async function decrypted(
  from: string,
  password: string,
  digest = createHash('sha256'),
  report: Report = () => {},
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password)
  try {
    return await decrypter.decrypt(readFrom(from, digest, report))
  } catch (error) {
    if (/no identity matched/.test((error as Error).message)) throw new NotOpened('WRONG_PASSWORD')
    return asDamaged(error)
  }
}

/** Looks whether a password is what opens it: a file for somebody's key has other lines, and none may be endless. */
async function assertForPassword(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0)
    const head = buffer.toString('latin1', 0, bytesRead)
    if (!head.startsWith('age-encryption.org/v1\n-> ')) throw new NotOpened('DAMAGED_LOCKED')
    if (!/^age-encryption\.org\/v1\n-> scrypt /.test(head)) throw new NotOpened('NO_PASSWORD')
    if (!/\n--- [A-Za-z0-9+/]+\n/.test(head)) throw new NotOpened('DAMAGED_LOCKED')
  } finally {
    await file.close()
  }
}

function readFrom(
  from: number | string,
  digest: ReturnType<typeof createHash>,
  report: Report,
): ReadableStream<Uint8Array> {
  const stream =
    typeof from === 'number'
      ? createReadStream('', { fd: from, autoClose: false, start: 0, highWaterMark: PIECE })
      : createReadStream(from, { highWaterMark: PIECE })
  let done = 0
  const counted = stream.map((piece: Bytes) => {
    digest.update(piece)
    done += piece.length
    report(done)
    return new Uint8Array(piece.buffer, piece.byteOffset, piece.length)
  })
  return Readable.toWeb(counted) as ReadableStream<Uint8Array>
}

/** Never over a file that is there; on the disk when it answers. */
async function write(
  stream: ReadableStream<Uint8Array>,
  to: string,
  digest: ReturnType<typeof createHash>,
): Promise<number> {
  const file = await open(to, 'wx', 0o600)
  let size = 0
  try {
    for await (const piece of stream) {
      digest.update(piece)
      size += piece.length
      await file.write(piece)
    }
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

/** What has a code of the system's is trouble with a disk, not with what was written on it. */
function asDamaged(error: unknown): never {
  if (typeof (error as { code?: unknown }).code === 'string') throw error
  throw new NotOpened('DAMAGED_LOCKED')
}
