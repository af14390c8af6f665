import { parentPort, workerData } from 'node:worker_threads'
import { lockFile, type Passed, unlockFile, type Way } from './age-file.ts'

/** What the thread is to do. */
export type AgeJob = Way & { readonly kind: 'lock' | 'unlock' }

/** What it answers. An error goes as its code: it may name a path, and never the password. */
export type FromAge =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'passed'; readonly passed: Passed }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

const { kind, ...way } = workerData as AgeJob
const report = (done: number) => answer({ kind: 'progress', done })
const work = kind === 'lock' ? lockFile(way, report) : unlockFile(way, report)
work.then(
  passed => answer({ kind: 'passed', passed }),
  (error: { code?: unknown; message?: string }) =>
    answer({
      kind: 'failed',
      code: typeof error.code === 'string' ? error.code : '',
      message: error.message ?? '',
    }),
)

function answer(message: FromAge): void {
  parentPort?.postMessage(message)
}
