import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { EventPublisher } from '@orpc/server'
import { type Person, WorkbookSummary } from '../../shared/contract/control.ts'
import { Framework } from '../../shared/model/framework.ts'
import { type Access, Rows } from '../../shared/model/snapshot.ts'
import { stampOf, stemOfSnapshotsFolder } from '../../shared/text/snapshot-names.ts'
import type { Deps } from './deps.ts'
import { identityOf } from './file-identity.ts'
import { hashOf } from './framework.ts'
import { describeHolder, markHeld, unmarkHeld } from './holder.ts'
import { assertHolds, assertMayBeWritten, assertOurs } from './look.ts'
import { bringCopyUpToDate, bringUpToDate } from './older-file.ts'
import { placeDepsOf } from './places/place-deps.ts'
import { placeHere } from './places/session-place.ts'
import { copyBetweenChanges, copyMended, hasRoomFor, placeForCopy } from './read-copy.ts'
import { clearReview, newReviewState } from './review/review-state.ts'
import type { Session } from './session.ts'
import { startLogging } from './store/change-log.ts'
import { sweepPending } from './store/content.ts'
import {
  closeWriting,
  openForReading,
  openForWriting,
  type ReadableDb,
  type WritableDb,
} from './store/database.ts'
import { findEdits, withEdit } from './store/edits.ts'
import { assertNothingBeside, hasHotJournal } from './store/files-beside.ts'
import { damaged, readHeader } from './store/header.ts'
import { CURRENT_VERSION } from './store/migrations/list.ts'
import { listAllRows } from './store/rows.ts'
import { assertPiecesSound } from './store/sound.ts'
import { readUndoStacks } from './store/undo.ts'
import { summaryOf } from './summary.ts'
import { sweepTemporaries } from './temporary.ts'
import { Trouble, troubleOf } from './trouble.ts'

const READING = 'You opened this workbook to read it, so nothing here can be changed.'

/** Workbooks this process has open: a second connection or a plain read here would drop the first one's lock. */
const openFiles = new Set<string>()

/** Whether this process has the file open, by whatever name: then nothing here may open or read it. */
export function isOpenHere(path: string): boolean {
  return openFiles.has(identityOf(path))
}

/** An open workbook and how to let go of it. */
export type OpenSession = Session & { close(): void }

/**
 * Opens a workbook in the order of docs/decisions/workbook-file.md: header, a look without any right to write, the schema
 * allow-list, then the lock, migrations and the check of the data tables.
 * Throws a `Trouble` whose sentence can be shown.
 */
export function openSession(path: string, person: Person, mode: 'edit' | 'read', deps: Deps): OpenSession {
  const name = basename(path)
  const real = realPathOf(path)
  if (openFiles.has(identityOf(real))) throw inUse(path, 'another window here')
  try {
    assertNothingBeside(real)
    const version = readHeader(real)
    // Not even to read: the locks of such a place are not to be trusted, and a sync program swaps files as it likes.
    if (mode === 'read' && placeDepsOf(deps).look(path).kind !== 'here')
      return openCopyFromPlace(real, person, deps)
    return mode === 'edit'
      ? openToEdit(real, version, person, deps)
      : openToRead(real, version, person, deps, null)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      if (mode === 'edit') throw inUse(path, describeHolder(real))
      return openCopyToRead(real, person, deps, whyCopied(real))
    }
    if ((error as { code?: string }).code === 'SQLITE_READONLY_ROLLBACK')
      return openMendedCopyToRead(real, person, deps)
    const trouble = troubleOf(error)
    if (trouble?.code === 'BAD_FILE' && trouble !== error) throw damaged(name)
    throw trouble ?? error
  }
}

/**
 * Opens the private working copy of a workbook in a shared place, in the same order. `userFile` is what people know it by.
 */
export function openWorkingCopy(file: string, userFile: string, person: Person, deps: Deps): OpenSession {
  if (openFiles.has(identityOf(file))) throw inUse(userFile, 'another window here')
  const beside = existsSync(dirname(userFile)) ? userFile : file
  try {
    const session = openToEdit(file, readHeader(file), person, deps, beside)
    return Object.assign(session, { path: userFile })
  } catch (error) {
    throw troubleOf(error) ?? error
  }
}

