import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { threadsOf } from '../spare-thread.ts'
import type { WithoutRows } from './book-input.ts'
import type { FromWorker, ToWorker } from './export-worker.ts'
import type { MadeFile, Progress } from './make-file.ts'

/** Rows sent to the worker at a time: a few milliseconds of copying, then everyone else has a turn. */
const SLICE = 500

/** Makes one file of the rows at a path where there is none yet. One at a time. */
export type Make = (
  input: WithoutRows,
  path: string,
  onProgress?: (progress: Progress) => void,
) => Promise<MadeFile>

/** The threads that make files. */
export const exportThreads = threadsOf(() => new Worker(workerUrl()))

/** Runs `work` with a thread of its own that has the rows. Cancelled, the thread ends at once, whatever it does. */
export async function withExportThread<T>(
  rows: Rows,
  signal: AbortSignal | undefined,
  work: (make: Make) => Promise<T>,
): Promise<T> {
  const worker = exportThreads.take()
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The export stopped before it was done')))
  })
  gone.catch(() => {})
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  const sent = send(worker, rows, signal)
  try {
    const make: Make = async (input, path, onProgress) => {
      await Promise.race([sent, gone])
      const made = answerOf(worker, onProgress)
      worker.postMessage({ kind: 'make', input, path } satisfies ToWorker)
      return Promise.race([made, gone])
    }
    const made = await work(make)
    // Nobody waits until its memory is given back.
    stop()
    return made
  } catch (error) {
    // What it wrote is taken away next, so it must not write any more.
    await worker.terminate()
    signal?.throwIfAborted()
    throw error
  } finally {
    sent.catch(() => {})
    signal?.removeEventListener('abort', stop)
  }
}

/** Copying all rows at once would stop the engine for as long as it takes. */
async function send(worker: Worker, rows: Rows, signal?: AbortSignal): Promise<void> {
  for (const collection of Object.keys(rows) as (keyof Rows)[]) {
    const all = rows[collection]
    for (let from = 0; from === 0 || from < all.length; from += SLICE) {
      signal?.throwIfAborted()
      const message: ToWorker = { kind: 'rows', collection, rows: all.slice(from, from + SLICE) }
      worker.postMessage(message)
      await nextTurn()
    }
  }
}

function answerOf(worker: Worker, onProgress?: (progress: Progress) => void): Promise<MadeFile> {
  return new Promise<MadeFile>((resolve, reject) => {
    worker.on('message', function listen(message: FromWorker) {
      if (message.kind === 'progress') return onProgress?.(message.progress)
      worker.off('message', listen)
      if (message.kind === 'made') resolve(message.file)
      else reject(Object.assign(new Error(message.message), message.code ? { code: message.code } : {}))
    })
  })
}

/** From source the worker is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './export-worker.ts' : './export-worker.cjs', import.meta.url)
}
