import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type CopyFound, lookAtCopy } from './read-back.ts'
import type { ReadBackAnswer, ReadBackTask } from './read-back-worker.ts'
import type { Expected } from './whole-copy.ts'

/** Less is read in a few hundredths of a second, sooner than a thread starts. */
const WORTH_A_THREAD = 16 * 1024 * 1024

/**
 * Reads a copy just written back; a large one in a thread of its own, so that people can go on meanwhile. Cancelled, it
 * ends at once.
 */
export async function readBack(path: string, expected: Expected, signal: AbortSignal): Promise<CopyFound> {
  signal.throwIfAborted()
  if (statSync(path).size < WORTH_A_THREAD) return lookAtCopy(path, expected)
  const worker = new Worker(workerUrl(), { workerData: { path, expected } satisfies ReadBackTask })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    const answer = await new Promise<ReadBackAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The reading back stopped before it was done')))
    })
    if (answer.kind === 'failed')
      throw Object.assign(new Error(answer.message), answer.code ? { code: answer.code } : {})
    return answer.found
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** From source the worker is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './read-back-worker.ts' : './read-back-worker.cjs', import.meta.url)
}
