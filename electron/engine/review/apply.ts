import type { Person } from '../../../shared/contract/control.ts'
import type { Edited } from '../../../shared/contract/edited.ts'
import type { Review, ReviewDecisions, ReviewFile } from '../../../shared/model/review.ts'
import type { Comparison } from '../compare/comparison.ts'
import { type BroughtContent, bringContent } from '../compare/copy/bring-content.ts'
import { isAbort } from '../exchange/file-trouble.ts'
import { edit, type Session, writableOf } from '../session.ts'
import { findContent } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'
import { findRow, updateRow } from '../store/rows.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { aboutOf, applyWords } from './apply-words.ts'
import { type Compared, compared, fileIdsOf, keyOf } from './current.ts'
import { type Decided, decide } from './decide.ts'
import { gatherWrites } from './gather-writes.ts'
import { changed } from './review-state.ts'
import { writeRows } from './write-rows.ts'

const NEVER_UNDONE = 0

/** What was decided on which review. */
export type Decisions = Pick<Review, 'seq' | 'turn'> & { readonly decisions: ReviewDecisions }

/**
 * Writes everything accepted as one edit, or nothing. Files of which everything is decided leave the list and are noted
 * as returned; the others stay with what is left. One application at a time.
 */
export function applyReview(
  session: Session,
  tasks: Tasks,
  person: Person | undefined,
  input: Decisions,
  signal?: AbortSignal,
): Promise<Edited> {
  const { review } = session
  const result = review.applying.then(() => apply(session, tasks, person, input, signal))
  review.applying = result.catch(() => {})
  return result
}

async function apply(
  session: Session,
  tasks: Tasks,
  person: Person | undefined,
  input: Decisions,
  signal: AbortSignal | undefined,
): Promise<Edited> {
  writableOf(session)
  const given = session.review.given.findLast(({ seq, turn }) => seq === input.seq && turn === input.turn)
  const brought: BroughtContent[] = []
  try {
    for (;;) {
      const now = await compared(session)
      const decided = decide(now.comparison, input.decisions, given)
      const settled = settledFiles(now, decided)
      if (decided.ids.size === 0 && settled.length === 0) throw nothingDecided()
      // Evidence first: what names it is written only when it is in.
      await bring(session, tasks, decided, brought, signal)
      // Someone may have gone on working meanwhile; from here to the end of the edit no one has a turn.
      if (now.key !== keyOf(session)) continue
      const made = write(session, person, now, decided, settled)
      // Where what was accepted is in the workbook already, no edit was made that could be taken back.
      settle(session, now, decided, settled, made.seq > now.seq ? made.seq : NEVER_UNDONE)
      return made
    }
  } catch (error) {
    // Why it was not applied matters more than that a file could not be taken out again.
    for (const content of brought) await content.abandon().catch(() => {})
    throw inWords(error)
  }
}

/**
 * Streams in the evidence files that what was accepted names, from the copies they are in, and adds them to `brought` as
 * they come.
 */
