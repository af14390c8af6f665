import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadReturned } from '../../shared/contract/control.ts'
import { ARRIVING, MOST_FILES } from '../../shared/rules/folder-files.ts'
import { shownName } from '../../shared/text/safe-name.ts'
import { keepArriving } from '../engine/arriving.ts'
import { Trouble } from '../engine/trouble.ts'
import { answer } from './answer.ts'
import { controlOf, type HostedWorkbook, type Workbooks } from './workbooks.ts'

/** A page that sends files and never asks for them to be read has gone. */
const GIVE_UP_AFTER_MS = 10 * 60_000

type Batch = {
  readonly folder: Promise<string>
  readonly paths: string[]
  count: number
  timer?: NodeJS.Timeout
}

/** Files that came back, on their way from a browser to the review: those of one batch are read together. */
export type Returned = {
  /** `PUT /w/<id>/returned?batch=…&name=…`: the bytes of one file. */
  serve(id: string, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Reads a batch into the review. The files go once nothing needs them. */
  read(id: string, batch: string, signal?: AbortSignal): Promise<ReadReturned>
  close(): Promise<void>
}

/** None has come yet. A batch that nobody asks about is given up after a while. */
export function createReturned(workbooks: Workbooks, giveUpAfterMs = GIVE_UP_AFTER_MS): Returned {
  const batches = new Map<string, Batch>()

  function batchOf(workbook: HostedWorkbook, key: string): Batch {
    const known = batches.get(key)
    if (known) return known
    const fresh: Batch = { folder: mkdtemp(join(tmpdir(), ARRIVING)), paths: [], count: 0 }
    batches.set(key, fresh)
    workbook.closed.addEventListener('abort', () => void giveUp(key, fresh), { once: true })
    return fresh
  }

  async function giveUp(key: string, batch: Batch): Promise<void> {
    if (batches.get(key) === batch) batches.delete(key)
    clearTimeout(batch.timer)
    await batch.folder.then(folder => rm(folder, { recursive: true, force: true })).catch(() => {})
  }

  /** From the last thing heard of it. */
  function waitFor(key: string, batch: Batch): void {
    clearTimeout(batch.timer)
    batch.timer = setTimeout(() => void giveUp(key, batch), giveUpAfterMs)
    batch.timer.unref()
  }

  return {
    async serve(id, request, response) {
      const workbook = workbooks.get(id)
      const { searchParams } = new URL(request.url!, 'http://host')
      const [batchId, name] = [searchParams.get('batch') ?? '', searchParams.get('name') ?? '']
      if (!/^[\w-]{10,64}$/.test(batchId) || !name) {
        request.resume()
        return answer(response, 400, 'The file came without its name or what it belongs to.')
      }
      const key = `${id}/${batchId}`
      const batch = batchOf(workbook, key)
      const shown = shownName(name) || 'The file'
      clearTimeout(batch.timer)
      let problem: string | null = null
      try {
        if (batch.count >= MOST_FILES)
          problem = `More than ${MOST_FILES.toLocaleString('en-GB')} files came at once, so “${shown}” was not read. Bring the rest in after these.`
        else {
          const size = Number(request.headers['content-length'] ?? 0)
          const pieces = request.iterator({ destroyOnReturn: false })
          batch.paths.push(await keepArriving(await batch.folder, ++batch.count, { name, size, pieces }))
        }
      } catch (error) {
        if (!(error instanceof Trouble && error.code === 'REFUSED')) throw error
        problem = error.message
      } finally {
        waitFor(key, batch)
      }
      // What is still coming of a file that was refused: a browser reads the answer only once it has sent everything.
      request.resume()
      if (problem) answer(response, 413, problem)
      else answer(response, 200, {})
    },

    async read(id, batchId, signal) {
      const workbook = workbooks.get(id)
      const key = `${id}/${batchId}`
      const batch = batches.get(key)
      if (!batch || batch.paths.length === 0)
        throw new Trouble('NOT_FOUND', 'The files that came back did not arrive. Choose them again.')
      batches.delete(key)
      clearTimeout(batch.timer)
      try {
        const paths = batch.paths.toSorted()
        const folderOfOurs = await batch.folder
        return await controlOf(workbook.engine).review.read({ paths, folderOfOurs }, { signal })
      } catch (error) {
        await giveUp(key, batch)
        throw error
      }
    },

    async close() {
      await Promise.all([...batches].map(([key, batch]) => giveUp(key, batch)))
    },
  }
}
