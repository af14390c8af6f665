import type { EventPublisher } from '@orpc/server'
import type { Person } from '../../shared/contract/control.ts'
import type { Edited } from '../../shared/contract/edited.ts'
import type { Changed } from '../../shared/contract/history.ts'
import type { Edit, EditAbout } from '../../shared/model/edit.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { Access, Patch, UndoState } from '../../shared/model/snapshot.ts'
import type { Deps } from './deps.ts'
import { assertStillThere } from './file-identity.ts'
import type { SessionPlace } from './places/session-place.ts'
import type { ReviewState } from './review/review-state.ts'
import { type Change, listChanges } from './store/change-log.ts'
import { inTransaction, isDiskFault, type ReadableDb, settle, type WritableDb } from './store/database.ts'
import { type EditDraft, getEdit, lastSeal, listEditsAfter, type MadeEdit, withEdit } from './store/edits.ts'
import { findRows } from './store/rows.ts'
import { findTable } from './store/tables.ts'
import { pushEdit, type UndoStacks } from './store/undo.ts'
import { Trouble } from './trouble.ts'

const UNCERTAIN =
  'The disk failed while this was being saved, so it may not outlast a power cut. Check the drive, then save a copy of the workbook somewhere else.'

/** More than one save makes, of those whose fate is not known at once. */
const MOST_UNTOLD = 100

/** What one edit says of itself; `words` may depend on what the work found. */
export type EditWords = {
  readonly words: string
  readonly about?: EditAbout
  readonly kind?: Edit['kind']
  readonly target?: number
}

/** An open workbook, as handlers use it. */
export type Session = {
  /** The user's file: the name people know, where exports suggest to go and copies are kept beside. Not always what is open. */
  readonly path: string
  /**
   * What SQLite has open: the same file, a private copy to read, or the working copy of a workbook in a synchronised folder.
   * Locks, and the rule never to open a workbook twice here, are about this one.
   */
  readonly file: string
  /** What the disk called that file when it was opened (`identityOf`). */
  readonly identity: string
  readonly db: ReadableDb
  readonly framework: Framework
  readonly access: Access
  readonly deps: Deps
  readonly stacks: UndoStacks
  readonly changes: EventPublisher<{ changed: Changed }>
  /** Where the user's file lies, and whether what is here is there. */
  readonly place: SessionPlace
  /** Files that came back and are being looked at. */
  readonly review: ReviewState
  /** Who is at the keyboard unless a call says otherwise. */
  person: Person
  lastEdit: Edit | null
}

/** The handle for writing, or a refusal in the words of why this opener may only read. */
export function writableOf(session: Session): WritableDb {
  if (session.access.mode === 'read') throw new Trouble('READ_ONLY', session.access.why)
  return session.db as WritableDb
}

/** An edit to be made: its words and its work. `id` is that of what it makes, for the caller to know it by. */
export type PlannedEdit = EditWords & {
  readonly id: string
  readonly work: (db: WritableDb) => void
}

/**
 * Makes one edit and announces it. Every change to a workbook goes through here. When nothing changed, no edit is
 * made and the last one is given.
 */
export function edit(
  session: Session,
  person: Person | undefined,
  words: EditWords,
  work: (db: WritableDb) => void,
  id: string | null = null,
): Edited {
  const db = writableOf(session)
  const draft = draftOf(session, person, words)
  const [made] = makeAndAnnounce(session, db, () => {
    const one = withEdit(db, draft, () => work(db))
    return one ? [one] : []
  })
  const last = made?.edit ?? session.lastEdit
  return { seq: last?.seq ?? 0, at: last?.at ?? draft.at, id }
}

/** What became of one of several edits: made, or refused for this reason. */
export type MadeOrRefused = { readonly id: string } | { readonly refused: unknown }

/**
 * Makes an edit of each item, all in one save: they are on the disk when this returns. `plan` sees what the edits before have
 * done; what it throws refuses that item, and the others go in. A disk that fails is thrown, and then none of them is made.
 */
