import { EventPublisher } from '@orpc/server'
import type { Task } from '../../shared/contract/task.ts'

/** People cannot read faster, and a progress bar need not move more often. */
const REPORT_EVERY_MS = 100

/** What long work is given: it reports how far it is and stops when the signal says so. */
export type TaskHandle = {
  readonly signal: AbortSignal
  report(done: number, total?: number): void
  /** Says what it is doing now: "Attaching board-paper.pdf". */
  say(words: string): void
}

/** The long work of one open workbook, as the page sees it. */
export type Tasks = {
  /**
   * Runs `work` as a task people can see and cancel. It is done, cancelled or failed when `work` is; what `work`
   * gives or throws comes through.
   */
  run<T>(about: TaskAbout, work: (task: TaskHandle) => Promise<T>): Promise<T>
  /** The tasks now running, then each change of any task, until the signal or the end of the workbook. */
  watch(signal?: AbortSignal): AsyncGenerator<Task, void>
  /** Asks a task to stop; false when there is no such task any more. */
  cancel(id: string): boolean
  /** Cancels everything and waits until it has stopped. A workbook is closed after this, never before. */
  stop(): Promise<void>
}

/** What is said of long work before it starts. */
export type TaskAbout = {
  readonly words: string
  readonly unit: Task['unit']
  /** 0 while unknown. */
  readonly total?: number
  /** Cancels it as well as the page can, for a caller that went away. */
  readonly signal?: AbortSignal | undefined
  /** Nobody waits for it, so the page says what became of it if it fails. */
  readonly isUnasked?: boolean
}

type Running = { task: Task; readonly controller: AbortController; readonly ended: Promise<unknown> }

/** Nothing running yet. */
export function createTasks(): Tasks {
  const running = new Map<string, Running>()
  const changes = new EventPublisher<{ task: Task }>()
  let nextId = 1

  function change(entry: Running, set: Partial<Task>): void {
    entry.task = { ...entry.task, ...set }
    changes.publish('task', entry.task)
  }

  async function follow<T>(entry: Running, work: (task: TaskHandle) => Promise<T>): Promise<T> {
    let saidAt = 0
    let later: NodeJS.Timeout | undefined
    const tell = () => {
      clearTimeout(later)
      later = undefined
      saidAt = Date.now()
      changes.publish('task', entry.task)
    }
    const handle: TaskHandle = {
      signal: entry.controller.signal,
      say: words => change(entry, { words }),
      report(done, total = entry.task.total) {
        entry.task = { ...entry.task, done, total }
        const wait = saidAt + REPORT_EVERY_MS - Date.now()
        if (wait <= 0) tell()
        else later ??= setTimeout(tell, wait)
      },
    }
    try {
      const result = await work(handle)
      change(entry, { state: entry.controller.signal.aborted ? 'cancelled' : 'done' })
      return result
    } catch (error) {
      if (entry.controller.signal.aborted) change(entry, { state: 'cancelled' })
      else change(entry, { state: 'failed', problem: sentenceOf(error) })
      throw error
    } finally {
      clearTimeout(later)
      running.delete(entry.task.id)
    }
  }

  return {
    run({ words, unit, total = 0, signal, isUnasked = false }, work) {
      const controller = new AbortController()
      const id = String(nextId++)
      const task: Task = { id, words, done: 0, total, unit, state: 'running', problem: null, isUnasked }
      const onAbort = () => controller.abort()
      if (signal?.aborted) onAbort()
      signal?.addEventListener('abort', onAbort, { once: true })
      // Starts a turn later, so that the entry is there before the first report.
      const result = Promise.resolve().then(() => follow(entry, work))
      const ended = result.then(noop, noop)
      const entry: Running = { task, controller, ended }
      running.set(id, entry)
      changes.publish('task', task)
      return result.finally(() => signal?.removeEventListener('abort', onAbort))
    },

    async *watch(signal) {
      // Listening before looking: nothing that changes in between is missed.
      const later = changes.subscribe('task', signal ? { signal } : {})
      yield* [...running.values()].map(entry => entry.task)
      yield* later
    },

    cancel(id) {
      const entry = running.get(id)
      entry?.controller.abort()
      return entry !== undefined
    },

    async stop() {
      // Again, for what was started while the others ended.
      while (running.size > 0) {
        const entries = [...running.values()]
        for (const { controller } of entries) controller.abort()
        await Promise.all(entries.map(entry => entry.ended))
      }
    },
  }
}

function noop(): void {}

function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'It could not be finished. Try again.'
}
