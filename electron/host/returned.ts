import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ReadReturned } from '../../shared/contract/control.ts'
import { LARGEST_RETURNED, MOST_RETURNED } from '../../shared/rules/returned-files.ts'
import { safeFileName, shownName } from '../../shared/text/safe-name.ts'
import { sizeOf } from '../../shared/text/sizes.ts'
import { Trouble } from '../engine/trouble.ts'
import { answer } from './answer.ts'
import { ARRIVING } from './tickets.ts'
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
        if (batch.count < MOST_RETURNED) problem = await store(batch, name, request)
        else
          problem = `More than ${MOST_RETURNED.toLocaleString('en-GB')} files came at once, so “${shown}” was not read. Bring the rest in after these.`
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

/** Writes one file into a folder of its own, where no two names meet; gives why it was not taken, if it was not. */
async function store(batch: Batch, name: string, request: IncomingMessage): Promise<string | null> {
  const safe = safeFileName(name)
  const most = LARGEST_RETURNED[safe.toLowerCase().endsWith('.ninefold') ? 'copy' : 'excel']
  const tooLarge = `“${shownName(name)}” is over ${sizeOf(most)}, so it was not read. Check that it is the file that was sent out.`
  if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge
  const number = String(++batch.count).padStart(5, '0')
  const path = join(await batch.folder, number, safe)
  try {
    await mkdir(dirname(path))
    await pipeline(
      request.iterator({ destroyOnReturn: false }),
      upTo(most),
      createWriteStream(path, { flags: 'wx' }),
    )
    batch.paths.push(path)
    return null
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true })
    if (error instanceof TooLarge) return tooLarge
    throw troubleWith(shownName(name), (error as NodeJS.ErrnoException).code)
  }
}

function troubleWith(name: string, code: string | undefined): Trouble {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Trouble(
      'DISK_FULL',
      `The disk is full, so “${name}” was not read. Make some room and try again.`,
    )
  return new Trouble('FILE_TROUBLE', `“${name}” did not arrive whole, so it was not read. Try it once more.`)
}

class TooLarge extends Error {}

/** Passes on at most so many bytes: what a sender says of its length need not be true. */
function upTo(most: number) {
  return async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0
    for await (const piece of pieces) {
      size += piece.length
      if (size > most) throw new TooLarge()
      yield piece
    }
  }
}
