import { Worker } from 'node:worker_threads'
import type { TaskHandle } from '../tasks.ts'
import type { Passed } from './age-file.ts'
import type { AgeJob, FromAge } from './age-worker.ts'

/**
 * Locks or unlocks a file in a thread of its own: making a key of a password takes a second and a quarter of a gigabyte on
 * purpose. Cancelled, it ends at once; whoever asked takes away what was written by then.
 */
export async function passThroughAge(
  job: AgeJob,
  total: number,
  { signal, report }: Pick<TaskHandle, 'signal' | 'report'>,
): Promise<Passed> {
  signal.throwIfAborted()
  const worker = new Worker(workerUrl(), { workerData: job })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise<Passed>((resolve, reject) => {
      worker.on('message', (message: FromAge) => {
        if (message.kind === 'progress') report(message.done, total)
        else if (message.kind === 'passed') resolve(message.passed)
        else reject(Object.assign(new Error(message.message), { code: message.code }))
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The locking stopped before it was done')))
    })
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
  return new URL(isSource ? './age-worker.ts' : './age-worker.cjs', import.meta.url)
}
