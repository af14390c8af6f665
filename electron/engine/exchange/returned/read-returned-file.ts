import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { shownName } from '../../../../shared/text/safe-name.ts'
import { logFault } from '../../../log/fault-log.ts'
import { threadsOf } from '../../spare-thread.ts'
import { marksAmong } from '../file-marks.ts'
import { LIMITS } from './limits.ts'
import { coverCells } from './merged.ts'
import type { KnownTable, ReadBook, ReadRow, ReadTable } from './read-book.ts'
import { Refusal, troubleFor, whyOf } from './refusals.ts'
import { type FromReader, type ReadOrder, rowUnpacker, type ToReader } from './wire.ts'

export type ReadOptions = {
  readonly signal?: AbortSignal
  /** How much of the file is unpacked, 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Milliseconds until it is given up; a test has less patience. */
  readonly time?: number
}

/** Reads files that came back, one at a time. */
export type Reader = {
  read(path: string, known: readonly KnownTable[], options?: ReadOptions): Promise<ReadBook>
  /** Ends its thread. */
  close(): Promise<void>
}

/** The threads that read files. */
export const readingThreads = threadsOf(
  () =>
    new Worker(workerUrl(), {
      resourceLimits: {
        maxOldGenerationSizeMb: LIMITS.heap.old,
        maxYoungGenerationSizeMb: LIMITS.heap.young,
      },
      // What a library prints about a strange file is nobody's business.
      stdout: true,
      stderr: true,
    }),
)

/**
 * Reads files in a thread of its own that is killed when one takes too long or too much. A file that cannot be read is a
 * `Trouble` whose sentence names it and says what to do; a cancelling is an `AbortError`. Only a thread that read a file
 * well reads another: to start one takes longer than to read a small file.
 */
export function createReader(): Reader {
  let idle: Worker | null = null
  const inThread = async (order: ReadOrder, options: ReadOptions) => {
    const worker = idle ?? readingThreads.take()
    idle = null
    try {
      const book = await answerOf(worker, order, options)
      idle = worker
      return book
    } catch (error) {
      await worker.terminate()
      throw error
    }
  }
  return {
    async read(path, known, options = {}) {
      const { signal } = options
      signal?.throwIfAborted()
      try {
        const [book, open] = await Promise.all([inThread({ path, known }, options), openElsewhere(path)])
        return open ? { ...book, remarks: [open, ...book.remarks] } : book
      } catch (error) {
        signal?.throwIfAborted()
        const why = whyOf(error)
        if (why === 'fault') logFault(error)
        const trouble = troubleFor(why, shownName(basename(path)))
        trouble.cause = error
        throw trouble
      }
    },
    async close() {
      await idle?.terminate()
      idle = null
    },
  }
}

/** The same for one file alone. */
export async function readReturnedFile(
  path: string,
  known: readonly KnownTable[],
  options: ReadOptions = {},
): Promise<ReadBook> {
  const reader = createReader()
  try {
    return await reader.read(path, known, options)
  } finally {
    await reader.close()
  }
}

async function answerOf(
  worker: Worker,
  order: ReadOrder,
  { signal, onProgress, time = LIMITS.time }: ReadOptions,
): Promise<ReadBook> {
  let timer: NodeJS.Timeout | undefined
  let stop = () => {}
  try {
    return await new Promise((resolve, reject) => {
      stop = () => reject(signal?.reason)
      signal?.addEventListener('abort', stop)
      timer = setTimeout(() => reject(new Refusal('tooLong')), time)
      worker.on('message', listenerFor(worker, { resolve, reject, onProgress }))
      worker.on('error', (error: unknown) => {
        const { code } = error as { code?: string }
        reject(code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('tooMuch', error) : error)
      })
      worker.on('exit', () => reject(new Error('The reading thread ended without an answer')))
      worker.postMessage(order satisfies ToReader)
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
    // One that dies with nobody listening would take the engine with it.
    worker.on('error', () => {})
  }
}

/** Puts together what the thread tells of one file. */
function listenerFor(
  worker: Worker,
  told: {
    readonly resolve: (book: ReadBook) => void
    readonly reject: (error: unknown) => void
    readonly onProgress: ReadOptions['onProgress']
  },
): (message: FromReader) => void {
  const tables: (Omit<ReadTable, 'rows'> & { rows: ReadRow[] })[] = []
  const unpack = rowUnpacker()
  return message => {
    switch (message.kind) {
      case 'progress':
        told.onProgress?.(Math.min(1, message.unpacked / Math.max(1, message.total)))
        return
      case 'table':
        tables.push({ ...message.table, rows: [] })
        return
      case 'rows':
        for (const row of message.rows) tables.at(-1)!.rows.push(unpack(row))
        worker.postMessage('taken' satisfies ToReader)
        return
      case 'merged': {
        const { rows, headers } = tables.at(-1)!
        coverCells(rows, message.ranges, headers.length)
        return
      }
      case 'done':
        told.resolve({ ...message.book, marks: marksAmong(message.book.marks), tables })
        return
      case 'refused':
        told.reject(new Refusal(message.why, message.detail))
    }
  }
}

/** Excel and LibreOffice leave a small file beside the one they have open. */
async function openElsewhere(path: string): Promise<string | null> {
  const name = basename(path)
  // Excel shortens the names of long files by two letters instead of making its own longer.
  const locks = new Set([`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`])
  const beside = await readdir(dirname(path)).catch(() => [])
  if (!beside.some(one => locks.has(one))) return null
  return 'It is still open in another program: what is not saved there was not read.'
}

/** From source the thread is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './read-worker.ts' : './read-worker.cjs', import.meta.url)
}
