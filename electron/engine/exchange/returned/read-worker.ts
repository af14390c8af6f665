import { parentPort } from 'node:worker_threads'
import { readFileAt } from './read-file.ts'
import type { TableSink } from './read-sheets.ts'
import { whyOf } from './refusals.ts'
import { type FromReader, packRow, type ReadOrder, type ToReader, type WireRow } from './wire.ts'

/** Cells sent at a time: a few milliseconds of the engine's time. */
const BATCH = 3000
const PROGRESS_BYTES = 4 * 1024 * 1024

const port = parentPort!
let rows: WireRow[] = []
let cells = 0
let reported = 0
let resume: (() => void) | null = null
port.on('message', (message: ToReader) => {
  if (message === 'taken') resume?.()
  else void read(message)
})

const sink: TableSink = {
  table: table => {
    flush()
    answer({ kind: 'table', table })
  },
  row: (number, found) => {
    rows.push(packRow(number, found))
    cells += found.size + 1
  },
  merged: ranges => {
    flush()
    answer({ kind: 'merged', ranges })
  },
  pause: () => (cells < BATCH ? null : flushAndWait()),
}

/** One file at a time; the next is asked for only when this one was read well. */
async function read({ path, known }: ReadOrder): Promise<void> {
  reported = 0
  try {
    const book = await readFileAt(path, known, sink, (unpacked, total) => {
      if (unpacked - reported < PROGRESS_BYTES) return
      reported = unpacked
      answer({ kind: 'progress', unpacked, total })
    })
    flush()
    answer({ kind: 'done', book })
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    answer({ kind: 'refused', why: whyOf(error), detail })
  }
}

/** Waits until the engine has taken what was sent, so that nothing piles up there. */
function flushAndWait(): Promise<void> {
  const taken = new Promise<void>(resolve => {
    resume = resolve
  })
  flush()
  return taken
}

function flush(): void {
  if (rows.length === 0) return
  answer({ kind: 'rows', rows })
  rows = []
  cells = 0
}

function answer(message: FromReader): void {
  port.postMessage(message)
}