export function editEach<T>(
  session: Session,
  person: Person | undefined,
  items: readonly T[],
  plan: (item: T) => PlannedEdit,
): MadeOrRefused[] {
  const db = writableOf(session)
  let answers: MadeOrRefused[] = []
  makeAndAnnounce(session, db, () =>
    inTransaction(db, () => {
      const made: MadeEdit[] = []
      answers = items.map(item => {
        try {
          const { id, work, ...words } = plan(item)
          const one = withEdit(db, draftOf(session, person, words), () => work(db))
          if (one) made.push(one)
          return { id }
        } catch (error) {
          if (isDiskFault(error)) throw error
          return { refused: error }
        }
      })
      return made
    }),
  )
  return answers
}

function draftOf(session: Session, person: Person | undefined, words: EditWords): EditDraft {
  return { at: session.deps.now(), who: (person ?? session.person).name, ...words }
}

function makeAndAnnounce(session: Session, db: WritableDb, make: () => MadeEdit[]): MadeEdit[] {
  assertStillThere(session)
  for (const untold of listUntold(session)) announce(session, untold)
  let made: MadeEdit[]
  try {
    made = make()
  } catch (error) {
    made = savedAllTheSame(session, db, error)
  }
  for (const one of made) announce(session, one)
  return made
}

/** What undo and redo would take now. */
export function undoStateOf(session: Session): UndoState {
  const { stacks, lastEdit } = session
  const { undo, redo } = stacks
  const find = (seq: number | undefined) => {
    if (seq === undefined) return null
    return seq === lastEdit?.seq ? lastEdit : getEdit(session.db, seq)
  }
  return { undo: find(undo.at(-1)), redo: find(redo.at(-1)) }
}

/**
 * What SQLite says was not saved may be in the file: when the disk fails at the last step, as the journal is emptied, all the
 * rest is done. Such edits are made certain and count as made; any other is an error, and so is one that cannot be made
 * certain. docs/decisions/failing-disk.md
 */
function savedAllTheSame(session: Session, db: WritableDb, error: unknown): MadeEdit[] {
  if (!isDiskFault(error)) throw error
  const untold = listUntold(session)
  if (untold.length === 0) throw error
  try {
    settle(db)
    return untold
  } catch {
    for (const one of untold) announce(session, one)
    throw new Trouble('FILE_TROUBLE', UNCERTAIN)
  }
}

/** Edits that are in the file and not known here, because the disk failed so badly that not even that could be seen. */
function listUntold({ db, lastEdit }: Session): MadeEdit[] {
  const known = lastEdit?.seq ?? 0
  if (lastSeal(db).seq === known) return []
  return listEditsAfter(db, known, MOST_UNTOLD).map(({ hash: _, ...made }) => ({
    edit: made,
    changes: listChanges(db, made.seq),
  }))
}

function announce(session: Session, { edit: made, changes }: MadeEdit): void {
  pushEdit(session.stacks, made)
  session.lastEdit = made
  session.changes.publish('changed', {
    edit: made,
    patches: patchesOf(session.db, changes),
    undo: undoStateOf(session),
  })
}

/** Each row the edit touched, once, as it now is. */
function patchesOf(db: ReadableDb, changes: readonly Change[]): Patch[] {
  const touched = new Map(changes.map(change => [`${change.table} ${change.rowId}`, change]))
  const ids = new Map<string, string[]>()
  for (const { table, rowId } of touched.values()) {
    const those = ids.get(table)
    if (those) those.push(rowId)
    else ids.set(table, [rowId])
  }
  const found = new Map(
    [...ids].map(([table, those]) => [table, findRows(db, findTable(table)!.collection, those)]),
  )
  return [...touched.values()].map(({ table, rowId }) => {
    const { collection } = findTable(table)!
    return { collection, id: rowId, row: found.get(table)?.get(rowId) ?? null }
  })
}