/** `beside`: where the copy is kept before a file of an earlier version is brought up to date. */
function openToEdit(path: string, version: number, person: Person, deps: Deps, beside = path): OpenSession {
  const why = whyNotWritable(path)
  if (why) return openToRead(path, version, person, deps, why)
  assertMayBeWritten(path, version, () => assertOpensWell(path, person, deps))
  if (version < CURRENT_VERSION && !hasHotJournal(path)) assertOpensWell(path, person, deps)
  const db = openForWriting(path)
  return closingOnFailure(
    db,
    () => {
      // Asked again: an interrupted update has been taken back by now.
      const found = db.pragma('user_version', { simple: true }) as number
      assertOurs(db, path, found)
      assertHolds(db, path)
      readFramework(db, path)
      const kept = found < CURRENT_VERSION ? bringUpToDate(db, beside, deps) : null
      startLogging(db)
      if (kept) noteUpdate(db, kept, person, deps)
      const session = sessionOf(path, db, person, deps, { mode: 'edit', why: '' })
      assertPiecesSound(db, path)
      sweepPending(db)
      sweepTemporaries(dirname(beside))
      markHeld(path, person.name, deps.now())
      return withClose(session, () => {
        // While the lock still is ours: the next one to have it makes a mark of its own.
        unmarkHeld(path)
        closeWriting(db)
      })
    },
    closeWriting,
  )
}

/**
 * To bring a file up to date is to write to it, and so is to take back an interrupted save: what comes of that is read in a
 * copy first, where there is room for one.
 */
function assertOpensWell(path: string, person: Person, deps: Deps): void {
  try {
    const copy = hasHotJournal(path)
      ? openMendedCopyToRead(path, person, deps)
      : openCopyToRead(path, person, deps, null)
    try {
      if (!Rows.safeParse(listAllRows(copy.db)).success) throw damaged(basename(path))
      assertPiecesSound(copy.db, path)
    } finally {
      copy.close()
    }
  } catch (error) {
    if (troubleOf(error)?.code !== 'DISK_FULL') throw error
  }
}

function openToRead(
  path: string,
  version: number,
  person: Person,
  deps: Deps,
  why: string | null,
): OpenSession {
  const db = openForReading(path)
  return closingOnFailure(db, () => {
    assertOurs(db, path, version)
    if (version < CURRENT_VERSION) {
      db.close()
      return openCopyToRead(path, person, deps, why)
    }
    assertHolds(db, path)
    const access: Access = { mode: 'read', why: why ?? READING }
    return withClose(sessionOf(path, db, person, deps, access), () => db.close())
  })
}

/** Someone else is writing, or the file is older and must stay as it is: read a copy of it as it stands. */
function openCopyToRead(path: string, person: Person, deps: Deps, why: string | null): OpenSession {
  return openCopy(path, person, deps, why ?? READING, copy => {
    if (!copyBetweenChanges(path, copy)) throw inUse(path, describeHolder(path))
  })
}

/** Locks there tell nothing of who writes: a journal that stays was left by a crash. */
function openCopyFromPlace(path: string, person: Person, deps: Deps): OpenSession {
  return openCopy(path, person, deps, whyNotWritable(path) ?? READING, copy => {
    if (!copyBetweenChanges(path, copy)) copyMended(path, copy)
  })
}

function whyCopied(path: string): string {
  const holder = describeHolder(path)
  return `${holder[0]!.toUpperCase()}${holder.slice(1)} has this workbook open. You are reading it as it was when you opened it.`
}

/** A crash left half a change behind: it is taken back in a copy, because reading must not alter the file itself. */
function openMendedCopyToRead(path: string, person: Person, deps: Deps): OpenSession {
  const why =
    'A save was interrupted here. You are reading the workbook as it was before that; open it to edit to go on.'
  return openCopy(path, person, deps, why, copy => copyMended(path, copy))
}

