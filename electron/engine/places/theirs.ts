import { mkdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '../../../shared/contract/control.ts'
import { logFault } from '../../log/fault-log.ts'
import type { Deps } from '../deps.ts'
import { openSession } from '../open.ts'
import { openForWriting } from '../store/database.ts'
import { lastSeal } from '../store/edits.ts'
import { readHeader } from '../store/header.ts'
import { listRows } from '../store/rows.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { copyVerified } from './copy-file.ts'
import { isSame, lookAt, type TargetIdentity } from './target.ts'
import type { Base } from './working-folder.ts'

/** A file as it was found at its place, copied to this computer and opened there in the full order. */
export type Theirs = {
  /** The copy, closed. */
  readonly file: string
  readonly uid: string
  readonly seal: Base['seal']
  /** Of the file it was copied from; `null` when half a save had to be taken back, so that the two are not the same. */
  readonly identity: TargetIdentity | null
  readonly lastEdit: { readonly at: string; readonly who: string }
}

const ATTEMPTS = 20

/**
 * Copies what is at a place to `folder` as it stood between two saves, and looks into the copy in the full order of opening.
 * Throws a `Trouble` that names the file when it cannot be had or is no workbook.
 */
export async function fetchTheirs(path: string, folder: string, person: Person, deps: Deps): Promise<Theirs> {
  const to = join(folder, basename(path))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const identity = await copyAsItStands(path, to)
  const session = openSession(to, person, 'read', deps)
  try {
    const [workbook] = listRows(session.db, 'workbook')
    const { at = '', who = '' } = session.lastEdit ?? {}
    return { file: to, uid: workbook!.uid, seal: lastSeal(session.db), identity, lastEdit: { at, who } }
  } finally {
    session.close()
  }
}

/**
 * The same for one that is not what was expected: `null` when it is no workbook that can be opened here. One that cannot be read
 * just now throws: it may be ours after all, and then must not be kept twice.
 */
export async function fetchIfWorkbook(...of: Parameters<typeof fetchTheirs>): Promise<Theirs | null> {
  try {
    return await fetchTheirs(...of)
  } catch (error) {
    const code = troubleOf(error)?.code
    if (code === 'FILE_TROUBLE' || code === 'IN_USE' || code === 'DISK_FULL') throw error
    if (!code) logFault(error)
    return null
  }
}

async function copyAsItStands(path: string, to: string): Promise<TargetIdentity | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(150)
    const before = await lookAt(path)
    if (before.kind !== 'there') throw notThere(path)
    if (before.isHot) continue
    rmSync(to, { force: true })
    await copyVerified(path, to)
    const after = await lookAt(path)
    if (after.kind === 'there' && !after.isHot && isSame(before.identity, after.identity))
      return after.identity
  }
  return mended(path, to)
}

/** A journal that stays is what a crash left of a save in place. It is taken back in the copy, never in the file. */
async function mended(path: string, to: string): Promise<null> {
  const found = await lookAt(path)
  if (found.kind !== 'there') throw notThere(path)
  if (!found.isHot)
    throw new Trouble(
      'IN_USE',
      `${basename(path)} is being saved again and again by another program. Try again in a moment.`,
    )
  rmSync(to, { force: true })
  await copyVerified(path, to)
  await copyFile(`${path}-journal`, `${to}-journal`)
  readHeader(to)
  openForWriting(to).close()
  return null
}

/** The header says best why it cannot be read. */
function notThere(path: string): Error {
  readHeader(path)
  return new Trouble(
    'FILE_TROUBLE',
    `${basename(path)} cannot be reached now. Check the drive or the connection, then try again.`,
  )
}
