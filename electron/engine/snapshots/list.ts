import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { SnapshotLine, Snapshots } from '../../../shared/contract/snapshot.ts'
import type { Deps } from '../deps.ts'
import { isOpenHere } from '../open.ts'
import { placeDepsOf } from '../places/place-deps.ts'
import type { Session } from '../session.ts'
import { sealAt } from '../store/as-at.ts'
import { openForReading, type ReadableDb } from '../store/database.ts'
import { lastSeal } from '../store/edits.ts'
import { CURRENT_VERSION } from '../store/migrations/list.ts'
import { Trouble } from '../trouble.ts'
import { type FoundSnapshots, findSnapshots } from './find.ts'
import type { Keeper } from './keeper.ts'
import { lookAt, type SnapshotFile } from './look.ts'
import { folderBeside, folderFor, foldersToLookIn, type SnapshotPlace, stemOf } from './place.ts'

/** The snapshots of the open workbook, as the page lists them. */
export async function listOfOpen({ db }: Session, keeper: Keeper): Promise<Snapshots> {
  const { files, unreadable } = await keeper.find()
  return {
    snapshots: files.map(file => lineOf(file, standingIn(db, file))),
    ...placeWords(keeper.place),
    unreadable,
    isKeeping: keeper.settings.isKeeping,
    problem: keeper.problem,
  }
}

/** Which workbook, by what is known of it without opening it. `uid` is empty when nobody remembers it. */
export type Remembered = SnapshotPlace & { readonly uid: string }

/** The snapshots of a workbook that is not open here: perhaps damaged, perhaps gone. */
export async function listOfAny(of: Remembered, deps: Deps): Promise<Snapshots> {
  const { files, unreadable } = await findOfAny(of, deps)
  const standings = standingsIn(of.path, files, deps)
  return {
    snapshots: files.map((file, index) => lineOf(file, standings[index]!)),
    ...placeWords(of),
    unreadable,
    isKeeping: true,
    problem: null,
  }
}

/** Where the workbook is whole its own word says which it is, else what is remembered, else the name of the folder. */
export function findOfAny(of: Remembered, deps: Deps): Promise<FoundSnapshots> {
  const uid = uidIn(of.path, deps) ?? (of.uid === '' ? null : of.uid)
  const folders = uid === null ? [folderBeside(of.path)] : foldersToLookIn(of)
  return findSnapshots(folders, { uid, except: of.path })
}

/** The one with this id, or a sentence. */
export function requireSnapshot(found: FoundSnapshots, id: string): SnapshotFile {
  const file = found.files.find(one => one.id === id)
  if (file) return file
  throw new Trouble('NOT_FOUND', 'That snapshot is not there any more. Choose another one from the list.')
}

/** Whether the history of a snapshot is part of the workbook's. */
export function standingIn(db: ReadableDb, { seq, seal }: SnapshotFile): SnapshotLine['standing'] {
  if (lastSeal(db).hash === seal) return 'same'
  return sealAt(db, seq) === seal ? 'part' : 'apart'
}

function standingsIn(path: string, files: readonly SnapshotFile[], deps: Deps): SnapshotLine['standing'][] {
  const unknown = files.map(() => 'unknown' as const)
  if (uidIn(path, deps) === null) return unknown
  const db = openForReading(path)
  try {
    return files.map(file => standingIn(db, file))
  } catch {
    return unknown
  } finally {
    db.close()
  }
}

/** `null` when it cannot be told: gone, damaged, in use, open in this very process, or in a place SQLite opens nothing in. */
function uidIn(path: string, deps: Deps): string | null {
  try {
    const isAway = isOpenHere(path) || placeDepsOf(deps).look(path).kind !== 'here'
    return isAway ? null : lookAt(path, statSync(path)).uid
  } catch {
    return null
  }
}

function placeWords(place: SnapshotPlace): Pick<Snapshots, 'folderName' | 'isBeside'> {
  return { folderName: basename(folderFor(place)), isBeside: place.folder === null }
}

function lineOf(file: SnapshotFile, standing: SnapshotLine['standing']): SnapshotLine {
  const { id, path, stamp, size, lastEdit, version, facts } = file
  return {
    id,
    name: stemOf(path),
    day: stamp.day,
    time: stamp.time,
    ...facts,
    size,
    lastEdit: { ...lastEdit },
    standing,
    isOlder: version < CURRENT_VERSION,
  }
}
