import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createHasher } from '../../../../electron/engine/exchange/hasher.ts'

it('EV21: a thread that is left in the middle of a file hashes nothing for the next one', async () => {
  const shared = (fill: number) => Buffer.from(new SharedArrayBuffer(1024 * 1024)).fill(fill)
  const left = createHasher(32 * 1024 * 1024)
  await left.update(shared(1))
  expect(await left.digest()).toBe(hash('sha256', shared(1)))
  for (let piece = 0; piece < 20; piece++) await left.update(shared(2))
  left.digest().catch(() => {})
  await left.close()
  const next = createHasher(32 * 1024 * 1024)
  await next.update(shared(3))
  expect(await next.digest()).toBe(hash('sha256', shared(3)))
  await next.close()
})