function openCopy(
  path: string,
  person: Person,
  deps: Deps,
  why: string,
  makeCopy: (copy: string) => void,
): OpenSession {
  const { copy, remove } = placeForCopy(path)
  try {
    if (!hasRoomFor(path, copy)) throw noRoomToRead(path)
    makeCopy(copy)
    const version = readHeader(copy)
    if (version < CURRENT_VERSION) updateCopy(copy, version, path)
    const session = openToRead(copy, CURRENT_VERSION, person, deps, why)
    const close = session.close
    return Object.assign(session, {
      path,
      close() {
        close()
        remove()
      },
    })
  } catch (error) {
    remove()
    if (troubleOf(error)?.code === 'DISK_FULL') throw noRoomToRead(path)
    throw error
  }
}

function updateCopy(copy: string, version: number, path: string): void {
  const look = openForReading(copy)
  try {
    assertOurs(look, copy, version)
    assertHolds(look, copy)
  } finally {
    look.close()
  }
  bringCopyUpToDate(copy, path)
}

/** Says in history what became of the file, so that the copy beside it explains itself. */
function noteUpdate(db: WritableDb, kept: string, { name }: Person, deps: Deps): void {
  const words = `Brought this workbook up to date; as it was before, it is kept as “${kept}”`
  withEdit(db, { at: deps.now(), who: name, words, kind: 'note' }, () => {})
}

function sessionOf(path: string, db: ReadableDb, person: Person, deps: Deps, access: Access): Session {
  const stacks = readUndoStacks(db)
  const [lastEdit = null] = findEdits(db, { limit: 1, about: {} })
  const session: Session = {
    path,
    file: path,
    identity: identityOf(path),
    db,
    framework: readFramework(db, path),
    access,
    deps,
    stacks,
    changes: new EventPublisher(),
    review: newReviewState(),
    place: placeHere(basename(path, extname(path))),
    person,
    lastEdit,
  }
  assertTells(session)
  return session
}

/** Whether it says what every workbook says of itself: a system, a round, ratings that are ratings. */
function assertTells(session: Session): void {
  try {
    WorkbookSummary.parse(summaryOf(session))
  } catch {
    throw damaged(basename(session.path))
  }
}

function readFramework(db: ReadableDb, path: string): Framework {
  const row = db.prepare('SELECT content FROM framework').get() as { content: string } | undefined
  const expected = db.prepare('SELECT framework_hash AS hash FROM workbook').get() as
    | { hash: string }
    | undefined
  if (!row || hashOf(row.content) !== expected?.hash) throw damaged(basename(path))
  try {
    return Framework.parse(JSON.parse(row.content))
  } catch {
    throw damaged(basename(path))
  }
}

const KEPT_AS_IT_WAS =
  'This is a snapshot, kept as the workbook was then, so it can only be read. To work in it, open it as a workbook of its own from the Restore screen.'

/** Why a workbook can only be read where it is; `null` when it may be written. */
export function whyNotWritable(path: string): string | null {
  if (stemOfSnapshotsFolder(basename(dirname(path))) !== null && stampOf(basename(path)))
    return KEPT_AS_IT_WAS
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return null
  } catch {
    return 'This workbook is in a place you may not write to, so you can only read it. Save a copy to work on it.'
  }
}

function withClose(session: Session, close: () => void): OpenSession {
  const { identity } = session
  openFiles.add(identity)
  return Object.assign(session, {
    close() {
      openFiles.delete(identity)
      clearReview(session.review)
      close()
    },
  })
}

function closingOnFailure<D extends { close(): void }, T>(
  db: D,
  work: () => T,
  close: (db: D) => void = opened => opened.close(),
): T {
  try {
    return work()
  } catch (error) {
    close(db)
    throw error
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function noRoomToRead(path: string): Trouble {
  return new Trouble(
    'DISK_FULL',
    `There is no room for the copy that ${basename(path)} is read from. Free some space and open it again.`,
  )
}

/** What is said to a second opener. */
export function inUse(path: string, holder: string): Trouble {
  return new Trouble(
    'IN_USE',
    `${basename(path)} is open elsewhere (${holder}). Close it there, or open it here to read.`,
    { holder },
  )
}
