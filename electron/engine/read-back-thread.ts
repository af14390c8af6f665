import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type CopyFound, lookAtCopy } from './read-back.ts'
import type { ReadBackAnswer, ReadBackTask } from './read-back-worker.ts'
import type { Expected } from './whole-copy.ts'

/** Less is read in a few hundredths of a second, sooner than a thread starts. */
const WORTH_A_THREAD = 16 * 1024 * 1024

/** Reads a copy just written back. Cancelled, it ends at once. */
export type ReadBack = (path: string, expected: Expected, signal: AbortSignal) => Promise<CopyFound>

/**
 * Runs `work` with a way to read a copy of `size` bytes back; a large one in a thread of its own, so that people can go on
 * meanwhile. The thread gets ready while the copy is written.
 */
export async function withReadBack<T>(size: number, work: (readBack: ReadBack) => Promise<T>): Promise<T> {
  if (size < WORTH_A_THREAD) return work(async (path, expected) => lookAtCopy(path, expected))
  const worker = new Worker(workerUrl())
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The reading back stopped before it was done')))
  })
  gone.catch(() => {})
  try {
    return await work((path, expected, signal) => askThread(worker, gone, { path, expected }, signal))
  } finally {
    await worker.terminate()
  }
}

/** The same for a copy that is written already. */
export const readBack: ReadBack = (path, expected, signal) =>
  withReadBack(statSync(path).size, read => read(path, expected, signal))

async function askThread(
  worker: Worker,
  gone: Promise<never>,
  task: ReadBackTask,
  signal: AbortSignal,
): Promise<CopyFound> {
  signal.throwIfAborted()
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    const answered = new Promise<ReadBackAnswer>(resolve => worker.once('message', resolve))
    worker.postMessage(task)
    const answer = await Promise.race([answered, gone])
    if (answer.kind === 'read') return answer.found
    throw Object.assign(new Error(answer.message), answer.code ? { code: answer.code } : {})
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** From source the worker is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './read-back-worker.ts' : './read-back-worker.cjs', import.meta.url)
}
