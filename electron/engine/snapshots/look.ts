import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { type Stamp, stampAt, stampOf } from '../../../shared/text/snapshot-names.ts'
import { SYSTEM_AREA } from '../create.ts'
import { openForReading, type ReadableDb } from '../store/database.ts'
import { assertNothingBeside, hasHotJournal } from '../store/files-beside.ts'
import { readHeader } from '../store/header.ts'
import { foreignSchema } from '../store/schema.ts'

/** A workbook file as a glance at it tells. */
export type SnapshotFile = {
  /** The same for the same file and content, and no path. */
  readonly id: string
  readonly path: string
  readonly size: number
  readonly modifiedMs: number
  readonly uid: string
  readonly version: number
  /** Number and seal of its last edit. */
  readonly seq: number
  readonly seal: string
  readonly lastEdit: { readonly at: string; readonly who: string; readonly words: string }
  readonly stamp: Stamp
  /** Made by us: only such are ever thinned away. */
  readonly isOurName: boolean
  readonly facts: SnapshotFacts
}

/** What was in it, in figures. */
export type SnapshotFacts = {
  readonly systemName: string
  readonly roundName: string
  readonly asAt: string
  readonly discussed: number
  readonly principles: number
  readonly ratings: number
  readonly actions: number
  readonly evidence: number
}

/**
 * Looks into a file in the order of opening: its header, a connection that cannot write, the schema allow-list, and only
 * then its rows. Never alters it. Throws when it is no workbook of ours, damaged, or from a newer Ninefold.
 */
export function lookAt(path: string, stats: { size: number; mtimeMs: number }): SnapshotFile {
  assertNothingBeside(path)
  const version = readHeader(path)
  if (hasHotJournal(path)) throw new Error('A change was interrupted in it')
  const db = openForReading(path)
  try {
    if (foreignSchema(db, version).length > 0) throw new Error('Its schema is not ours')
    const last = one<{ seq: number; hash: string; at: string; who: string; words: string }>(
      db,
      'SELECT seq, hash, at, substr(who, 1, 200) AS who, substr(words, 1, 500) AS words FROM edit ORDER BY seq DESC LIMIT 1',
    )
    const name = basename(path)
    const stamp = stampOf(name)
    return {
      id: idOf(path, last.hash),
      path,
      size: stats.size,
      modifiedMs: stats.mtimeMs,
      uid: one<{ uid: string }>(db, 'SELECT uid FROM workbook').uid,
      version,
      seq: last.seq,
      seal: last.hash,
      lastEdit: { at: last.at, who: last.who, words: last.words },
      stamp: stamp ?? stampAt(new Date(last.at)),
      isOurName: stamp !== null,
      facts: factsOf(db),
    }
  } finally {
    db.close()
  }
}

/** Columns of the first schema only, so that snapshots of every version can be listed. */
function factsOf(db: ReadableDb): SnapshotFacts {
  const { systemName } = one<{ systemName: string }>(
    db,
    'SELECT substr(system_name, 1, 1000) AS systemName FROM workbook',
  )
  const round = one<{ id: string; name: string; asAt: string }>(
    db,
    `SELECT id, substr(name, 1, 1000) AS name, as_at AS asAt FROM round
     ORDER BY state = 'open' DESC, position DESC LIMIT 1`,
  )
  const rated = one<{ discussed: number; ratings: number }>(
    db,
    `SELECT coalesce(sum(area_id = @system AND state <> 'not-discussed'), 0) AS discussed,
       coalesce(sum(state <> 'not-discussed'), 0) AS ratings
     FROM rating WHERE round_id = @round`,
    { round: round.id, system: SYSTEM_AREA },
  )
  const { principles } = one<{ principles: number }>(
    db,
    `SELECT json_array_length(content, '$.principles') AS principles FROM framework`,
  )
  const countOf = (table: 'action' | 'evidence') =>
    one<{ many: number }>(db, `SELECT count(*) AS many FROM "${table}"`).many
  return {
    systemName,
    roundName: round.name,
    asAt: round.asAt,
    discussed: rated.discussed,
    principles,
    ratings: rated.ratings,
    actions: countOf('action'),
    evidence: countOf('evidence'),
  }
}

function one<T>(db: ReadableDb, sql: string, values: Record<string, string> = {}): T {
  const row = db.prepare(sql).get(values)
  if (!row) throw new Error('It lacks a row every workbook has')
  return row as T
}

/** Of its name and folder and its last seal: a folder that is copied or moved gives other ids, and nothing else hangs on them. */
function idOf(path: string, seal: string): string {
  return createHash('sha256')
    .update(JSON.stringify([dirname(path), basename(path), seal]))
    .digest('hex')
    .slice(0, 12)
}
