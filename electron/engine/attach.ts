import type { Attached, Person } from '../../shared/contract/control.ts'
import type { Evidence, EvidenceTargets } from '../../shared/model/evidence.ts'
import type { EvidenceId } from '../../shared/model/ids.ts'
import { mediaTypeOf } from '../../shared/rules/media-type.ts'
import { refOf } from '../../shared/text/names.ts'
import { extensionOf, shownName } from '../../shared/text/safe-name.ts'
import { fileTrouble, isAbort } from './exchange/file-trouble.ts'
import { streamIn, takeBack } from './exchange/files.ts'
import { createRoom, type HeldFile, isSmall } from './exchange/hold.ts'
import { walk } from './exchange/walk.ts'
import { assertTargets, blankEvidence, evidenceEdit } from './handlers/evidence.ts'
import { edit, editEach, type PlannedEdit, type Session, writableOf } from './session.ts'
import { insertContent } from './store/content.ts'
import { isDiskFault } from './store/database.ts'
import { linksOf } from './store/evidence-links.ts'
import { deleteRow, findRow, listRowsWhere } from './store/rows.ts'
import type { TaskHandle, Tasks } from './tasks.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** What the files are attached to, by whom, and a way to stop. */
export type AttachOptions = {
  readonly targets: EvidenceTargets
  readonly person?: Person | undefined
  readonly signal?: AbortSignal | undefined
}

/** A file to come: by its path, or as bytes that arrive. */
export type FileToAttach = {
  readonly name: string
  /** Undefined while unknown. */
  readonly size?: number | undefined
  readonly from: string | AsyncIterable<Uint8Array>
}

/** Attaches files and whole folders. */
export async function attachPaths(
  session: Session,
  tasks: Tasks,
  paths: readonly string[],
  options: AttachOptions,
): Promise<Attached> {
  const { files, problems } = await walk(paths)
  const found = files.map(({ path, name, size }) => ({ name, size, from: path }))
  const attached = await attachFiles(session, tasks, found, options)
  return { ...attached, problems: [...problems, ...attached.problems] }
}

/**
 * Reads each file into the workbook and names it as evidence in an edit of its own; small files are saved together, some
 * megabytes at once. A file that cannot be attached is told in a sentence and the others go on; a cancel or a full disk ends
 * it. What is in by then stays.
 */
export async function attachFiles(
  session: Session,
  tasks: Tasks,
  files: readonly FileToAttach[],
  options: AttachOptions,
): Promise<Attached> {
  writableOf(session)
  assertTargets(session, options.targets)
  const outcome = { evidenceIds: [] as EvidenceId[], problems: [] as Attached['problems'] }
  if (files.length === 0) return { ...outcome, wasCancelled: false }
  const total = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  const words = attachingWords(files, 0)
  try {
    await tasks.run({ words, unit: 'bytes', total, signal: options.signal }, task =>
      attachEach(session, files, options, task, outcome),
    )
    return { ...outcome, wasCancelled: false }
  } catch (error) {
    if (isAbort(error)) return { ...outcome, wasCancelled: true }
    throw error
  }
}

/** What is known of a file that was read. */
type Received = Omit<HeldFile, 'chunks' | 'hash'> & { readonly name: string; readonly hash: string }

type Held = HeldFile & { readonly name: string }

async function attachEach(
  session: Session,
  files: readonly FileToAttach[],
  options: AttachOptions,
  task: TaskHandle,
  { evidenceIds, problems }: Pick<Attached, 'evidenceIds' | 'problems'>,
): Promise<void> {
  const room = createRoom(files.reduce((sum, { size }) => sum + (isSmall(size) ? size : 0), 0))
  // What was read last, and what was read before that: its hashes were worked out meanwhile, so now it is saved.
  let held: Held[] = []
  let waiting: Held[] = []
  let isFull = false
  let done = 0

  function tell(name: string, error: unknown): void {
    isFull ||= troubleOf(error)?.code === 'DISK_FULL'
    problems.push({ name: shownName(name), sentence: sentenceOf(error, name) })
  }

  async function turn(): Promise<void> {
    const some = waiting
    waiting = held
    held = []
    await save(some)
    room.turn()
  }

  async function saveAll(): Promise<void> {
    await turn()
    await turn()
  }

  async function save(some: readonly Held[]): Promise<void> {
    if (some.length === 0) return
    if (isFull) return void problems.push(...some.map(notTried))
    try {
      const hashed = await Promise.all(some.map(async file => ({ ...file, hash: await file.hash })))
      const made = editEach(session, options.person, hashed, file =>
        planOf(session, file, options.targets, file.chunks),
      )
      for (const [index, one] of made.entries())
        if ('id' in one) evidenceIds.push(one.id as EvidenceId)
        else tell(some[index]!.name, one.refused)
    } catch (error) {
      // None is in, and no sentence says why: each alone, so that those go in for which the disk does not fail.
      if (some.length > 1 && !(error instanceof Trouble)) for (const one of some) await save([one])
      else
        for (const { name } of some)
          tell(name, isDiskFault(error) ? fileTrouble(error, name, 'attached') : error)
    }
  }

  try {
    for (const [index, file] of files.entries()) {
      task.signal.throwIfAborted()
      if (index > 0) task.say(attachingWords(files, index))
      const { size } = file
      if (!isSmall(size)) await saveAll()
      else if (!room.hasPlaceFor(size)) await turn()
      if (isFull) {
        await saveAll()
        return void problems.push(...files.slice(index).map(notTried))
      }
      const name = nameOf(file)
      try {
        if (isSmall(size)) {
          const db = writableOf(session)
          held.push({ name, ...(await room.hold(db, { from: file.from, name, size }, task.signal)) })
        } else evidenceIds.push(await attachLarge(session, file, options, task, done))
      } catch (error) {
        if (isAbort(error)) throw error
        tell(file.name, error)
      }
      done += size ?? 0
      task.report(done)
    }
  } finally {
    await saveAll()
    await room.close()
  }
}

