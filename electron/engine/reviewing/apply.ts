import type { Person } from '../../../shared/contract/control.ts'
import type { Edited } from '../../../shared/contract/edited.ts'
import type { ReviewDecisions, ReviewFile } from '../../../shared/model/review.ts'
import { edit, type Session, writableOf } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { findRow, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { aboutOf, applyWords } from './apply-words.ts'
import { type Compared, compared, fileIdsOf } from './current.ts'
import { type Decided, decide } from './decide.ts'
import { gatherWrites } from './gather-writes.ts'
import { changed } from './review-state.ts'
import { writeRows } from './write-rows.ts'

const NEVER_UNDONE = 0

/** What was decided on which review. */
export type Decisions = { readonly seq: number; readonly decisions: ReviewDecisions }

/**
 * Writes everything accepted as one edit, or nothing. Files of which everything is decided leave the list and are noted
 * as returned; the others stay with what is left. One application at a time.
 */
export function applyReview(session: Session, person: Person | undefined, input: Decisions): Promise<Edited> {
  const { review } = session
  const result = review.applying.then(() => apply(session, person, input))
  review.applying = result.catch(() => {})
  return result
}

async function apply(session: Session, person: Person | undefined, input: Decisions): Promise<Edited> {
  writableOf(session)
  const given = session.review.given.findLast(({ seq }) => seq === input.seq)
  // From here to the end of the edit no other call has a turn, unless the comparison had to be made again.
  let now = await compared(session)
  while (now.seq !== (session.lastEdit?.seq ?? 0)) now = await compared(session)
  const decided = decide(now.comparison, input.decisions, given)
  const settled = settledFiles(now, decided)
  if (decided.ids.size === 0 && settled.length === 0)
    throw new Trouble(
      'REFUSED',
      'Nothing was decided yet, so there is nothing to apply. Accept or refuse a change.',
    )
  const made = write(session, person, now, decided, settled)
  // Where what was accepted is in the workbook already, no edit was made that could be taken back.
  settle(session, now, decided, settled, made.seq > now.seq ? made.seq : NEVER_UNDONE)
  return made
}

function write(
  session: Session,
  person: Person | undefined,
  { comparison }: Compared,
  decided: Decided,
  settled: readonly ReviewFile[],
): Edited {
  const { deps } = session
  const plans = gatherWrites(decided.accepted, deps.newId)
  const at = deps.now()
  const words = applyWords(decided.accepted, decided.refused, touched(comparison.files, decided, settled))
  const back = settled.filter(({ sentFileId }) => sentFileId && findRow(session.db, 'sentFiles', sentFileId))
  // Only refusals: nothing is written that undo could take back, but history says who refused what.
  const kind = plans.length + back.length === 0 ? ('note' as const) : ('do' as const)
  return edit(session, person, { words, kind, about: aboutOf(session.db, plans) }, db => {
    writeRows(session, db, plans, at)
    for (const file of back) noteReturned(db, file, at)
  })
}

function noteReturned(db: WritableDb, { sentFileId, name }: ReviewFile, at: string): void {
  updateRow(db, 'sentFiles', sentFileId!, { returnedAt: at, returnedName: name, isAwaited: false })
}

/** Files of which everything is decided, those that came back unchanged included. */
function settledFiles({ comparison }: Compared, { ids }: Decided): ReviewFile[] {
  const open = new Set([
    ...comparison.changes
      .filter(({ change }) => !ids.has(change.id))
      .flatMap(({ change }) => fileIdsOf(change)),
    ...comparison.additions
      .filter(({ addition }) => !ids.has(addition.id))
      .map(({ addition }) => addition.fileId),
  ])
  return comparison.files.filter(({ id, state }) => state === 'read' && !open.has(id))
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
