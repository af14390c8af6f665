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
 * Runs `work` with a way to read a copy of `size` bytes back; a large one in two threads of their own, one for how it hangs
 * together and one for its evidence, so that people can go on meanwhile. They get ready while the copy is written.
 */
export async function withReadBack<T>(size: number, work: (readBack: ReadBack) => Promise<T>): Promise<T> {
  if (size < WORTH_A_THREAD) return work(async (path, expected) => lookAtCopy(path, expected))
  const [first, second] = [startThread(), startThread()]
  try {
    return await work(async (path, expected, signal) => {
      const evidence = first.ask({ kind: 'evidence', path }, signal)
      // Of a copy that does not hang together it says nothing, and may fail or never end.
      evidence.catch(() => {})
      const structure = await second.ask({ kind: 'structure', path, expected }, signal)
      const fault = structure.kind === 'structure' ? structure.fault : 'nobody knows'
      if (fault !== null) return { fault, damagedFiles: [] }
      const files = await evidence
      return { fault, damagedFiles: files.kind === 'evidence' ? files.damagedFiles : [] }
    })
  } finally {
    await Promise.all([first.end(), second.end()])
  }
}

/** The same for a copy that is written already. */
export const readBack: ReadBack = (path, expected, signal) =>
  withReadBack(statSync(path).size, read => read(path, expected, signal))

function startThread() {
  const worker = new Worker(workerUrl())
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The reading back stopped before it was done')))
  })
  gone.catch(() => {})
  return {
    ask: (task: ReadBackTask, signal: AbortSignal) => askThread(worker, gone, task, signal),
    end: () => worker.terminate(),
  }
}

type Found = Exclude<ReadBackAnswer, { readonly kind: 'failed' }>

async function askThread(
  worker: Worker,
  gone: Promise<never>,
  task: ReadBackTask,
  signal: AbortSignal,
): Promise<Found> {
  signal.throwIfAborted()
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    const answered = new Promise<ReadBackAnswer>(resolve => worker.once('message', resolve))
    worker.postMessage(task)
    const answer = await Promise.race([answered, gone])
    if (answer.kind !== 'failed') return answer
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
