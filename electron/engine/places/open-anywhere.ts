import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { OpenMode, Person } from '../../../shared/contract/control.ts'
import { momentWords, todayHere } from '../../../shared/text/dates.ts'
import type { Deps } from '../deps.ts'
import { inUse, type OpenSession, openSession, openWorkingCopy, whyNotWritable } from '../open.ts'
import { closeWriting, openForWriting } from '../store/database.ts'
import { lastSeal } from '../store/edits.ts'
import { Trouble } from '../trouble.ts'
import { holderElsewhere, markShared } from './mark.ts'
import { type Looked, type PlaceDeps, placeDepsOf } from './place-deps.ts'
import { prepare } from './prepare.ts'
import { isSameSeal, publishFrom } from './publisher.ts'
import { withCopies } from './with-copies.ts'
import { claimEntry, findKept, sweepEntries } from './working-folder.ts'

/**
 * Opens a workbook wherever it lies: on a disk of this computer in its place, anywhere else through a private working copy that
 * is brought to its place after a pause (docs/decisions/sync-folders.md). Throws a `Trouble` whose sentence can be shown.
 */
export async function openAnywhere(
  path: string,
  person: Person,
  mode: OpenMode,
  deps: Deps,
): Promise<OpenSession> {
  if (mode === 'read') return openSession(path, person, 'read', deps)
  const places = placeDepsOf(deps)
  const where = whereIs(path, places)
  if (where.kind === 'here') {
    const session = openSession(path, person, 'edit', deps)
    return session.access.mode === 'read'
      ? session
      : Object.assign(session, { place: withCopies(session, session.place, places) })
  }
  if (mode === 'edit') await assertNobodyElse(where)
  sweepEntries(places.workingFolder, (file, { base }) => base !== null && isSameSeal(base.seal, sealOf(file)))
  const entry = claimEntry(places.workingFolder, where.path, where.real)
  if (!entry) throw inUse(path, 'another window here')
  try {
    if (!entry.kept && existsSync(path) && whyNotWritable(path)) {
      entry.release(true)
      return openSession(path, person, 'edit', deps)
    }
    const start = await prepare(entry, where, person, deps, places)
    const session = openWorkingCopy(entry.file(start.kept), start.kept.real, person, deps)
    const publisher = publishFrom(session, { entry, ...start }, places)
    const mark = markShared(() => publisher.kept().real, person.name, deps.now())
    const settle = async () => {
      await mark.remove()
      await publisher.settle()
    }
    const close = session.close
    // Its name may change when two versions have to be kept, so that it is asked for each time.
    const open = Object.defineProperties(session, {
      path: { get: () => publisher.kept().real, configurable: true, enumerable: true },
      place: { value: publisher, writable: true, configurable: true, enumerable: true },
    })
    return Object.assign(open, {
      place: withCopies(open, { ...publisher, settle }, places),
      close() {
        const isDone = publisher.isDone()
        close()
        entry.release(isDone)
      },
    })
  } catch (error) {
    entry.release(false)
    throw error
  }
}

/** The mark beside it locks nobody out: it only asks, and publishing compares whatever the answer is. */
async function assertNobodyElse({ real, name }: Looked): Promise<void> {
  const there = await holderElsewhere(real)
  if (!there) return
  const since = momentWords(new Date(there.since), todayHere())
  throw new Trouble(
    'IN_USE',
    `${basename(real)} in ${name} has been open elsewhere since ${since} (${there.holder}). Open it here to read, or open it all the same: if you both change it, both versions are kept.`,
    { holder: there.holder, mayOpen: true },
  )
}

/** A place that is away cannot be recognised by itself: what was known of the working copy says which it was. */
function whereIs(path: string, places: PlaceDeps): Looked {
  const looked = places.look(path)
  if (looked.kind !== 'here' || existsSync(path)) return looked
  const kept = findKept(places.workingFolder, resolve(path), looked.real)
  return kept ? { ...looked, kind: kept.kind, name: kept.name, path: kept.path, real: kept.real } : looked
}

/** Of a closed working copy. Opened to write: a crash may have left half a save that has to be taken back first. */
function sealOf(file: string): { seq: number; hash: string } {
  const db = openForWriting(file)
  try {
    return lastSeal(db)
  } finally {
    closeWriting(db)
  }
}
