import { createHash } from 'node:crypto'
import { openForReading, type ReadableDb } from './store/database.ts'
import { foreignSchema } from './store/schema.ts'
import type { Expected } from './whole-copy.ts'

/** What was found on reading a copy back. */
export type CopyFound = {
  /** Why it is not what was meant, for the log. */
  readonly fault: string | null
  /** Hashes of evidence files that are not whole in it. In a true copy of a damaged file these are damaged too. */
  readonly damagedFiles: readonly string[]
}

/** Reads a copy just written: structure, schema, last seal, evidence bytes. Of a large one this takes its time. */
export function lookAtCopy(path: string, expected: Expected): CopyFound {
  const fault = faultOfCopy(path, expected)
  return { fault, damagedFiles: fault === null ? damagedFilesIn(path) : [] }
}

/** Why a copy just written is not what was meant, for the log; `null` when its structure, schema and last seal are. */
export function faultOfCopy(path: string, expected: Expected): string | null {
  return reading(path, copy => {
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') return 'its structure is damaged'
    if (copy.pragma('user_version', { simple: true }) !== expected.version) return 'it has another version'
    if (foreignSchema(copy, expected.version).length > 0) return 'its schema is not ours'
    const last = copy.prepare('SELECT seq, hash FROM edit ORDER BY seq DESC LIMIT 1').get() as
      | { readonly seq: number; readonly hash: string }
      | undefined
    const isSame = (last?.seq ?? 0) === expected.seq && (last?.hash ?? '') === expected.hash
    return isSame ? null : 'its last edit is another'
  })
}

/** Hashes of evidence files that are not whole in a copy. */
export function damagedFilesIn(path: string): string[] {
  return reading(path, copy => {
    const files = copy.prepare("SELECT id, hash FROM content WHERE state = 'ready'").all() as {
      id: number
      hash: string
    }[]
    const chunks = copy.prepare('SELECT bytes FROM chunk WHERE content_id = ? ORDER BY seq').pluck()
    const isDamaged = ({ id, hash }: (typeof files)[number]) => {
      const digest = createHash('sha256')
      for (const bytes of chunks.iterate(id)) digest.update(bytes as Uint8Array)
      return digest.digest('hex') !== hash
    }
    return files.filter(isDamaged).map(({ hash }) => hash)
  })
}

function reading<T>(path: string, work: (copy: ReadableDb) => T): T {
  const copy = openForReading(path)
  try {
    return work(copy)
  } finally {
    copy.close()
  }
}
