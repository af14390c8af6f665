import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ORPCError, os } from '@orpc/server'
import { keepArriving } from '../../../../electron/engine/arriving.ts'
import {
  type IncomingFile,
  openIncoming,
  requireIncoming,
  withIncoming,
} from '../../../../electron/engine/incoming.ts'
import { mountEngine } from '../../../../electron/engine/mount.ts'
import type { Session } from '../../../../electron/engine/session.ts'

/**
 * The engine's mount over a store of lines in a text file: what is tested is the way to it, in an Electron whose Node
 * cannot load the real one. A line `die` in the file makes it end as soon as it is opened.
 */
let path = ''
const listeners = new Set<(line: string) => void>()

const summary = () => ({
  systemName: 'Stand-in',
  isRehearsal: true,
  roundName: 'Round one',
  asAt: '2026-11-22',
  discussed: 0,
  levels: Array.from({ length: 9 }, () => null),
  lastSavedAt: null,
})

function opened(at: string) {
  path = at
  if (readFileSync(path, 'utf8').includes('die')) process.exit(9)
  return { path, access: { mode: 'edit', why: '' }, summary: summary() }
}

const control = {
  file: {
    create: os.handler(({ input }) => {
      const { path: at } = input as { path: string }
      writeFileSync(at, '')
      return opened(at)
    }),
    open: os.handler(({ input }) => {
      const { path: at } = input as { path: string }
      if (!existsSync(at)) throw new ORPCError('FILE_TROUBLE', { status: 503, message: `${at} is gone.` })
      return opened(at)
    }),
    summary: os.handler(summary),
    close: os.handler(() => {
      path = ''
      return true
    }),
  },
  evidence: {
    attach: os.handler(({ input }) =>
      attached((input as { paths: string[] }).paths.map(one => `path ${one}`)),
    ),
  },
  export: {
    suggestName: os.handler(({ input }) => {
      const { kind } = (input as { request: { kind: string } }).request
      return { name: kind === 'owners' ? 'Owner workbooks' : `A ${kind}.xlsx`, isFolder: kind === 'owners' }
    }),
    make: os.handler(({ input }) => {
      const { to, request } = input as { to: string; request: { kind: string } }
      if (request.kind === 'owners') mkdirSync(to)
      else writeFileSync(to, request.kind)
      return { path: to, size: 1, files: 1, remarks: ['2 actions have no owner.'] }
    }),
  },
  review: {
    read: os.handler(({ input }) => {
      const { paths, folderOfOurs } = input as { paths: string[]; folderOfOurs?: string }
      for (const path of paths) write(shown(path))
      if (folderOfOurs) write(`ours ${folderOfOurs}`)
      return { read: paths.length, refused: 0, wasCancelled: false, problems: [] }
    }),
  },
}

/** What a file holds, since by the time anyone else looks it may be gone. */
function shown(path: string): string {
  const words = statSync(path).isDirectory() ? 'folder' : readFileSync(path, 'utf8')
  return `returned ${path} ${words}`
}

function attached(lines: string[]) {
  for (const line of lines) write(line)
  return { evidenceIds: [], problems: [], wasCancelled: false }
}

function write(line: string) {
  appendFileSync(path, `${line}\n`, { flush: true })
  for (const listener of listeners) listener(line)
}

const session = {} as Session

/** Dropped and pasted files, taken in by what the engine itself takes them in with. */
const incoming = {
  open: os.handler(({ input }) => {
    const { name, size } = input as { name: string; size: number }
    return { id: openIncoming(session, name, size) }
  }),
  attach: os.handler(({ input }) =>
    takeAll((input as { ids: string[] }).ids, async ({ name, size, pieces }) => {
      const digest = createHash('sha256')
      for await (const piece of pieces) digest.update(piece)
      return `bytes ${name} ${size} ${digest.digest('hex')}`
    }),
  ),
  returned: os.handler(({ input }) =>
    takeAll((input as { ids: string[] }).ids, async (file, index) =>
      shown(await keepArriving(dirname(path), index, file)),
    ),
  ),
  piece: os.handler(({ input }) => {
    const { id, bytes, isLast } = input as { id: string; bytes: Uint8Array | null; isLast: boolean }
    if (bytes && !(bytes instanceof Uint8Array)) throw new Error('These are no bytes')
    return requireIncoming(session, id).put(bytes, isLast)
  }),
}

function takeAll(ids: readonly string[], take: (file: IncomingFile, index: number) => Promise<string>) {
  return withIncoming(session, ids, undefined, async files => {
    const lines: string[] = []
    for (const [index, file] of files.entries())
      lines.push(await take(file, index).catch(error => (error as Error).message))
    return { ...attached(lines), read: files.length, refused: 0 }
  })
}

const contract = {
  incoming,
  /** What the mount hands each call. */
  context: os.handler(({ context }) => context),
  lines: os.handler(() => readFileSync(path, 'utf8').split('\n').filter(Boolean)),
  write: os.handler(({ input }) => {
    write(String(input))
    return process.pid
  }),
  refuse: os.errors({ REFUSED: { status: 409, message: 'The rule says no.' } }).handler(({ errors }) => {
    throw errors.REFUSED()
  }),
  slow: os.handler(() => new Promise(() => {})),
  watch: os.handler(async function* ({ signal }) {
    const waiting: string[] = []
    let wake = () => {}
    const listener = (line: string) => {
      waiting.push(line)
      wake()
    }
    listeners.add(listener)
    signal?.addEventListener('abort', () => wake())
    try {
      while (!signal?.aborted) {
        while (waiting.length > 0) yield waiting.shift()
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    } finally {
      listeners.delete(listener)
    }
  }),
  watchers: os.handler(() => listeners.size),
}

mountEngine({ contract, control, context: { isEngine: true }, close: () => {} })
