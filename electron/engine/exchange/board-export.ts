import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { lstat, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { syncFolder } from '../create.ts'
import { Trouble } from '../trouble.ts'
import type { BoardInput } from './board/input.ts'
import type { FromWorker, ToWorker } from './export-worker.ts'
import { fileTrouble } from './file-trouble.ts'
import type { MadeFile, Progress } from './make-board-file.ts'

/** Rows sent to the worker at a time: a few milliseconds of copying, then everyone else has a turn. */
const SLICE = 500

const A_DAY_MS = 24 * 60 * 60 * 1000

export type ExportOptions = {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Makes the board workbook at `to` in a thread of its own. It is written beside the target under a temporary name,
 * synced, read back and renamed: at `to` stands the whole file or what was there before. Cancelled, it leaves nothing.
 */
export async function exportBoard(
  input: BoardInput,
  to: string,
  options: ExportOptions = {},
): Promise<MadeFile & { readonly path: string }> {
  const name = basename(to)
  options.signal?.throwIfAborted()
  await refuseTarget(to, name)
  await sweepStale(dirname(to))
  const temporary = join(dirname(to), `.ninefold-${randomUUID().slice(0, 8)}.tmp`)
  try {
    const made = await inWorker(input, temporary, options)
    options.signal?.throwIfAborted()
    await rename(temporary, to).catch(error => {
      throw inUse(error, name)
    })
    syncFolder(dirname(to))
    return { path: to, ...made }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw fileTrouble(error, name, 'saved')
  }
}

/** What an export left here that was killed. A younger one may be another's, still being written. */
async function sweepStale(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(one => /^\.ninefold-[0-9a-f]{8}\.tmp$/.test(one))) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (found?.isFile() && Date.now() - found.mtimeMs > A_DAY_MS)
      await rm(path, { force: true }).catch(() => {})
  }
}

/** A workbook, a folder or a file of another kind must never be replaced by an export. */
async function refuseTarget(to: string, name: string): Promise<void> {
  if (extname(to).toLowerCase() !== '.xlsx')
    throw new Trouble('REFUSED', `“${name}” does not end in .xlsx. Give the Excel file a name that does.`)
  const found = await stat(to).catch(() => null)
  if (found?.isDirectory())
    throw new Trouble('REFUSED', `“${name}” is a folder. Choose another name for the Excel file.`)
}

async function inWorker(
  input: BoardInput,
  path: string,
  { onProgress, signal }: ExportOptions,
): Promise<MadeFile> {
  const worker = new Worker(workerUrl())
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    const made = answerOf(worker, onProgress)
    await Promise.all([made, send(worker, input, path, signal)])
    return await made
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** Copying all rows at once would stop the engine for as long as it takes. */
async function send(worker: Worker, input: BoardInput, path: string, signal?: AbortSignal): Promise<void> {
  const post = (message: ToWorker) => worker.postMessage(message)
  const { rows, ...rest } = input
  for (const collection of Object.keys(rows) as (keyof Rows)[]) {
    const all = rows[collection]
    for (let from = 0; from === 0 || from < all.length; from += SLICE) {
      signal?.throwIfAborted()
      post({ kind: 'rows', collection, rows: all.slice(from, from + SLICE) })
      await nextTurn()
    }
  }
  post({ kind: 'make', input: rest, path })
}

async function answerOf(worker: Worker, onProgress?: (progress: Progress) => void): Promise<MadeFile> {
  const gone = once(worker, 'exit').then(() => {
    throw new Error('The export stopped before it was done')
  })
  const answered = new Promise<MadeFile>((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'made') resolve(message.file)
      else reject(Object.assign(new Error(message.message), message.code ? { code: message.code } : {}))
    })
  })
  return Promise.race([answered, gone])
}

/** From source the worker is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './export-worker.ts' : './export-worker.cjs', import.meta.url)
}

/** Windows refuses to replace a file that a program has open, and Excel is the program that does. */
function inUse(error: unknown, name: string): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (process.platform !== 'win32' || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) return error
  return new Trouble(
    'FILE_TROUBLE',
    `“${name}” is open in another program, probably Excel. Close it there and export again.`,
  )
}
