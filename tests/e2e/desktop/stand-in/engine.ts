import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { ORPCError, os } from '@orpc/server'
import { mountEngine } from '../../../../electron/engine/mount.ts'

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
    attachBytes: os.handler(({ input }) => {
      const { name, bytes } = input as { name: string; bytes: unknown }
      return attached([`bytes ${name} ${bytes instanceof Uint8Array ? [...bytes].join(' ') : typeof bytes}`])
    }),
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

const contract = {
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
