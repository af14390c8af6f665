import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { threadsOf } from '../spare-thread.ts'
import type { FromHasher, ToHasher } from './hash-worker.ts'

/** Works out the SHA-256 of bytes that come in pieces, of one file after another. */
export type Hasher = {
  /**
   * Takes the piece: whoever gave it may not use it any more; one in shared memory stays his, and is not to change before the
   * hash is there. Waits when too many are not hashed yet.
   */
  update(bytes: Uint8Array): Promise<void>
  /** Of everything since the last one was asked for, hexadecimal. */
  digest(): Promise<string>
  close(): Promise<void>
}

/** Less is hashed sooner than a thread starts. */
const WORTH_A_THREAD = 16 * 1024 * 1024

/** Pieces on their way to the thread, a megabyte each: those that come while it starts. */
const MOST_WAITING = 32

/** For so many bytes: many are hashed in a thread of their own, while the next ones are read and written. */
export function createHasher(size: number): Hasher {
  return size < WORTH_A_THREAD ? hashHere() : hashInThread()
}

function hashHere(): Hasher {
  let digest = createHash('sha256')
  return {
    update: async bytes => void digest.update(bytes),
    async digest() {
      const hash = digest.digest('hex')
      digest = createHash('sha256')
      return hash
    },
    close: async () => {},
  }
}

/**
 * The threads that hash. One without work waits for the next file: to start one costs two thirds of hashing 100 MB. One that ends
 * harms nobody but who waits for it.
 */
const hashThreads = threadsOf(() => new Worker(workerUrl()).on('error', () => {}))

function hashInThread(): Hasher {
  const worker = hashThreads.take()
  const asked: ((hash: string) => void)[] = []
  let isWithin = false
  let waiting = 0
  let taken = () => {}
  let reject = (_error: unknown) => {}
  const gone = new Promise<never>((_, no) => {
    reject = no
  })
  gone.catch(() => {})
  const onExit = () => reject(new Error('The hashing stopped before it was done'))
  const onMessage = (message: FromHasher) => {
    if (message.kind === 'hash') return asked.shift()!(message.hash)
    waiting--
    taken()
  }
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  const post = (message: ToHasher) =>
    worker.postMessage(message, message && message.buffer instanceof ArrayBuffer ? [message.buffer] : [])
  return {
    async update(bytes) {
      while (waiting >= MOST_WAITING) {
        const next = new Promise<void>(resolve => {
          taken = resolve
        })
        await Promise.race([next, gone])
      }
      waiting++
      isWithin = true
      post(bytes)
    },
    digest() {
      const hash = new Promise<string>(resolve => {
        asked.push(resolve)
      })
      isWithin = false
      post(null)
      return Promise.race([hash, gone])
    },
    async close() {
      // By name: a thread whose listeners all go hears nothing any more.
      worker.off('message', onMessage).off('error', reject).off('exit', onExit)
      // One that was broken off still has a part of its file, or an answer that the next one would take for its own.
      if (!isWithin && asked.length === 0) await hashThreads.giveBack(worker)
      else await worker.terminate()
    },
  }
}

/** From source the thread is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './hash-worker.ts' : './hash-worker.cjs', import.meta.url)
}
