import { existsSync, fstatSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Copied, CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { roundToReport } from '../../../shared/rules/select.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { logFault } from '../../log/fault-log.ts'
import { syncFolder } from '../create.ts'
import { discard } from '../discard.ts'
import { isAbort } from '../exchange/file-trouble.ts'
import { freshId, NOT_NOTED, NOTE_FAILED } from '../export-marks.ts'
import { assertNotItself } from '../file-identity.ts'
import { describeHolder, isMarked } from '../holder.ts'
import { type EditWords, edit, type Session } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { lastSeal } from '../store/edits.ts'
import { insertRow, listAllRows } from '../store/rows.ts'
import type { TaskHandle, Tasks } from '../tasks.ts'
import { temporaryBeside } from '../temporary.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { makeWholeCopy } from '../whole-copy.ts'
import { passThroughAge } from './age-thread.ts'
import { fillCopy, fillFiles } from './fill-copy.ts'
import {
  closeCopy,
  createHidden,
  createPlain,
  hashOfFile,
  type PlainCopy,
  putCopyInPlace,
  verifyCopy,
} from './plain-copy.ts'

/** What is asked for. A password locks the copy in the age format. */
export type Asked = {
  readonly to: string
  readonly request: CopyRequest
  readonly password?: string | undefined
}

/** A copy on the disk: what was left out of it, its size in bytes, its SHA-256. */
type Made = { readonly leftOut: readonly string[]; readonly size: number; readonly hash: string }

/**
 * Makes a copy of the open workbook for others at `to`, and remembers it as sent. It is written under a temporary name,
 * read back, then named: at `to` stands the whole copy or what was there before. A failure or a cancel leaves nothing.
 */
export async function makeCopy(
  session: Session,
  tasks: Tasks,
  { to, request, password }: Asked,
  signal?: AbortSignal,
): Promise<Copied> {
  const name = basename(to)
  refuseTarget(session, to, password !== undefined)
  const canNote = session.access.mode === 'edit'
  const sent = sentCopyOf(session, request, name)
  const about = { words: `${doing[request.kind]} ${name}`, unit: 'bytes', signal } as const
  const made = await tasks.run(about, async task => {
    try {
      const done =
        request.kind === 'full' && password === undefined
          ? await backUpTo(session, to, task)
          : await writeCopy(session, { to, request, password }, task)
      // Within the task, since a workbook is closed only after those: a copy that was made is always known.
      const isNoted =
        canNote &&
        note(session, { words: doneWords(request, name), kind: 'note' }, db =>
          insertRow(db, 'sentFiles', { ...sent, fingerprint: done.hash }),
        )
      return { ...done, isNoted }
    } catch (error) {
      if (isAbort(error)) throw new Trouble('REFUSED', 'The copy was cancelled, so nothing was made.')
      throw troubleOf(error) ?? error
    }
  })
  const remarks = [...made.leftOut, ...(made.isNoted ? [] : [canNote ? NOTE_FAILED : NOT_NOTED])]
  return { path: to, size: made.size, remarks }
}

/** The copy is there, whole, whatever becomes of the line in the history: it may be all that is left of a workbook in trouble. */
function note(session: Session, words: EditWords, work: (db: WritableDb) => void): boolean {
  try {
    edit(session, undefined, words, work)
    return true
  } catch (error) {
    if (!troubleOf(error)) logFault(error)
    return false
  }
}

const doing = {
  full: 'Saving a copy as',
  light: 'Making the light copy',
  redacted: 'Making the redacted copy',
} as const

/** Byte for byte the workbook as it is. */
async function backUpTo(session: Session, to: string, task: TaskHandle): Promise<Made> {
  const temporary = temporaryBeside(to, 'copy')
  try {
    await makeWholeCopy(session.db, temporary, task)
    const hash = await hashOfFile(temporary)
    renameSync(temporary, to)
    syncFolder(dirname(to))
    return { leftOut: [], size: statSync(to).size, hash }
  } finally {
    discard(temporary)
  }
}

async function writeCopy(
  session: Session,
  { to, request, password }: Asked,
  task: TaskHandle,
): Promise<Made> {
  const plain = password === undefined ? createPlain(temporaryBeside(to, 'copy')) : createHidden(session.path)
  try {
    const { leftOut, hashes } = fillCopy(session, plain.db, request)
    await fillFiles(session, plain.db, hashes, task)
    await verifyCopy(plain, task.signal)
    const put = password === undefined ? putCopyInPlace(plain, to) : lockInto(plain, to, password, task)
    return { leftOut, ...(await put) }
  } finally {
    closeCopy(plain)
  }
}

/** The plain file has no name by now; the locked one gets its name when it has been opened again once. */
async function lockInto(
  plain: PlainCopy,
  to: string,
  password: string,
  task: TaskHandle,
): Promise<{ size: number; hash: string }> {
  plain.db.close()
  const temporary = temporaryBeside(to, 'tmp')
  try {
    task.say(`Locking ${basename(to)} with the password`)
    const total = fstatSync(plain.handle).size
    const job = { kind: 'lock', from: plain.handle, to: temporary, password } as const
    const { lockedHash, size } = await passThroughAge(job, total, task)
    renameSync(temporary, to)
    syncFolder(dirname(to))
    return { size, hash: lockedHash }
  } finally {
    discard(temporary)
  }
}

/** A locked file must not pass as a workbook, nor the other way round. */
function refuseTarget(session: Session, to: string, isLocked: boolean): void {
  const name = basename(to)
  if (isLocked !== /\.age$/i.test(name))
    throw new Trouble(
      'REFUSED',
      isLocked
        ? `A copy with a password is no workbook until it is opened, so “${name}” will not do. Give it a name that ends in .ninefold.age.`
        : `“${name}” would pass as a file that a password locks. Give the copy a name that ends in .ninefold.`,
    )
  assertNotItself(session, to)
  if (!existsSync(dirname(to)))
    throw new Trouble(
      'FILE_TROUBLE',
      `The folder for “${name}” is no longer there, so it was not saved. Choose another folder.`,
    )
  if (isMarked(to))
    throw new Trouble(
      'IN_USE',
      `${basename(to)} is open elsewhere (${describeHolder(to)}). Choose another name for the copy.`,
    )
}

/** The row by which the workbook remembers a copy. */
function sentCopyOf(session: Session, { kind, forWhom }: CopyRequest, fileName: string): SentFile {
  const rows = listAllRows(session.db)
  const madeAt = session.deps.now()
  return {
    id: freshId(session),
    kind,
    madeAt,
    madeOn: localDay(new Date(madeAt)),
    editSeq: lastSeal(session.db).seq,
    forWhom,
    fileName,
    fingerprint: '',
    rowCount: rows.actions.length,
    view: 'full',
    readers: 'others',
    roundId: roundToReport(rows).id,
    areaId: null,
    hasRatings: true,
    isAwaited: false,
    returnedAt: null,
    returnedName: '',
  }
}

/** What history calls it. */
function doneWords({ kind, forWhom }: CopyRequest, name: string): string {
  const what = { full: 'Saved a copy', light: 'Made a light copy', redacted: 'Made a redacted copy' }[kind]
  return `${what} as ${name}${forWhom ? `, for ${forWhom}` : ''}`
}