/** Too large to be held: its bytes go in piece by piece, and then the edit that names them. */
async function attachLarge(
  session: Session,
  file: FileToAttach,
  { targets, person }: AttachOptions,
  task: TaskHandle,
  before: number,
): Promise<EvidenceId> {
  const db = writableOf(session)
  const name = nameOf(file)
  const streamed = await streamIn(db, file.from, {
    name,
    signal: task.signal,
    onProgress: done => task.report(before + done),
    ...(typeof file.from !== 'string' && file.size !== undefined ? { size: file.size } : {}),
  })
  try {
    const planned = planOf(session, { name, ...streamed }, targets)
    edit(session, person, planned, planned.work)
    return planned.id as EvidenceId
  } catch (error) {
    if (streamed.isNew) await takeBack(db, streamed.hash)
    throw error
  }
}

/** The edit that names a file as evidence; `chunks` are its bytes, if they are not in the workbook yet. */
function planOf(
  session: Session,
  file: Received,
  targets: EvidenceTargets,
  chunks?: readonly Uint8Array[],
): PlannedEdit {
  const { work, ...planned } = planWithin(session, file, targets)
  return {
    ...planned,
    work(db) {
      if (chunks) insertContent(db, { hash: file.hash, size: file.size, chunks })
      work(db)
    },
  }
}

function planWithin(session: Session, file: Received, targets: EvidenceTargets): PlannedEdit {
  const twin = findTwin(session, file.hash, targets)
  if (!twin) {
    const item = describe(blankEvidence(session), file)
    return evidenceEdit(session, item, targets, `Attached ${file.name}`)
  }
  if (findRow(session.db, 'leftOutFiles', file.hash)) return fillIn(twin)
  const sentence = `“${file.name}” is already attached here as ${refOf('evidence', twin.ref)} ${twin.title}, so it was not attached again.`
  throw new Trouble('REFUSED', sentence)
}

/** A light copy named the item without its file, which came in just now. */
function fillIn({ id, ref, title, contentHash }: Evidence): PlannedEdit {
  const words = `Brought the file of ${refOf('evidence', ref)} ${title} into this copy`
  return { words, about: { evidenceId: id }, id, work: db => deleteRow(db, 'leftOutFiles', contentHash) }
}

function nameOf(file: FileToAttach): string {
  return shownName(file.name) || 'Untitled'
}

function describe(blank: Evidence, { name, hash, size, head }: Received): Evidence {
  const extension = extensionOf(name)
  const stem = extension && name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name
  const title = stem.trim() || name
  return { ...blank, title, fileName: name, mediaType: mediaTypeOf(name, head), size, contentHash: hash }
}

/** An item with the same content that already backs all that this one would. */
function findTwin(session: Session, hash: string, targets: EvidenceTargets): Evidence | undefined {
  const wanted = [...targets.areaIds, ...targets.principleIds, ...targets.actionIds] as string[]
  return listRowsWhere(session.db, 'evidence', 'contentHash', hash).find(item => {
    const tied = linksOf(session.db, item.id).map(link => link.areaId ?? link.principleId ?? link.actionId)
    return wanted.every(id => (tied as (string | null)[]).includes(id))
  })
}

function attachingWords(files: readonly FileToAttach[], index: number): string {
  const name = shownName(files[index]!.name)
  return files.length === 1 ? `Attaching ${name}` : `Attaching ${name} (${index + 1} of ${files.length})`
}

function sentenceOf(error: unknown, name: string): string {
  const known = troubleOf(error)
  return known?.message ?? `“${shownName(name)}” could not be attached. Try again, or attach a copy of it.`
}

function notTried({ name }: { readonly name: string }): { name: string; sentence: string } {
  const shown = shownName(name)
  return { name: shown, sentence: `“${shown}” was not attached, because the disk is full.` }
}
