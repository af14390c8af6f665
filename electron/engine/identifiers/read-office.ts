import { Worker } from 'node:worker_threads'
import { LIMITS } from '../exchange/returned/limits.ts'

/** Milliseconds until a file is given up. */
const PATIENCE = 20_000

/**
 * The words of a document in a thread of its own, which is killed when it takes too long or too much; `null` when they could
 * not be read.
 */
export async function readOffice(bytes: Uint8Array, signal: AbortSignal): Promise<string | null> {
  const worker = new Worker(workerUrl(), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heap.old, maxYoungGenerationSizeMb: LIMITS.heap.young },
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  let stop = () => {}
  try {
    return await new Promise<string | null>(resolve => {
      stop = () => resolve(null)
      signal.addEventListener('abort', stop)
      timer = setTimeout(stop, PATIENCE)
      worker.once('message', resolve)
      worker.once('error', stop)
      worker.once('exit', stop)
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** From source the thread is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './office-worker.ts' : './office-worker.cjs', import.meta.url)
}
