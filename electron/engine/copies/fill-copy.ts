import type { CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { mayGoOut } from '../../../shared/rules/copies.ts'
import { copyWords } from '../../../shared/rules/copy-words.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { streamIn } from '../exchange/files.ts'
import type { Session } from '../session.ts'
import { startLogging } from '../store/change-log.ts'
import { findContent, readContent } from '../store/content.ts'
import { inTransaction, prepared, type ReadableDb, type WritableDb } from '../store/database.ts'
import { lastSeal, withEdit } from '../store/edits.ts'
import { migrate } from '../store/migrations/list.ts'
import { insertRaw, insertRow, listAllRows } from '../store/rows.ts'
import { findTable } from '../store/tables.ts'
import type { TaskHandle } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { heldIn } from './preview.ts'
import { type RawRow, redactedTables } from './redact-rows.ts'

/** What went into a copy: what was left out of it, in sentences, and the evidence files still to be streamed in. */
export type Filled = { readonly leftOut: readonly string[]; readonly hashes: readonly string[] }

/**
 * Writes the rows of a copy into an empty database, in one turn, so that they are of one moment. A full or light copy has
 * the whole history; a redacted one gets the rows of the allow-list and a history of its own, of one edit.
 */
export function fillCopy(session: Session, copy: WritableDb, request: CopyRequest): Filled {
  const rows = listAllRows(session.db)
  const held = heldIn(session, rows)
  const { seq } = lastSeal(session.db)
  const leftOut = copyWords(rows, { ...request, held, edits: seq }).stays
  migrate(copy)
  if (request.kind === 'redacted') {
    redact(session, copy, request, rows, leftOut)
    const going = new Set(rows.evidence.filter(mayGoOut).map(({ contentHash }) => contentHash))
    return { leftOut, hashes: [...held].filter(hash => going.has(hash)) }
  }
  copyTables(session.db, copy)
  if (request.kind === 'full') return { leftOut, hashes: [...held] }
  leaveFilesOut(session, copy, rows, held, leftOut)
  return { leftOut, hashes: [] }
}

/** Streams evidence files into a copy, each checked against its hash. */
export async function fillFiles(
  session: Session,
  copy: WritableDb,
  hashes: readonly string[],
  task: TaskHandle,
): Promise<void> {
  const sizes = hashes.map(hash => findContent(session.db, hash)?.size ?? 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let before = 0
  for (const [index, hash] of hashes.entries()) {
    task.signal.throwIfAborted()
    const streamed = await streamIn(copy, piecesOf(session.db, hash), {
      name: 'an evidence file',
      size: sizes[index]!,
      signal: task.signal,
      onProgress: done => task.report(before + done, total),
    })
    if (streamed.hash !== hash)
      throw new Trouble(
        'BAD_FILE',
        'An evidence file in this workbook is damaged, so no copy was made. Press Ctrl+K and choose “Check this workbook for damage”: it says which one.',
      )
    before += sizes[index]!
  }
}

async function* piecesOf(db: ReadableDb, hash: string): AsyncGenerator<Uint8Array> {
  yield* readContent(db, hash)
}

/** Every row of every table but those of evidence files, history included. */
function copyTables(from: ReadableDb, to: WritableDb): void {
  const names = to
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
  inTransaction(to, () => {
    for (const name of names.all() as string[]) {
      if (name === 'content' || name === 'chunk') continue
      const columns = (to.pragma(`table_info("${name}")`) as { name: string }[]).map(one => `"${one.name}"`)
      const insert = to.prepare(
        `INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      const rows = from.prepare(`SELECT ${columns.join(', ')} FROM "${name}" ORDER BY rowid`).raw()
      for (const row of rows.iterate()) insert.run(row as unknown[])
    }
  })
}

/** A note in the history of a light copy, which no undo takes back. */
function leaveFilesOut(
  session: Session,
  copy: WritableDb,
  rows: Rows,
  held: ReadonlySet<string>,
  leftOut: readonly string[],
): void {
  const known = new Set(rows.leftOutFiles.map(({ id }) => id))
  const files = new Map(
    rows.evidence.flatMap(({ contentHash, size }) =>
      held.has(contentHash) && !known.has(contentHash) ? [[contentHash, size] as const] : [],
    ),
  )
  startLogging(copy)
  withEdit(copy, { ...byNow(session), words: `Made this light copy${ofWhat(session)}`, kind: 'note' }, () => {
    for (const [id, size] of files) insertRow(copy, 'leftOutFiles', { id, size })
    insertRow(copy, 'origins', originOf(session, 'light', rows, leftOut))
  })
}

function redact(
  session: Session,
  copy: WritableDb,
  request: CopyRequest,
  rows: Rows,
  leftOut: readonly string[],
): void {
  const at = session.deps.now()
  const uid = session.deps.newId()
  startLogging(copy)
  const words = `Made this redacted copy${ofWhat(session)}. Left out: ${leftOut.join(' ')}`
  withEdit(copy, { ...byNow(session), words }, () => {
    for (const { name, rows: going } of redactedTables(session.db, rows, request, { uid, at })) {
      const table = findTable(name)
      for (const row of going) {
        if (table) insertRaw(copy, table, row)
        else insertUnlogged(copy, name, row)
      }
    }
    insertRow(copy, 'origins', originOf(session, 'redacted', rows, leftOut))
  })
}

function insertUnlogged(copy: WritableDb, name: string, row: RawRow): void {
  const columns = Object.keys(row)
  prepared(
    copy,
    `INSERT INTO "${name}" (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row))
}

function originOf(session: Session, kind: Origin['kind'], rows: Rows, leftOut: readonly string[]): Origin {
  return {
    id: session.deps.newId(),
    kind,
    madeAt: session.deps.now(),
    madeBy: session.person.name,
    fromUid: rows.workbook[0]!.uid,
    fromEdit: lastSeal(session.db).seq,
    leftOut: leftOut.join('\n'),
  }
}

function byNow({ deps, person }: Session) {
  return { at: deps.now(), who: person.name }
}

/** ` of the workbook of Northmoor and Vale, as it stood after change 214 on 23 November 2026`. */
function ofWhat({ db, deps }: Session): string {
  const name = db.prepare('SELECT system_name FROM workbook').pluck().get() as string
  const day = localDay(new Date(deps.now()))
  return ` of the workbook of ${name}, as it stood after change ${lastSeal(db).seq.toLocaleString('en-GB')} on ${longDate(day)}`
}
