import type { EventPublisher } from '@orpc/server'
import type { Person } from '../../shared/contract/control.ts'
import type { Edited } from '../../shared/contract/edited.ts'
import type { Changed } from '../../shared/contract/history.ts'
import type { Edit, EditAbout } from '../../shared/model/edit.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { Access, Patch, UndoState } from '../../shared/model/snapshot.ts'
import type { Deps } from './deps.ts'
import type { SessionPlace } from './places/session-place.ts'
import type { ReviewState } from './review/review-state.ts'
import type { Change } from './store/change-log.ts'
import type { ReadableDb, WritableDb } from './store/database.ts'
import { getEdit, type MadeEdit, withEdit } from './store/edits.ts'
import { findRow } from './store/rows.ts'
import { findTable } from './store/tables.ts'
import { pushEdit, type UndoStacks } from './store/undo.ts'
import { Trouble } from './trouble.ts'

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
  const draft = { at: session.deps.now(), who: (person ?? session.person).name, ...words }
  const made = withEdit(db, draft, () => work(db))
  if (made) announce(session, made)
  const last = made?.edit ?? session.lastEdit
  return { seq: last?.seq ?? 0, at: last?.at ?? draft.at, id }
}

/** What undo and redo would take now. */
export function undoStateOf(session: Session): UndoState {
  const { undo, redo } = session.stacks
  const find = (seq: number | undefined) => (seq === undefined ? null : getEdit(session.db, seq))
  return { undo: find(undo.at(-1)), redo: find(redo.at(-1)) }
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
  return [...touched.values()].map(({ table, rowId }) => {
    const { collection } = findTable(table)!
    return { collection, id: rowId, row: findRow(db, collection, rowId) ?? null }
  })
}
