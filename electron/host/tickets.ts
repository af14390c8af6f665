import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ARRIVING } from '../../shared/rules/folder-files.ts'
import { safeFileName } from '../../shared/text/safe-name.ts'

const GOOD_FOR_MS = 30_000
const LEAVING = 'ninefold-out-'
const AN_HOUR_MS = 60 * 60 * 1000
/** Until then they may be another host's: on their way to a browser, or a copy of a workbook that is still looked at. */
const KEPT_FOR_MS: readonly (readonly [prefix: string, time: number])[] = [
  [LEAVING, AN_HOUR_MS],
  [ARRIVING, 24 * AN_HOUR_MS],
]

/** A file waiting to be downloaded. */
export type WaitingFile = { readonly path: string; readonly name: string; forget(): Promise<void> }

/**
 * Tickets for downloads: a browser saves what an address gives it, and an address can carry no header, so each file
 * gets an address of its own that works once, for half a minute.
 */
export type Tickets = {
  /** Makes a file in a fresh folder by `write`, and the address where it can be had. */
  issue(name: string, write: (path: string) => Promise<unknown>): Promise<string>
  /** The file behind a ticket, the first time only. */
  take(ticket: string): WaitingFile | undefined
  close(): Promise<void>
}

/** No file waiting yet; each is good for half a minute. */
export function createTickets(goodForMs = GOOD_FOR_MS): Tickets {
  const waiting = new Map<string, WaitingFile & { readonly timer: NodeJS.Timeout }>()
  return {
    async issue(name, write) {
      const folder = await mkdtemp(join(tmpdir(), LEAVING))
      const path = join(folder, safeFileName(name))
      const forget = () => rm(dirname(path), { recursive: true, force: true })
      try {
        await write(path)
      } catch (error) {
        await forget()
        throw error
      }
      const ticket = randomBytes(24).toString('base64url')
      const timer = setTimeout(() => {
        waiting.delete(ticket)
        void forget()
      }, goodForMs)
      waiting.set(ticket, { path, name: safeFileName(name), forget, timer })
      return `/download/${ticket}`
    },
    take(ticket) {
      const file = waiting.get(ticket)
      if (!file) return undefined
      waiting.delete(ticket)
      clearTimeout(file.timer)
      return file
    },
    async close() {
      for (const { timer, forget } of waiting.values()) {
        clearTimeout(timer)
        await forget()
      }
      waiting.clear()
    },
  }
}

/** Takes away what a process that was killed left behind: copies of evidence must not lie about. */
export async function sweepLeftovers(folder = tmpdir(), now = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, keptFor] = KEPT_FOR_MS.find(([prefix]) => name.startsWith(prefix)) ?? []
    if (keptFor === undefined) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (mtimeMs < now - keptFor) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}
