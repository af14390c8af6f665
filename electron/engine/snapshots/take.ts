import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { hasRoomFor } from '../../../shared/rules/snapshots.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { snapshotName, stampAt, stemOfSnapshotsFolder } from '../../../shared/text/snapshot-names.ts'
import { putInPlace, syncFolder } from '../create.ts'
import { discard } from '../discard.ts'
import { placeDepsOf } from '../places/place-deps.ts'
import { send } from '../places/send.ts'
import type { Session } from '../session.ts'
import { sealAt } from '../store/as-at.ts'
import type { TaskHandle } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { sizeOf as bytesOf, makeWholeCopy } from '../whole-copy.ts'
import { findSnapshots } from './find.ts'
import { folderFor, foldersToLookIn, namesIn, type SnapshotPlace, stemOf } from './place.ts'

/** A snapshot just kept, and the last edit it holds. */
export type TakenSnapshot = { readonly path: string; readonly seq: number; readonly seal: string }

/**
 * Keeps a snapshot of the open workbook: under a temporary name, synced, read back, and only then named. A failure or a
 * cancel leaves nothing behind; what a crash leaves, `sweepLeftovers` takes away.
 */
export async function takeSnapshot(
  session: Session,
  place: SnapshotPlace,
  task: Pick<TaskHandle, 'signal' | 'report'>,
  leaveFree?: number,
): Promise<TakenSnapshot> {
  const folder = folderFor(place)
  if (place.folder === null && !existsSync(folder)) await makeFolder(session, place)
  const { look } = placeDepsOf(session.deps)
  const isHere = look(join(folder, 'snapshot')).kind === 'here'
  await assertRoom(session, folder, leaveFree)
  // SQLite writes nothing into a shared place: the finished file is brought there.
  const temporary = join(
    isHere ? folder : dirname(session.file),
    `${temporaryPrefix(session, place.path)}${session.deps.newId().slice(0, 8)}.part`,
  )
  try {
    const { seq, hash } = await makeWholeCopy(session.db, temporary, task)
    if (isHere) keepFromChange(temporary)
    const put = isHere ? putHere : bringThere(session)
    const path = await nameIt(to => put(temporary, to), folder, session, place.path)
    return { path, seq, seal: hash }
  } finally {
    discard(temporary)
  }
}

/**
 * The folder of a workbook that was renamed takes the new name; else there is a new one. Only its last step is made: the
 * folder of a drive that is gone must not come to be on another one.
 */
async function makeFolder(session: Session, place: SnapshotPlace): Promise<void> {
  const folder = folderFor(place)
  const former = await formerFolder(session, place)
  if (former) renameSync(former, folder)
  else mkdirSync(folder)
  syncFolder(dirname(folder))
}

/** One whose workbook is not there any more, with nothing in it but snapshots of this one's own history. */
async function formerFolder({ db, file }: Session, place: SnapshotPlace): Promise<string | null> {
  for (const folder of foldersToLookIn(place)) {
    const stem = stemOfSnapshotsFolder(basename(folder))
    if (stem === null || existsSync(join(dirname(folder), `${stem}.ninefold`))) continue
    const { files, unreadable } = await findSnapshots([folder], { uid: null, except: file })
    const areOurs = files.every(({ seq, seal }) => sealAt(db, seq) === seal)
    if (files.length > 0 && unreadable === 0 && areOurs) return folder
  }
  return null
}

/** Says whose it is: a file of another workbook in the same folder may be one that is being written. */
function temporaryPrefix({ db }: Session, path: string): string {
  const uid = db.prepare('SELECT uid FROM workbook').pluck().get() as string
  const whose = createHash('sha256')
    .update(JSON.stringify([uid, path]))
    .digest('hex')
  return `.ninefold-snapshot-${whose.slice(0, 12)}-`
}

/** Takes away what a crash left. Nobody else can be writing it: a workbook has one writer. */
export function sweepLeftovers(session: Session, place: SnapshotPlace): void {
  const prefix = temporaryPrefix(session, place.path)
  for (const folder of [folderFor(place), dirname(session.file)])
    for (const name of namesIn(folder)) if (name.startsWith(prefix)) discard(join(folder, name))
}

async function assertRoom({ db }: Session, folder: string, leaveFree?: number): Promise<void> {
  const size = bytesOf(db)
  const { bavail, bsize, blocks } = await statfs(folder)
  const free = bavail * bsize
  // Some shares do not tell their size.
  if (blocks === 0 || hasRoomFor(size, free, leaveFree)) return
  throw new Trouble(
    'DISK_FULL',
    `No snapshot was kept, because it would take ${sizeOf(size)} and leave too little of the ${sizeOf(free)} that are free on the disk; the workbook itself is saved. Free some space, or choose another folder for snapshots.`,
  )
}

/** A snapshot opened by a double click is read, not changed. Drives that know no such mark keep it without. */
function keepFromChange(path: string): void {
  try {
    chmodSync(path, 0o444)
  } catch {
    // It is as good without.
  }
}

/** Never over a file that is there: two of a minute are told apart, also in the hour that a clock shows twice. */
async function nameIt(
  put: (to: string) => Promise<boolean>,
  folder: string,
  { deps }: Session,
  path: string,
): Promise<string> {
  const moment = new Date(deps.now())
  for (let number = 1; ; number++) {
    const to = join(folder, snapshotName(stemOf(path), stampAt(moment, number)))
    if (!existsSync(to) && (await put(to))) return to
  }
}

/** False when a file of that name came meanwhile. */
async function putHere(temporary: string, to: string): Promise<boolean> {
  try {
    putInPlace(temporary, to)
    return true
  } catch (error) {
    if (existsSync(temporary) && existsSync(to)) return false
    throw error
  }
}

/** The same in a shared place, read back there once more. */
function bringThere({ deps }: Session): typeof putHere {
  const { between } = placeDepsOf(deps)
  return async (from, to) => {
    const sent = await send({ from, to, expected: null, id: deps.newId(), between })
    if (sent.kind === 'away') throw Object.assign(new Error('The place is away'), { code: 'ENOENT' })
    if (sent.kind === 'busy') throw Object.assign(new Error('The place is busy'), { code: 'EBUSY' })
    return sent.kind === 'sent'
  }
}
