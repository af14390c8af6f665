import { parentPort } from 'node:worker_threads'
import { type CopyFound, lookAtCopy } from './read-back.ts'
import type { Expected } from './whole-copy.ts'

/** What the thread is told, once there is something to read. */
export type ReadBackTask = { readonly path: string; readonly expected: Expected }

/** What it answers. An error goes by its code: an error object would lose it on the way. */
export type ReadBackAnswer =
  | { readonly kind: 'read'; readonly found: CopyFound }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

parentPort?.on('message', (task: ReadBackTask) => parentPort?.postMessage(answerOf(task)))

function answerOf({ path, expected }: ReadBackTask): ReadBackAnswer {
  try {
    return { kind: 'read', found: lookAtCopy(path, expected) }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { kind: 'failed', code: typeof code === 'string' ? code : null, message: String(message) }
  }
}
