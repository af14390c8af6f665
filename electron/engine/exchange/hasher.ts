import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { FromHasher, ToHasher } from './hash-worker.ts'

/** Works out the SHA-256 of bytes that come in pieces. */
export type Hasher = {
  /** Takes the piece: whoever gave it may not use it any more. Waits when too many are not hashed yet. */
  update(bytes: Uint8Array): Promise<void>
  /** Of everything so far, hexadecimal. */
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
  const digest = createHash('sha256')
  return {
    update: async bytes => void digest.update(bytes),
    digest: async () => digest.digest('hex'),
    close: async () => {},
  }
}

function hashInThread(): Hasher {
  const worker = new Worker(workerUrl())
  let waiting = 0
  let taken = () => {}
  let hashed = (_hash: string) => {}
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The hashing stopped before it was done')))
  })
  gone.catch(() => {})
  worker.on('message', (message: FromHasher) => {
    if (message.kind === 'hash') return hashed(message.hash)
    waiting--
    taken()
  })
  const post = (message: ToHasher) =>
    worker.postMessage(message, message ? [message.buffer as ArrayBuffer] : [])
  return {
    async update(bytes) {
      while (waiting >= MOST_WAITING) {
        const next = new Promise<void>(resolve => {
          taken = resolve
        })
        await Promise.race([next, gone])
      }
      waiting++
      post(bytes)
    },
    digest() {
      const hash = new Promise<string>(resolve => {
        hashed = resolve
      })
      post(null)
      return Promise.race([hash, gone])
    },
    async close() {
      await worker.terminate()
    },
  }
}

/** From source the thread is TypeScript; built, it stands beside the engine as one file. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './hash-worker.ts' : './hash-worker.cjs', import.meta.url)
}
