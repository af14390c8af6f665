import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ReadReturned } from '../../../shared/contract/control.ts'
import { shownName } from '../../../shared/text/safe-name.ts'
import { logFault } from '../../log/fault-log.ts'
import { openOther } from '../compare/copy/open-other.ts'
import { fileTrouble, isAbort } from '../exchange/file-trouble.ts'
import { knownTables } from '../exchange/returned/known-tables.ts'
import type { KnownTable } from '../exchange/returned/read-book.ts'
import { createReader, type Reader } from '../exchange/returned/read-returned-file.ts'
import { assertNotOpenHere } from '../file-identity.ts'
import type { Session } from '../session.ts'
import type { TaskHandle, Tasks } from '../tasks.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { findReturned } from './find-returned.ts'
import { type BroughtIn, finishReading, putFile, type ReviewState, startReading } from './review-state.ts'

export type ReadReturnedOptions = {
  /** The files were put there for this alone; taken away as soon as nothing needs them. */
  readonly folderOfOurs?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads returned files and other copies beside those already read, one after the other, as a task that can be watched
 * and cancelled. A file that cannot be read is on the list with its sentence; what was read before a cancel stays.
 */
export async function readReturned(
  session: Session,
  tasks: Tasks,
  chosen: readonly string[],
  { folderOfOurs, signal }: ReadReturnedOptions,
): Promise<ReadReturned> {
  const { paths, problems } = await findReturned(chosen)
  const counts = { read: 0, refused: 0 }
  const answer = (wasCancelled: boolean) => ({ ...counts, wasCancelled, problems: [...problems] })
  const known = knownTables(session.framework)
  const reader = createReader()
  if (folderOfOurs) startReading(session.review, folderOfOurs)
  try {
    if (paths.length === 0) return answer(false)
    await tasks.run({ words: words(paths, 0), unit: 'steps', total: paths.length, signal }, async task => {
      for (const [index, path] of paths.entries()) {
        task.signal.throwIfAborted()
        if (index > 0) task.say(words(paths, index))
        const file = await readOne(session, { reader, path, known }, task, share =>
          task.report(index + share),
        )
        const isOurs = folderOfOurs !== undefined && path.startsWith(folderOfOurs)
        putOnList(session.review, { ...file, folder: isOurs ? folderOfOurs : null })
        counts[file.problem ? 'refused' : 'read']++
        task.report(index + 1)
      }
    })
    return answer(false)
  } catch (error) {
    if (isAbort(error)) return answer(true)
    throw error
  } finally {
    await reader.close()
    if (folderOfOurs) finishReading(session.review, folderOfOurs)
  }
}

async function readOne(
  session: Session,
  {
    reader,
    path,
    known,
  }: { readonly reader: Reader; readonly path: string; readonly known: readonly KnownTable[] },
  task: TaskHandle,
  onProgress: (share: number) => void,
): Promise<BroughtIn> {
  const name = shownName(basename(path))
  const file = { name, path, book: null, copy: null, problem: '', twins: [], folder: null, settledBy: null }
  try {
    // Before anything is read of it: a plain read of the open workbook would drop its lock.
    assertNotOpenHere(session, path)
    if (await isWorkbook(path)) {
      const copy = await openOther(path, session, task.signal)
      return { ...file, id: copy.id, copy }
    }
    const book = await reader.read(path, known, { signal: task.signal, onProgress })
    return { ...file, id: idOf(book.hash), book }
  } catch (error) {
    if (isAbort(error)) throw error
    const id = `refused:${idOf(createHash('sha256').update(path).digest('hex'))}`
    return { ...file, id, problem: whyNotRead(error, name) }
  }
}

function whyNotRead(error: unknown, name: string): string {
  if (error instanceof Trouble) return error.message
  if (troubleOf(error)) return fileTrouble(error, name, 'read').message
  logFault(error)
  return `“${name}” could not be read because of a fault in Ninefold; nothing was changed. Try a copy of it.`
}

/** Puts a file on the list. The same content under another name is the same file; a file read again takes its place. */
function putOnList(state: ReviewState, file: BroughtIn): void {
  for (const old of state.files.values())
    if (old.path === file.path && old.id !== file.id) state.files.delete(old.id)
  const same = state.files.get(file.id)
  if (same && same.path !== file.path) {
    const twins = same.twins.includes(file.name) ? same.twins : [...same.twins, file.name]
    putFile(state, { ...same, twins, settledBy: null })
  } else putFile(state, { ...file, twins: same?.twins ?? [] })
}

function idOf(hash: string): string {
  return hash.slice(0, 16)
}

/** By its name, or by what it begins with, whatever it is called. */
async function isWorkbook(path: string): Promise<boolean> {
  if (/\.ninefold$/i.test(path)) return true
  const magic = 'SQLite format 3\0'
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
      return buffer.toString('latin1', 0, bytesRead) === magic
    } finally {
      await file.close()
    }
  } catch {
    // Whoever reads it next says why it cannot be read.
    return false
  }
}

function words(paths: readonly string[], index: number): string {
  const name = shownName(basename(paths[index]!))
  return paths.length === 1 ? `Reading ${name}` : `Reading ${name} (${index + 1} of ${paths.length})`
}