async function bring(
  session: Session,
  tasks: Tasks,
  { accepted }: Decided,
  brought: BroughtContent[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const wanted = new Map<string, string[]>()
  for (const { fileId, contentHashes } of accepted) {
    const missing = contentHashes.filter(hash => !findContent(session.db, hash))
    if (missing.length > 0) wanted.set(fileId, [...(wanted.get(fileId) ?? []), ...missing])
  }
  if (wanted.size === 0) return
  await tasks.run({ words: 'Bringing in evidence files', unit: 'bytes', signal }, async task => {
    for (const [fileId, hashes] of wanted) {
      const copy = session.review.files.get(fileId)?.copy
      if (!copy)
        throw new Trouble('REFUSED', 'The copy was put aside meanwhile. Bring it in again, then apply.')
      brought.push(
        await bringContent(copy, session, hashes, { signal: task.signal, onProgress: task.report }),
      )
    }
  })
}

function write(
  session: Session,
  person: Person | undefined,
  { comparison, rows }: Compared,
  decided: Decided,
  settled: readonly ReviewFile[],
): Edited {
  const { deps } = session
  const plans = gatherWrites(decided.accepted, rows, deps.newId)
  const at = deps.now()
  const words = applyWords(decided.accepted, decided.refused, touched(comparison.files, decided, settled))
  const back = cameBack(session, comparison, decided)
  // Only refusals: nothing is written that undo could take back, but history says who refused what.
  const kind = plans.length + back.length === 0 ? ('note' as const) : ('do' as const)
  return edit(session, person, { words, kind, about: aboutOf(session.db, plans) }, db => {
    writeRows(session, db, plans, at)
    for (const file of back) noteReturned(db, file, at)
  })
}

/** Files we remember that came back and of which everything that can be taken in is decided. */
function cameBack(session: Session, comparison: Comparison, { ids }: Decided): ReviewFile[] {
  // What cannot be read can only be refused: it stays to be looked at, but the file is back.
  const readable = {
    ...comparison,
    changes: comparison.changes.filter(({ change }) => change.state !== 'unreadable'),
  }
  return withoutOpen(readable, id => ids.has(id)).filter(
    ({ sentFileId }) => sentFileId && findRow(session.db, 'sentFiles', sentFileId),
  )
}

function noteReturned(db: WritableDb, { sentFileId, name }: ReviewFile, at: string): void {
  updateRow(db, 'sentFiles', sentFileId!, { returnedAt: at, returnedName: name, isAwaited: false })
}

/** Files of which everything is decided, those that came back unchanged included. */
function settledFiles({ comparison }: Compared, { ids }: Decided): ReviewFile[] {
  return withoutOpen(comparison, id => ids.has(id))
}

function withoutOpen(
  { files, changes, additions }: Comparison,
  isDecided: (id: string) => boolean,
): ReviewFile[] {
  const open = new Set([
    ...changes.filter(({ change }) => !isDecided(change.id)).flatMap(({ change }) => fileIdsOf(change)),
    ...additions.filter(({ addition }) => !isDecided(addition.id)).map(({ addition }) => addition.fileId),
  ])
  return files.filter(({ id, state }) => state === 'read' && !open.has(id))
}

/** The files the words name: where what was accepted came from, else all that were looked at. */
function touched(
  files: readonly ReviewFile[],
  { accepted, ids }: Decided,
  settled: readonly ReviewFile[],
): readonly ReviewFile[] {
  const from = new Set(accepted.map(({ fileId }) => fileId))
  if (from.size > 0) return files.filter(({ id }) => from.has(id))
  return ids.size > 0 && settled.length === 0 ? files.filter(({ state }) => state === 'read') : settled
}

function settle(
  { review }: Session,
  { comparison }: Compared,
  { ids }: Decided,
  settled: readonly ReviewFile[],
  seq: number,
): void {
  for (const { change } of comparison.changes)
    if (ids.has(change.id)) review.settled.set(change.id, { seq, fileIds: fileIdsOf(change) })
  for (const { addition } of comparison.additions)
    if (ids.has(addition.id)) review.settled.set(addition.id, { seq, fileIds: [addition.fileId] })
  for (const { id } of settled) {
    const file = review.files.get(id)
    if (file) review.files.set(id, { ...file, settledBy: seq })
  }
  changed(review)
}

function nothingDecided(): Trouble {
  return new Trouble(
    'REFUSED',
    'Nothing was decided yet, so there is nothing to apply. Accept or refuse a change.',
  )
}

/** A cancel, and what only SQLite found out, as sentences. */
function inWords(error: unknown): unknown {
  if (isAbort(error)) return new Trouble('REFUSED', 'Applying was cancelled, so nothing of it was written.')
  if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return error
  const trouble = new Trouble(
    'REFUSED',
    'What you accepted does not fit together in the workbook, so nothing was applied. Apply one file at a time to find which part it is.',
  )
  trouble.cause = error
  return trouble
}
