import { parentPort, workerData } from 'node:worker_threads'
import { type CopyFound, lookAtCopy } from './read-back.ts'
import type { Expected } from './whole-copy.ts'

/** What the thread is given. */
export type ReadBackTask = { readonly path: string; readonly expected: Expected }

/** What it answers. An error goes by its code: an error object would lose it on the way. */
export type ReadBackAnswer =
  | { readonly kind: 'read'; readonly found: CopyFound }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

const { path, expected } = workerData as ReadBackTask

parentPort?.postMessage(answer())

function answer(): ReadBackAnswer {
  try {
    return { kind: 'read', found: lookAtCopy(path, expected) }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { kind: 'failed', code: typeof code === 'string' ? code : null, message: String(message) }
  }
}
