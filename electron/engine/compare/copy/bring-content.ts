import { streamIn, takeBack } from '../../exchange/files.ts'
import { type Session, writableOf } from '../../session.ts'
import { findContent, readContent } from '../../store/content.ts'
import type { ReadableDb } from '../../store/database.ts'
import { Trouble } from '../../trouble.ts'
import { openToCompare } from './open-other.ts'

/** Files that are in by now; `abandon` takes them out again when what names them was not written after all. */
export type BroughtContent = { abandon(): Promise<void> }

/** Where files are brought from: another copy of the workbook, by its path, and the names of what is in it. */
export type ContentSource = {
  readonly path: string
  readonly name: string
  readonly rows: { readonly evidence: readonly { readonly contentHash: string; readonly fileName: string }[] }
}

export type BringOptions = {
  readonly signal?: AbortSignal
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
}

/**
 * Streams evidence files of another copy into ours before the edit that names them, each checked against its hash.
 * Those that are here already are not read. A failure or a cancel leaves none of them.
 */
export async function bringContent(
  other: ContentSource,
  ours: Session,
  hashes: readonly string[],
  { signal, onProgress }: BringOptions = {},
): Promise<BroughtContent> {
  const db = writableOf(ours)
  const brought: string[] = []
  const abandon = async () => {
    for (const hash of brought.splice(0)) await takeBack(db, hash)
  }
  const wanted = [...new Set(hashes)].filter(hash => !findContent(db, hash))
  if (wanted.length === 0) return { abandon }
  const there = openToCompare(other.path, ours)
  try {
    const sizes = wanted.map(hash => sizeThere(there.db, hash, other))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    let before = 0
    for (const [index, hash] of wanted.entries()) {
      signal?.throwIfAborted()
      const streamed = await streamIn(db, chunksOf(there.db, hash), {
        name: nameOf(other, hash),
        size: sizes[index]!,
        ...(signal ? { signal } : {}),
        onProgress: done => onProgress?.(before + done, total),
      })
      if (streamed.isNew) brought.push(streamed.hash)
      if (streamed.hash !== hash) throw notWhole(other, hash)
      before += sizes[index]!
    }
    return { abandon }
  } catch (error) {
    await abandon()
    throw error
  } finally {
    there.close()
  }
}

async function* chunksOf(db: ReadableDb, hash: string): AsyncGenerator<Uint8Array> {
  yield* readContent(db, hash)
}

function sizeThere(db: ReadableDb, hash: string, other: ContentSource): number {
  const content = findContent(db, hash)
  if (!content) throw notWhole(other, hash)
  return content.size
}

function nameOf(other: ContentSource, hash: string): string {
  return other.rows.evidence.find(item => item.contentHash === hash)?.fileName ?? 'the file'
}

function notWhole(other: ContentSource, hash: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `“${nameOf(other, hash)}” is not whole in ${other.name}, so nothing was applied. Leave out the evidence it belongs to, or ask for a fresh copy.`,
  )
}
