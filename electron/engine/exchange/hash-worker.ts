import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** What the thread is sent: bytes in their order, then `null` for the hash of them all. */
export type ToHasher = Uint8Array | null

/** What it answers: that it took them, or the SHA-256, hexadecimal. */
export type FromHasher = { readonly kind: 'taken' } | { readonly kind: 'hash'; readonly hash: string }

let digest = createHash('sha256')

parentPort?.on('message', (bytes: ToHasher) => {
  if (bytes) {
    digest.update(bytes)
    return parentPort?.postMessage({ kind: 'taken' } satisfies FromHasher)
  }
  parentPort?.postMessage({ kind: 'hash', hash: digest.digest('hex') } satisfies FromHasher)
  digest = createHash('sha256')
})
