import { parentPort, workerData } from 'node:worker_threads'
import { damagedFilesIn, faultOfCopy } from './read-back.ts'
import type { Expected } from './whole-copy.ts'

/** What the thread is given. */
export type ReadBackTask = { readonly path: string; readonly expected: Expected }

/** What was found on reading a copy back. */
export type CopyFound = {
  /** Why it is not what was meant, for the log. */
  readonly fault: string | null
  /** Hashes of evidence files that are not whole in it. In a true copy of a damaged file these are damaged too. */
  readonly damagedFiles: readonly string[]
}

/** What it answers. An error goes by its code: an error object would lose it on the way. */
export type ReadBackAnswer =
  | { readonly kind: 'read'; readonly found: CopyFound }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

const { path, expected } = workerData as ReadBackTask

parentPort?.postMessage(answer())

function answer(): ReadBackAnswer {
  try {
    return { kind: 'read', found: look() }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { kind: 'failed', code: typeof code === 'string' ? code : null, message: String(message) }
  }
}

function look(): CopyFound {
  const fault = faultOfCopy(path, expected)
  return { fault, damagedFiles: fault === null ? damagedFilesIn(path) : [] }
}
