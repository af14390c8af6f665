import type { Attached, Person } from '../../shared/contract/control.ts'
import type { Evidence, EvidenceTargets } from '../../shared/model/evidence.ts'
import type { EvidenceId } from '../../shared/model/ids.ts'
import { mediaTypeOf } from '../../shared/rules/media-type.ts'
import { refOf } from '../../shared/text/names.ts'
import { extensionOf, shownName } from '../../shared/text/safe-name.ts'
import { isAbort } from './exchange/file-trouble.ts'
import { type StreamedIn, streamIn, takeBack } from './exchange/files.ts'
import { walk } from './exchange/walk.ts'
import { addEvidence, assertTargets, blankEvidence } from './handlers/evidence.ts'
import { edit, type Session, writableOf } from './session.ts'
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
 * Reads each file into the workbook and names it as evidence in an edit of its own. A file that cannot be attached
 * is told in a sentence and the others go on; a cancel or a full disk ends it. What is in by then stays.
 */
export async function attachFiles(
  session: Session,
  tasks: Tasks,
  files: readonly FileToAttach[],
  options: AttachOptions,
): Promise<Attached> {
  writableOf(session)
  assertTargets(session, options.targets)
  const evidenceIds: EvidenceId[] = []
  const problems: { name: string; sentence: string }[] = []
  if (files.length === 0) return { evidenceIds, problems, wasCancelled: false }
  const total = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  const words = attachingWords(files, 0)
  try {
    await tasks.run({ words, unit: 'bytes', total, signal: options.signal }, async task => {
      let done = 0
      for (const [index, file] of files.entries()) {
        if (index > 0) task.say(attachingWords(files, index))
        try {
          evidenceIds.push(await attachFile(session, file, options, task, done))
        } catch (error) {
          if (isAbort(error)) throw error
          problems.push({ name: shownName(file.name), sentence: sentenceOf(error, file.name) })
          if (troubleOf(error)?.code === 'DISK_FULL') {
            problems.push(...files.slice(index + 1).map(later => notTried(later.name)))
            return
          }
        }
        done += file.size ?? 0
        task.report(done)
      }
    })
    return { evidenceIds, problems, wasCancelled: false }
  } catch (error) {
    if (isAbort(error)) return { evidenceIds, problems, wasCancelled: true }
    throw error
  }
}

async function attachFile(
  session: Session,
  file: FileToAttach,
  { targets, person }: AttachOptions,
  task: TaskHandle,
  before: number,
): Promise<EvidenceId> {
  task.signal.throwIfAborted()
  const db = writableOf(session)
  const name = shownName(file.name) || 'Untitled'
  const streamed = await streamIn(db, file.from, {
    name,
    signal: task.signal,
    onProgress: done => task.report(before + done),
    ...(typeof file.from !== 'string' && file.size !== undefined ? { size: file.size } : {}),
  })
  try {
    const twin = findTwin(session, streamed.hash, targets)
    if (twin && findRow(db, 'leftOutFiles', streamed.hash)) return fillIn(session, person, twin)
    if (twin) {
      const sentence = `“${name}” is already attached here as ${refOf('evidence', twin.ref)} ${twin.title}, so it was not attached again.`
      throw new Trouble('REFUSED', sentence)
    }
    const item = describe(blankEvidence(session), name, streamed)
    addEvidence(session, person, item, targets, `Attached ${name}`)
    return item.id
  } catch (error) {
    if (streamed.isNew) await takeBack(db, streamed.hash)
    throw error
  }
}

/** A light copy named the item without its file, which came in just now. */
function fillIn(session: Session, person: Person | undefined, twin: Evidence): EvidenceId {
  const words = `Brought the file of ${refOf('evidence', twin.ref)} ${twin.title} into this copy`
  edit(session, person, { words, about: { evidenceId: twin.id } }, db =>
    deleteRow(db, 'leftOutFiles', twin.contentHash),
  )
  return twin.id
}

function describe(blank: Evidence, name: string, { hash, size, head }: StreamedIn): Evidence {
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

function notTried(name: string): { name: string; sentence: string } {
  return {
    name: shownName(name),
    sentence: `“${shownName(name)}” was not attached, because the disk is full.`,
  }
}
