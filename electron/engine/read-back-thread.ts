import { Worker } from 'node:worker_threads'
import type { CopyFound, ReadBackAnswer, ReadBackTask } from './read-back-worker.ts'
import type { Expected } from './whole-copy.ts'

/** Reads a copy just written back in a thread of its own, so that people can go on meanwhile. Cancelled, it ends at once. */
export async function readBack(path: string, expected: Expected, signal: AbortSignal): Promise<CopyFound> {
  signal.throwIfAborted()
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
