import type { Worker } from 'node:worker_threads'

/** Threads of one kind, of which one may wait until it is needed: to start one takes longer than a small file. */
export type Threads = {
  /** Starts one, so that the next that is taken is ready. Nobody need take it: it ends when it has waited too long. */
  prepare(): void
  /** The one that is ready, or a new one. Whoever takes it ends it, or gives it back. */
  take(): Worker
  /** Lets one without work wait for whoever comes next, if none does yet; its taker no longer listens to it. */
  giveBack(worker: Worker): Promise<void>
}

/** As long as people look at a screen before they press its button. */
const MOST_WAITING_MS = 60_000

/** Threads that are started so. */
export function threadsOf(start: () => Worker, mostWaitingMs = MOST_WAITING_MS): Threads {
  let spare: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  /** Takes away the one that waits, if it still does. */
  function withdraw(): Worker | null {
    const worker = spare
    spare = null
    clearTimeout(timer)
    worker?.off('error', withdraw)
    worker?.off('exit', withdraw)
    return worker
  }

  function wait(worker: Worker): void {
    // One that dies while it waits is no loss; and none keeps the program from ending.
    worker.on('error', withdraw)
    worker.on('exit', withdraw)
    worker.unref()
    spare = worker
    timer = setTimeout(() => void withdraw()?.terminate(), mostWaitingMs)
    timer.unref()
  }

  return {
    prepare: () => wait(withdraw() ?? start()),
    async giveBack(worker) {
      const hasEnded = worker.threadId === -1
      if (spare || hasEnded) await worker.terminate()
      else wait(worker)
    },
    take() {
      const worker = withdraw() ?? start()
      worker.ref()
      return worker
    },
  }
}
