import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { count } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { LIMITS } from '../exchange/returned/limits.ts'
import { readContent } from '../store/content.ts'
import { prepared, type ReadableDb } from '../store/database.ts'
import { type Reading, readingOf, textOfFile } from './file-text.ts'
import { type Place, placeOf } from './passage.ts'
import { readOffice } from './read-office.ts'

/** Bytes of one file of text that are looked through. */
const MOST_BYTES = 24 * 1024 * 1024

/** An evidence file that goes along: its bytes, what it is called and where it is shown. */
export type HeldFile = {
  readonly hash: string
  readonly fileName: string
  readonly reading: Reading
  readonly place: Place
}

/** Those of these items, each file once. */
export function filesOf(items: readonly Evidence[]): HeldFile[] {
  const files = new Map<string, HeldFile>()
  for (const { id, ref, kind, fileName, mediaType, contentHash } of items) {
    if (kind !== 'file' || files.has(contentHash)) continue
    const place = placeOf(`Inside ${fileName}, ${refOf('evidence', ref)}`, { screen: 'evidence', id })
    files.set(contentHash, { hash: contentHash, fileName, reading: readingOf(fileName, mediaType), place })
  }
  return [...files.values()]
}

/** Every file the workbook holds: those of removed items are in it for as long as undo can bring them back. */
export function allFiles(db: ReadableDb, rows: Rows): HeldFile[] {
  const known = filesOf(rows.evidence)
  const hashes = new Set(known.map(({ hash }) => hash))
  const sql = `SELECT json_extract(old_value, '$.content_hash') AS hash, json_extract(old_value, '$.file_name') AS fileName,
      json_extract(old_value, '$.media_type') AS mediaType
    FROM change WHERE op = 'delete' AND table_name = 'evidence'
      AND EXISTS (SELECT 1 FROM content WHERE hash = json_extract(old_value, '$.content_hash') AND state = 'ready')`
  const removed = prepared(db, sql).all() as { hash: string; fileName: string; mediaType: string }[]
  for (const { hash, fileName, mediaType } of removed) {
    if (hashes.has(hash)) continue
    hashes.add(hash)
    const place = placeOf(`Inside ${fileName}, removed since`, { screen: 'history' })
    known.push({ hash, fileName, reading: readingOf(fileName, mediaType), place })
  }
  return known
}

/**
 * The words of a file, or `null` when they cannot be read: it is no text, protected, damaged or too large. Gives a turn to others
 * between two pieces.
 */
export async function* wordsOf(
  db: ReadableDb,
  { hash, fileName, reading }: HeldFile,
  signal: AbortSignal,
): AsyncGenerator<undefined, string | null> {
  if (reading !== 'text' && reading !== 'office') return null
  const most = reading === 'text' ? MOST_BYTES : LIMITS.fileBytes
  const pieces: Uint8Array[] = []
  let size = 0
  for (const piece of readContent(db, hash)) {
    pieces.push(piece)
    size += piece.length
    if (size > most) return null
    yield
  }
  const bytes = Buffer.concat(pieces)
  return reading === 'office' ? readOffice(bytes, signal) : textOfFile(bytes, fileName)
}

/** What was not read, in a sentence; none when all was. */
export function notReadSentences(files: readonly HeldFile[]): string[] {
  if (files.length === 0) return []
  const of = (readings: readonly Reading[]) =>
    files.filter(({ reading }) => readings.includes(reading)).length
  const parts = [
    [of(['pdf']), 'PDF file', 'PDF files'],
    [of(['picture']), 'picture', 'pictures'],
    [of(['text', 'office']), 'document that could not be opened', 'documents that could not be opened'],
    [of(['other']), 'file of another kind', 'files of other kinds'],
  ] as const
  const named = parts.flatMap(([number, one, many]) => (number > 0 ? [count(number, one, many)] : []))
  return [
    `Not looked into: ${listOf(named)}. Open ${files.length === 1 ? 'it' : 'them'} yourself before you send ${files.length === 1 ? 'it' : 'them'}.`,
  ]
}
