import { PIECE_BYTES } from '../../shared/contract/piece-bytes.ts'
import type { Client } from './shell.ts'

/**
 * Sends files to the engine piece by piece, by the bytes the user handed to the page: no path is ever named. `take` asks the
 * engine to take the files of these ids, and answers when all of them are in.
 */
export async function sendFiles<T>(
  client: Client,
  files: readonly File[],
  unnamed: string,
  take: (ids: string[]) => Promise<T>,
): Promise<T> {
  const ids: string[] = []
  for (const file of files) {
    const { id } = await client.incoming.open({ name: file.name || unnamed, size: file.size })
    ids.push(id)
  }
  const taken = take(ids)
  // What went wrong is told by `taken`; the pieces of a file that is not wanted any more simply end.
  const sent = sendAll(client, files, ids).catch(() => {})
  const [answer] = await Promise.all([taken, sent])
  return answer
}

async function sendAll(client: Client, files: readonly File[], ids: readonly string[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const id = ids[index]!
    for (let from = 0; ; from += PIECE_BYTES) {
      const isLast = from + PIECE_BYTES >= file.size
      const bytes = await bytesOf(file, from)
      if (!(await client.incoming.piece({ id, bytes, isLast })) || isLast || !bytes) break
    }
  }
}

/** Null when it cannot be read: it is gone, locked, or was a folder. */
async function bytesOf(file: File, from: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer())
  } catch {
    return null
  }
}
