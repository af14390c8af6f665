import { inTransaction, prepared, type ReadableDb, type WritableDb } from './database.ts'

/** Files are kept in rows of this many bytes: one blob would cost twice the time and hundreds of megabytes. */
export const CHUNK_BYTES = 1024 * 1024

const INSERT_CHUNK = 'INSERT INTO chunk (content_id, seq, bytes) VALUES (?, ?, ?)'

/** A file kept in the workbook. */
export type StoredContent = { readonly id: number; readonly hash: string; readonly size: number }

/** Starts a file whose bytes are still coming. It is invisible until `finishContent`. */
export function insertPendingContent(db: WritableDb): number {
  const { lastInsertRowid } = db.prepare("INSERT INTO content (size, state) VALUES (0, 'pending')").run()
  return Number(lastInsertRowid)
}

/** Adds a file whose bytes are all here, unless the same content is there already. Runs inside the edit that names it. */
export function insertContent(
  db: WritableDb,
  { hash, size, chunks }: { hash: string; size: number; chunks: readonly Uint8Array[] },
): void {
  if (findContent(db, hash)) return
  const insert = prepared(db, "INSERT INTO content (hash, size, state) VALUES (?, ?, 'ready')")
  const { lastInsertRowid } = insert.run(hash, size)
  const insertChunk = prepared(db, INSERT_CHUNK)
  for (const [seq, bytes] of chunks.entries()) insertChunk.run(lastInsertRowid, seq, bytes)
}

/** Adds chunks in order, durable as one transaction. */
export function insertChunks(
  db: WritableDb,
  contentId: number,
  firstSeq: number,
  chunks: readonly Uint8Array[],
): void {
  const insert = prepared(db, INSERT_CHUNK)
  inTransaction(db, () => {
    for (const [index, bytes] of chunks.entries()) insert.run(contentId, firstSeq + index, bytes)
  })
}

/**
 * Makes a file whose bytes are all in visible under its hash. Answers false, and changes nothing, when the same
 * content is already there.
 */
export function finishContent(db: WritableDb, contentId: number, hash: string, size: number): boolean {
  return inTransaction(db, () => {
    if (findContent(db, hash)) return false
    db.prepare("UPDATE content SET hash = ?, size = ?, state = 'ready' WHERE id = ?").run(
      hash,
      size,
      contentId,
    )
    return true
  })
}

/** Takes away up to eight chunks of an unfinished file, then the file itself; true once it is gone. */
export function deletePendingPiece(db: WritableDb, contentId: number): boolean {
  return inTransaction(db, () => {
    const isPending = db.prepare("SELECT 1 FROM content WHERE id = ? AND state = 'pending'").get(contentId)
    if (!isPending) return true
    const { changes } = db
      .prepare(
        'DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE content_id = ? ORDER BY seq DESC LIMIT 8)',
      )
      .run(contentId)
    if (changes === 8) return false
    db.prepare('DELETE FROM content WHERE id = ?').run(contentId)
    return true
  })
}

/**
 * Lets go of a finished file that no item uses after all; the sweep and `deletePendingPiece` then take it away.
 * Answers its id, or nothing when something does use it.
 */
export function abandonContent(db: WritableDb, hash: string): number | undefined {
  return inTransaction(db, () => {
    const isUsed = db.prepare('SELECT 1 FROM evidence WHERE content_hash = ? LIMIT 1').get(hash)
    const content = findContent(db, hash)
    if (isUsed || !content) return undefined
    db.prepare("UPDATE content SET state = 'pending', hash = NULL WHERE id = ?").run(content.id)
    return content.id
  })
}

/**
 * Takes back `finishContent` for a file that nothing names yet: what a failing disk says was not finished may be so all the
 * same, and would stay for ever with nobody to know of it.
 */
export function unfinishContent(db: WritableDb, contentId: number): void {
  inTransaction(db, () => {
    db.prepare("UPDATE content SET state = 'pending', hash = NULL WHERE id = ? AND state = 'ready'").run(
      contentId,
    )
  })
}

/** Files that no item holds nor ever held: undo may bring back an item that was removed, and then its file is needed. */
const UNNAMED = `SELECT id FROM content WHERE state = 'ready'
  AND hash NOT IN (SELECT content_hash FROM evidence WHERE content_hash IS NOT NULL)
  AND hash NOT IN (SELECT coalesce(json_extract(value, '$.content_hash'), '') FROM
    (SELECT coalesce(new_value, old_value) AS value FROM change WHERE table_name = 'evidence' AND op <> 'update')
    WHERE json_valid(value))`

/**
 * Clears what a crash left: files that are unfinished, and finished ones that it came to naming as evidence no more.
 * Called once at open, before anything streams; answers how many files.
 */
export function sweepPending(db: WritableDb): number {
  return inTransaction(db, () => {
    db.prepare(`UPDATE content SET state = 'pending', hash = NULL WHERE id IN (${UNNAMED})`).run()
    db.prepare("DELETE FROM chunk WHERE content_id IN (SELECT id FROM content WHERE state = 'pending')").run()
    return db.prepare("DELETE FROM content WHERE state = 'pending'").run().changes
  })
}

/** A finished file by its hash. */
export function findContent(db: ReadableDb, hash: string): StoredContent | undefined {
  const sql = "SELECT id, hash, size FROM content WHERE hash = +? AND state = 'ready'"
  return prepared(db, sql).get(hash) as StoredContent | undefined
}

/** The chunks of a file in order, one in memory at a time. Other calls may run between two of them. */
export function* readContent(db: ReadableDb, hash: string): Generator<Uint8Array, void> {
  const content = findContent(db, hash)
  if (!content) return
  // A piece that says it is longer than any of ours is not read: it could say two gigabytes.
  const chunk = db
    .prepare<[number, number, number], Uint8Array>(
      'SELECT bytes FROM chunk WHERE content_id = ? AND seq = ? AND length(bytes) <= ?',
    )
    .pluck()
  for (let seq = 0; ; seq++) {
    const bytes = chunk.get(content.id, seq, CHUNK_BYTES)
    if (!bytes) return
    yield bytes
  }
}

/** At most `length` bytes from `offset`; fewer at the end, none past it or when there is no such file. */
export function readPiece(db: ReadableDb, hash: string, offset: number, length: number): Uint8Array {
  const content = findContent(db, hash)
  if (!content) return new Uint8Array(0)
  const end = Math.min(offset + length, content.size)
  const part = db
    .prepare<[number, number, number, number], Uint8Array>(
      'SELECT substr(bytes, ?, ?) FROM chunk WHERE content_id = ? AND seq = ?',
    )
    .pluck()
  const parts: Uint8Array[] = []
  for (let at = offset; at < end; ) {
    const start = at % CHUNK_BYTES
    const take = Math.min(CHUNK_BYTES - start, end - at)
    const bytes = part.get(start + 1, take, content.id, Math.floor(at / CHUNK_BYTES))
    if (!bytes || bytes.length === 0) break
    parts.push(bytes)
    at += bytes.length
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/** Bytes that can be written again without the file growing. */
export function freeBytesInside(db: ReadableDb): number {
  const pages = db.pragma('freelist_count', { simple: true }) as number
  return pages * (db.pragma('page_size', { simple: true }) as number)
}
