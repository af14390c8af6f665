import { parentPort } from 'node:worker_threads'
import { damagedFilesIn, faultOfCopy } from './read-back.ts'
import type { Expected } from './whole-copy.ts'

/** What the thread is told, once there is something to read: to look at how it hangs together, or at the evidence files. */
export type ReadBackTask =
  | { readonly kind: 'structure'; readonly path: string; readonly expected: Expected }
  | { readonly kind: 'evidence'; readonly path: string }

/** What it answers. An error goes by its code: an error object would lose it on the way. */
export type ReadBackAnswer =
  | { readonly kind: 'structure'; readonly fault: string | null }
  | { readonly kind: 'evidence'; readonly damagedFiles: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

parentPort?.on('message', (task: ReadBackTask) => parentPort?.postMessage(answerOf(task)))

function answerOf(task: ReadBackTask): ReadBackAnswer {
  try {
    return task.kind === 'structure'
      ? { kind: 'structure', fault: faultOfCopy(task.path, task.expected) }
      : { kind: 'evidence', damagedFiles: damagedFilesIn(task.path) }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { kind: 'failed', code: typeof code === 'string' ? code : null, message: String(message) }
  }
}
