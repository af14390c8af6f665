import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Trouble } from '../trouble.ts'

const PIECE = 1024 * 1024

/**
 * Copies a file that nobody here has open, makes the copy durable and reads it back: what arrived is what was read, or it
 * throws. Gives the bytes copied. Never blocks for longer than one piece takes.
 */
export async function copyVerified(from: string, to: string): Promise<number> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx+', 0o600)
    try {
      const sent = await pour(source, target)
      await target.sync()
      const arrived = await pour(target, null)
      if (arrived.hash !== sent.hash) throw notAsWritten()
      return sent.size
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function pour(from: FileHandle, to: FileHandle | null): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  let size = 0
  for (;;) {
    const { bytesRead } = await from.read(piece, 0, PIECE, size)
    if (bytesRead === 0) return { hash: hash.digest('hex'), size }
    const read = piece.subarray(0, bytesRead)
    hash.update(read)
    for (let at = 0; to && at < bytesRead; )
      at += (await to.write(read, at, bytesRead - at, size + at)).bytesWritten
    size += bytesRead
  }
}

function notAsWritten(): Trouble {
  return new Trouble(
    'FILE_TROUBLE',
    'The copy did not read back as it was written, so it was not used. Ninefold tries again by itself.',
  )
}
