import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { WorkbookSummary } from '../../shared/contract/control.ts'
import type { LookAnswer, LookAsked } from './look-process.ts'

/** What a look gave; `died`: the process that looked did not live through it. */
export type Looked = { readonly summary: WorkbookSummary | null; readonly died: boolean }

/** Looks into files in a process of its own, one after the other. A file that ends the process costs nobody else anything. */
export type Looker = {
  look(path: string, what: LookAsked['what']): Promise<Looked>
  /** The process that looks now; another one after a death. */
  pid(): number | undefined
  close(): void
}

/** How long one look may take before it is ended from outside; on its own it ends when it only keeps busy. */
const LONGEST_MS = 60_000

/** A looker whose process starts with the first look. */
export function createLooker(): Looker {
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()
  let nextId = 1

  function ask(path: string, what: LookAsked['what']): Promise<Looked> {
    child ??= start()
    const running = child
    const id = nextId++
    return new Promise(resolve => {
      const timer = setTimeout(() => running.kill('SIGKILL'), LONGEST_MS)
      const done = (looked: Looked) => {
        clearTimeout(timer)
        running.off('message', onMessage)
        running.off('exit', onExit)
        resolve(looked)
      }
      const onMessage = (answer: LookAnswer) => {
        if (answer.id === id) done({ summary: answer.summary, died: false })
      }
      const onExit = () => {
        if (child === running) child = null
        done({ summary: null, died: true })
      }
      running.on('message', onMessage)
      running.once('exit', onExit)
      running.send({ id, path, what } satisfies LookAsked)
    })
  }

  return {
    look(path, what) {
      const looked = last.then(() => ask(path, what))
      last = looked
      return looked
    },
    pid: () => child?.pid,
    close() {
      child?.disconnect()
      child = null
    },
  }
}

function start(): ChildProcess {
  const isBundle = !import.meta.filename.endsWith('.ts')
  const entry = join(import.meta.dirname, isBundle ? 'host.mjs' : 'main.ts')
  const child = fork(entry, ['--looking'], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  // It keeps nobody from ending.
  child.unref()
  child.channel?.unref()
  child.on('error', () => child.kill('SIGKILL'))
  return child
}
