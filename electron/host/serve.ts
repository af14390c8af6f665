import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Trouble } from '../engine/trouble.ts'
import { startLog } from '../log/app-log.ts'
import { logEvent } from '../log/fault-log.ts'
import { logFolder } from './log-folder.ts'

/** What the supervisor tells the serving process, and hears from it. Never by its arguments: anyone may list those. */
export type ToServer =
  | {
      readonly kind: 'serve'
      readonly folder: string
      readonly token: string
      readonly port: number
      readonly pageFolder?: string | undefined
      /** Files that ended a serving process while it looked into them. */
      readonly avoid: readonly string[]
    }
  | { readonly kind: 'stop' }
/** What the serving process answers. */
export type FromServer =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'failed'; readonly sentence: string }
  /** Into which file it looks from now on, told before it does; `null`: it lived through it. */
  | { readonly kind: 'looking'; readonly file: string | null }

/** A folder being served. */
export type Served = {
  /** The one address that opens Ninefold, key included. */
  readonly url: string
  readonly folder: string
  /** The serving process as it is now; another one after a crash. */
  pid(): number | undefined
  /** Resolves when serving has ended for good, with a sentence if it was not asked to. */
  readonly ended: Promise<string | null>
  stop(): Promise<void>
}

/** Crashes this close together mean that starting again does not help. */
const TOO_OFTEN = { crashes: 4, withinMs: 20_000 }

/**
 * Serves a folder of workbooks from a process of its own and starts it again, at the same address, when it dies. The
 * page notices, connects again and has lost nothing. Rejects with a sentence when it cannot start at all.
 * `pageFolder`: another page than the built one; `program`: another build of the serving process.
 */
export async function serve(
  wantedFolder?: string,
  pageFolder?: string,
  program = ownProgram(),
): Promise<Served> {
  const folder = wantedFolder === undefined ? defaultFolder() : existingFolder(wantedFolder)
  const token = randomBytes(32).toString('hex')
  const crashes: number[] = []
  const avoid: string[] = []
  let isStopping = false
  let looking: string | null = null
  const launch = () =>
    start(program, file => {
      looking = file
    })
  let child = launch()
  let port = await ready(child, { kind: 'serve', folder, pageFolder, token, port: 0, avoid })

  const ended = (async () => {
    for (;;) {
      await exited(child)
      if (isStopping) return null
      crashes.push(Date.now())
      logEvent('server ended', child.exitCode ?? 'killed')
      if (looking !== null) avoid.push(looking)
      looking = null
      const recent = crashes.filter(at => at > Date.now() - TOO_OFTEN.withinMs)
      if (recent.length >= TOO_OFTEN.crashes) {
        logEvent('server given up', recent.length)
        return 'Ninefold stopped several times in a row, so it was not started again. Your workbooks are as they were last saved.'
      }
      try {
        child = launch()
        port = await ready(child, { kind: 'serve', folder, pageFolder, token, port, avoid })
        logEvent('server started again')
      } catch (error) {
        if (isStopping) return null
        return (error as Error).message
      }
    }
  })()

  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    folder,
    pid: () => child.pid,
    ended,
    async stop() {
      isStopping = true
      if (child.connected) child.send({ kind: 'stop' } satisfies ToServer)
      await ended
    },
  }
}

/** Serves until Ctrl+C or until the terminal is closed, and prints the one link. Gives the sentence to end with when serving ended by itself. */
export async function serveInTerminal(wantedFolder?: string): Promise<string | null> {
  startLog(logFolder(), 'supervisor')
  const served = await serve(wantedFolder)
  logEvent('started')
  console.log(`Ninefold is ready. Open this link in a browser on this computer:\n\n  ${served.url}\n`)
  console.log(`Workbooks are kept in ${served.folder}. Press Ctrl+C here to stop.`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void served.stop())
  return served.ended
}

/** A Ninefold folder in Documents, or at home where there is no Documents; made on first use. */
export function defaultFolder(home = homedir()): string {
  const documents = join(home, 'Documents')
  const folder = join(existsSync(documents) ? documents : home, 'Ninefold')
  mkdirSync(folder, { recursive: true })
  return folder
}

function existingFolder(folder: string): string {
  if (existsSync(folder)) return resolve(folder)
  throw new Trouble('FILE_TROUBLE', `There is no folder ${folder}. Make it first, or name another one.`)
}

function ownProgram(): string {
  const isBundle = !import.meta.filename.endsWith('.ts')
  return join(import.meta.dirname, isBundle ? 'host.mjs' : 'main.ts')
}

function start(entry: string, onLooking: (file: string | null) => void): ChildProcess {
  // The flags of whoever started us are not for it.
  const child = fork(entry, ['--serving'], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('message', (answer: FromServer) => answer.kind === 'looking' && onLooking(answer.file))
  return child
}

function ready(child: ChildProcess, order: ToServer): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer: FromServer) =>
      answer.kind === 'ready'
        ? resolve(answer.port)
        : answer.kind === 'failed' && reject(new Error(answer.sentence)),
    )
    child.once('exit', () => reject(new Error('Ninefold could not start its server. Try once more.')))
    child.once('error', reject)
    child.send(order)
  })
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => child.once('exit', () => resolve()))
}
