import { finishContent, insertChunks, insertPendingContent } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'

/** Keeps a file of the sample; every one of them fits in one chunk. */
export function insertContent(
  db: WritableDb,
  { bytes, hash }: { readonly bytes: Uint8Array; readonly hash: string },
): void {
  const id = insertPendingContent(db)
  insertChunks(db, id, 0, [bytes])
  finishContent(db, id, hash, bytes.length)
}
