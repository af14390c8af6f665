import { setTimeout as after } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { threadsOf } from '../../../electron/engine/spare-thread.ts'

const WAITING = "require('node:worker_threads').parentPort.on('message', () => {})"

/** Threads that are counted as they start and end. */
function counted(mostWaitingMs: number, code = WAITING) {
  const counts = { started: 0, ended: 0 }
  const threads = threadsOf(() => {
    counts.started++
    const worker = new Worker(code, { eval: true })
    return worker.once('exit', () => counts.ended++)
  }, mostWaitingMs)
  return { threads, counts }
}

it('EB14: the thread that was made ready is the one that is taken, once', async () => {
  const { threads, counts } = counted(60_000)
  threads.prepare()
  threads.prepare()
  expect(counts.started).toBe(1)
  const first = threads.take()
  expect(counts.started).toBe(1)
  const second = threads.take()
  expect(counts.started).toBe(2)
  expect(second).not.toBe(first)
  await Promise.all([first.terminate(), second.terminate()])
})

it('EB14: nobody asks for it, so it ends, and the next one is new', async () => {
  const { threads, counts } = counted(50)
  threads.prepare()
  await expect.poll(() => counts.ended, { timeout: 5000 }).toBe(1)
  const worker = threads.take()
  expect(counts.started).toBe(2)
  await worker.terminate()
})

it('EB14: one that dies while it waits takes nothing with it', async () => {
  const { threads, counts } = counted(60_000, "throw new Error('broken')")
  threads.prepare()
  await expect.poll(() => counts.ended, { timeout: 5000 }).toBe(1)
  await after(20)
  const worker = threads.take()
  expect(counts.started).toBe(2)
  worker.on('error', () => {})
  await worker.terminate()
})
