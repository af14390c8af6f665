import './promise-with-resolvers.ts'
import {
  GlobalWorkerOptions,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Client } from '../../boot/shell.ts'
import workerUrl from './pdf-worker.ts?worker&url'
import { readEvidence } from './read-evidence.ts'

GlobalWorkerOptions.workerSrc = workerUrl

/** A picture inside a PDF with more pixels than this is left out rather than fill the memory. */
const LARGEST_PICTURE_PIXELS = 64_000_000

/**
 * Opens a PDF of the workbook for drawing. Only the pieces of the file that a page needs are read. Nothing in it runs
 * or fetches: no scripts, forms, links, outside fonts or addresses. `destroy` the task when done.
 */
export function openPdf(client: Pick<Client, 'evidence'>, item: Pick<Evidence, 'id' | 'size'>) {
  const stop = new AbortController()
  const range = new Pieces(client, item, stop.signal)
  const task: PDFDocumentLoadingTask = getDocument({
    range,
    rangeChunkSize: 256 * 1024,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    maxImageSize: LARGEST_PICTURE_PIXELS,
    verbosity: 0,
  })
  range.onProblem = problem => {
    if (!stop.signal.aborted) void task.destroy()
    range.problem = problem
  }
  return {
    document: task.promise.catch(error => {
      throw range.problem ?? error
    }),
    close: () => {
      stop.abort()
      return task.destroy()
    },
  }
}

/** Gives pdf.js the pieces it asks for, from the engine. */
class Pieces extends PDFDataRangeTransport {
  readonly #client: Pick<Client, 'evidence'>
  readonly #item: Pick<Evidence, 'id' | 'size'>
  readonly #signal: AbortSignal
  onProblem: (problem: unknown) => void = () => {}
  problem: unknown = null

  constructor(client: Pick<Client, 'evidence'>, item: Pick<Evidence, 'id' | 'size'>, signal: AbortSignal) {
    super(item.size, null)
    this.#client = client
    this.#item = item
    this.#signal = signal
  }

  override requestDataRange(begin: number, end: number): void {
    readEvidence(this.#client, this.#item.id, { offset: begin, length: end - begin }, this.#signal)
      .then(bytes => this.onDataRange(begin, bytes))
      .catch(problem => this.onProblem(problem))
  }
}
