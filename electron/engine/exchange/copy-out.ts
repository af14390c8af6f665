import { type FileHandle, open, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { syncFolder } from '../create.ts'
import { discard } from '../discard.ts'
import { findContent, readContent } from '../store/content.ts'
import type { ReadableDb } from '../store/database.ts'
import { temporaryBeside } from '../temporary.ts'
import { Trouble } from '../trouble.ts'
import { fileTrouble } from './file-trouble.ts'
import { createHasher } from './hasher.ts'

export type CopyOutOptions = {
  readonly onProgress?: (doneBytes: number) => void
  readonly signal?: AbortSignal
}

/** Written between two syncs: the disk begins while there is still more to come. */
const BYTES_A_SYNC = 16 * 1024 * 1024

/**
 * Writes a file of the workbook to `path`: under a temporary name, checked against its hash, synced, then renamed,
 * so that `path` is either whole or as it was.
 */
export async function copyContentToFile(
  db: ReadableDb,
  hash: string,
  path: string,
  options: CopyOutOptions = {},
): Promise<void> {
  const temporary = temporaryBeside(path, 'part')
  try {
    const file = await open(temporary, 'wx', 0o600)
    let found: string
    try {
      found = await pour(db, hash, file, options)
    } finally {
      await file.close()
    }
    if (found !== hash)
      throw new Trouble(
        'BAD_FILE',
        `What the workbook holds of “${basename(path)}” is damaged, so it was not saved. Take it from a safe copy of the workbook.`,
      )
    await rename(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    discard(temporary)
    throw fileTrouble(error, basename(path), 'saved')
  }
}

/** Writes and syncs the chunks of a file and gives the hash of what was written. While one is written, the next is read. */
async function pour(
  db: ReadableDb,
  hash: string,
  file: FileHandle,
  { signal, onProgress }: CopyOutOptions,
): Promise<string> {
  const hasher = createHasher(findContent(db, hash)?.size ?? 0)
  let [at, synced] = [0, 0]
  let writing: Promise<void> = Promise.resolve()
  let syncing: Promise<void> | null = null
  let failed: unknown
  try {
    for (const chunk of readContent(db, hash)) {
      signal?.throwIfAborted()
      await writing
      onProgress?.(at)
      writing = writeAll(file, chunk, at).then(() => hasher.update(chunk))
      // Awaited a turn later.
      writing.catch(() => {})
      at += chunk.length
      if (syncing || at - synced < BYTES_A_SYNC) continue
      synced = at
      // Heard at the end. The system tells it only once: a later sync would succeed, with what was lost still lost.
      syncing = file
        .datasync()
        .catch(error => {
          failed = error
        })
        .finally(() => {
          syncing = null
        })
    }
    await writing
    onProgress?.(at)
    const [found] = await Promise.all([hasher.digest(), file.sync(), syncing])
    if (failed) throw failed
    return found
  } finally {
    await Promise.allSettled([writing, syncing, hasher.close()])
  }
}

/** A full disk may take a part of it and say why only when asked for the rest. */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}
