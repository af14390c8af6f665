import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Person } from '../../../shared/contract/control.ts'
import { syncFolder } from '../create.ts'
import type { Deps } from '../deps.ts'
import { sealAt } from '../store/as-at.ts'
import { closeWriting, openForReading, openForWriting } from '../store/database.ts'
import { lastSeal } from '../store/edits.ts'
import { readHeader } from '../store/header.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { keepBeside } from './keep-both.ts'
import type { Looked, PlaceDeps } from './place-deps.ts'
import { bothKept, isSameSeal } from './publisher.ts'
import { isSame, lookAt } from './target.ts'
import { fetchIfWorkbook, fetchTheirs, type Theirs } from './theirs.ts'
import { type Base, type Entry, INCOMING, type Kept } from './working-folder.ts'

/** A working copy that is ready to be opened. */
export type Prepared = { readonly kept: Kept; readonly isAway: boolean; readonly news: string }

/**
 * Gets the working copy of a workbook ready: a fresh one from its place, or the one that an interrupted session left, whose edits
 * are never given up. When both went on, both are kept.
 */
export async function prepare(
  entry: Entry,
  where: Looked,
  person: Person,
  deps: Deps,
  places: PlaceDeps,
): Promise<Prepared> {
  const left = entry.kept && existsSync(entry.file(entry.kept)) ? entry.kept : null
  const found = await lookAt(where.real)
  if (!left) return ready(await takeIn())
  const own = lookInto(entry.file(left))
  const hasEdits = !left.base || !isSameSeal(left.base.seal, own.seal)
  if (found.kind === 'away') return { kept: left, isAway: true, news: awayNews(left) }
  if (found.kind === 'gone') return hasEdits ? ready(left, goneOnNews(left)) : ready(await takeIn())
  const isUntouched = left.base !== null && !found.isHot && isSame(left.base.identity, found.identity)
  if (isUntouched) return ready(left, hasEdits ? goneOnNews(left) : '')
  if (!hasEdits) return ready(await takeIn())
  try {
    return await meet(left, own)
  } catch (error) {
    if (!troubleOf(error)) throw error
    // What is there cannot be read just now: it is compared when this is brought there.
    return { kept: left, isAway: true, news: awayNews(left) }
  }

  async function takeIn(): Promise<Kept> {
    if (found.kind !== 'there') throw notThere(where)
    const theirs = await fetchTheirs(where.real, join(entry.folder, INCOMING), person, deps)
    return putIn(theirs)
  }

  /** The record is written last: a working copy without one is only ever a copy of what is at its place. */
  function putIn(theirs: Theirs): Kept {
    const { path, real, kind, name } = where
    const kept: Kept = {
      path,
      real,
      kind,
      name,
      fileName: basename(real),
      base: theirs.identity && { identity: theirs.identity, seal: theirs.seal },
      copiedAt: null,
    }
    if (left) rmSync(entry.file(left), { force: true })
    rmSync(`${entry.file(kept)}-journal`, { force: true })
    renameSync(theirs.file, entry.file(kept))
    syncFolder(entry.folder)
    entry.keep(kept)
    rmSync(join(entry.folder, INCOMING), { recursive: true, force: true })
    return kept
  }

  /** Edits here that are not there yet, and a file there that is not what they were made on. */
  async function meet(kept: Kept, ours: Own): Promise<Prepared> {
    const theirs = await fetchIfWorkbook(where.real, join(entry.folder, INCOMING), person, deps)
    const isCopy = theirs?.uid === ours.uid
    if (theirs && isCopy && ours.sealAt(theirs.seal.seq) === theirs.seal.hash) {
      // All they hold is in our history: a crash came between publishing and remembering it.
      const base: Base | null = theirs.identity && { identity: theirs.identity, seal: theirs.seal }
      const known = { ...kept, base }
      entry.keep(known)
      return ready(known, isSameSeal(ours.seal, theirs.seal) ? '' : goneOnNews(kept))
    }
    if (theirs && isCopy && holds(theirs.file, ours.seal)) return ready(putIn(theirs))
    const { kept: beside, news } = await keepOurs(kept, ours, theirs)
    return ready(beside, news)
  }

  async function keepOurs(kept: Kept, ours: Own, theirs: Theirs | null) {
    const sent = await keepBeside({
      from: entry.file(kept),
      beside: where.real,
      id: entry.id,
      now: deps.now(),
      between: places.between,
    }).catch(() => null)
    // It could not be put there now: it stays here, and publishing tries again and again.
    if (sent?.kind !== 'sent') return { kept: { ...kept, base: null }, news: goneOnNews(kept) }
    const { path, identity } = sent
    const moved: Kept = {
      ...kept,
      path,
      real: path,
      base: { identity, seal: ours.seal },
      copiedAt: deps.now(),
    }
    entry.keep(moved)
    const name = (file: string) => basename(file, extname(file))
    return {
      kept: moved,
      news: bothKept(name(where.path), name(path), theirs?.lastEdit.who ?? '', kept.name),
    }
  }
}

type Own = {
  readonly uid: string
  readonly seal: Base['seal']
  sealAt(seq: number): string | undefined
}

/** Of a working copy nobody has open. To write: a crash may have left half a save that has to be taken back first. */
function lookInto(file: string): Own {
  const db = openForWriting(file)
  try {
    const uid = db.prepare('SELECT uid FROM workbook').pluck().get() as string
    const seals = new Map(db.prepare('SELECT seq, hash FROM edit').raw().all() as [number, string][])
    return { uid, seal: lastSeal(db), sealAt: seq => seals.get(seq) }
  } finally {
    closeWriting(db)
  }
}

/** Whether a copy that was looked into in the full order holds this edit. */
function holds(file: string, seal: Base['seal']): boolean {
  const db = openForReading(file)
  try {
    return sealAt(db, seal.seq) === seal.hash
  } finally {
    db.close()
  }
}

function ready(kept: Kept, news = ''): Prepared {
  return { kept, isAway: false, news }
}

function awayNews({ name }: Kept): string {
  return `You are working on the copy on this computer; it goes to ${name} when that is back.`
}

function goneOnNews({ name }: Kept): string {
  return `Changes that had not reached ${name} when Ninefold last ended were still on this computer. You go on from them.`
}

/** The header says best why it cannot be read. */
function notThere({ path, name }: Looked): Error {
  readHeader(path)
  return new Trouble(
    'FILE_TROUBLE',
    `${basename(path)} cannot be reached now. Check the connection to ${name}, then try again.`,
  )
}
