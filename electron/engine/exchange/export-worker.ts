import { parentPort } from 'node:worker_threads'
import type { Rows } from '../../../shared/model/snapshot.ts'
import type { BookInput, WithoutRows } from './book-input.ts'
import { type MadeFile, makeFile, type Progress } from './make-file.ts'
import { hasFont } from './picture-png.ts'

/** What the worker is sent: rows in slices, then for each file the rest and where to, one at a time. */
export type ToWorker =
  | { readonly kind: 'rows'; readonly collection: keyof Rows; readonly rows: readonly unknown[] }
  | { readonly kind: 'make'; readonly input: WithoutRows; readonly path: string }

/** What it answers. An error goes as its code and message: an error object would lose its code on the way. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'made'; readonly file: MadeFile }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

/** While nobody waits for it yet. */
void import('exceljs')
hasFont().catch(() => {})

const rows: Record<string, unknown[]> = {}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'rows') {
    rows[message.collection] ??= []
    rows[message.collection]!.push(...message.rows)
    return
  }
  const report = (progress: Progress) => answer({ kind: 'progress', progress })
  const input = { ...message.input, rows: rows as unknown as Rows } as BookInput
  makeFile(input, message.path, report).then(
    file => answer({ kind: 'made', file }),
    (error: unknown) => answer({ kind: 'failed', ...wordsOf(error) }),
  )
})

function answer(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function wordsOf(error: unknown): { code: string | null; message: string } {
  const { code } = error as { code?: unknown }
  return {
    code: typeof code === 'string' ? code : null,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}
