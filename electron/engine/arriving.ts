import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LARGEST_RETURNED } from '../../shared/rules/returned-files.ts'
import { safeFileName, shownName } from '../../shared/text/safe-name.ts'
import { sizeOf } from '../../shared/text/sizes.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** A file on its way in: its name as it was given, what is said of its size, and its bytes. */
export type ArrivingFile = {
  readonly name: string
  readonly size: number
  readonly pieces: AsyncIterable<Uint8Array>
}

/**
 * Writes a file that came back into a folder of its own in `folder`, where no two names meet, and gives its path. A `Trouble`
 * says why it was not taken, and then nothing of it is left.
 */
export async function keepArriving(folder: string, number: number, file: ArrivingFile): Promise<string> {
  const safe = safeFileName(file.name)
  const shown = shownName(file.name) || 'The file'
  const most = LARGEST_RETURNED[safe.toLowerCase().endsWith('.ninefold') ? 'copy' : 'excel']
  const tooLarge = new Trouble(
    'REFUSED',
    `“${shown}” is over ${sizeOf(most)}, so it was not read. Check that it is the file that was sent out.`,
  )
  if (file.size > most) throw tooLarge
  const path = join(folder, String(number).padStart(5, '0'), safe)
  try {
    await mkdir(dirname(path))
    await pipeline(file.pieces, upTo(most, tooLarge), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return path
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true })
    if (error instanceof Trouble) throw error
    throw troubleWith(shown, error)
  }
}

function troubleWith(name: string, error: unknown): Trouble {
  if (troubleOf(error)?.code === 'DISK_FULL')
    return new Trouble(
      'DISK_FULL',
      `The disk is full, so “${name}” was not read. Make some room and try again.`,
    )
  return new Trouble('FILE_TROUBLE', `“${name}” did not arrive whole, so it was not read. Try it once more.`)
}

/** Passes on at most so many bytes: what a sender says of its length need not be true. */
function upTo(most: number, tooLarge: Trouble) {
  return async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const piece of pieces) {
      size += piece.length
      if (size > most) throw tooLarge
      yield piece
    }
  }
}
