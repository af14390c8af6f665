import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { NewWorkbook, OpenMode, Person, WorkbookSummary } from '../../shared/contract/control.ts'
import type { HostOpened, HostWorkbook } from '../../shared/contract/host.ts'
import type { Snapshots } from '../../shared/contract/snapshot.ts'
import { safeFileName } from '../../shared/text/safe-name.ts'
import { stemOfSnapshotsFolder } from '../../shared/text/snapshot-names.ts'
import { realDeps } from '../engine/deps.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import { endless } from '../engine/look.ts'
import { findOfAny } from '../engine/snapshots/list.ts'
import { summaryOf } from '../engine/summary.ts'
import { Trouble } from '../engine/trouble.ts'
import { glanceAt } from './glance.ts'

const ENDING = '.ninefold'
/** A workbook, and one that a password locks. */
const ENDINGS = /\.ninefold(\.age)?$/i

/** A workbook the host has open, with an engine of its own. */
export type HostedWorkbook = {
  readonly id: string
  readonly fileName: string
  readonly engine: Engine
  /** Aborts when the workbook is closed, which ends every stream of it. */
  readonly closed: AbortSignal
  /** Pages that listen to it now. */
  readonly listeners: Set<object>
}

/** The workbooks of one folder. The page knows them by ids that mean nothing elsewhere. */
export type Workbooks = {
  /** The folder, and any other, as a person reads it. */
  readonly where: string
  describe(folder: string): string
  list(): Promise<HostWorkbook[]>
  create(details: NewWorkbook, who: Person): Promise<HostOpened>
  createRehearsal(who: Person): Promise<HostOpened>
  /** Opens it unless it is open already. */
  open(id: string, mode: OpenMode, who: Person): Promise<HostOpened>
  /** Of a workbook that may be damaged or gone. */
  listSnapshots(id: string): Promise<Snapshots>
  /** A snapshot as a workbook of its own, opened. */
  openSnapshot(id: string, snapshotId: string, who: Person): Promise<HostOpened>
  /** Opens one that a password locks, into a new file beside it. */
  openLocked(id: string, password: string, who: Person): Promise<HostOpened>
  find(id: string): HostedWorkbook | undefined
  /** An open one, or a sentence. */
  get(id: string): HostedWorkbook
  /** Closes it, unless another page still shows it. */
  close(id: string): Promise<boolean>
  /** For good: a page that hears its line end asks for its workbook again at once, and is refused. */
  closeAll(): Promise<void>
}

type Entry = HostedWorkbook & { readonly controller: AbortController }

/** What passes between the host and whoever starts it again. */
export type Looking = {
  /** Told before a file is looked into, with its name and state, and `null` after. */
  readonly onLooking?: (file: string | null) => void
  /** Files that ended the process before this one, as they were told. */
  readonly avoid?: readonly string[]
}

/** The workbooks of this folder, none of them open yet. `secret` makes their ids. */
export function createWorkbooks(folder: string, secret: string, told: Looking = {}): Workbooks {
  const open = new Map<string, Entry>()
  const opening = new Map<string, Promise<unknown>>()
  const summaries = new Map<string, { readonly at: string; readonly summary: WorkbookSummary | null }>()
  const where = placeOf(folder)
  let isEnding = false

  /** The same for the same file after a restart, so that a page finds its workbook again. */
  function idOf(fileName: string): string {
    return createHmac('sha256', secret).update(fileName.normalize('NFC')).digest('base64url').slice(0, 22)
  }

  function openedOf(fileName: string): HostOpened {
    return { id: idOf(fileName), name: fileName.replace(ENDINGS, ''), where }
  }

  function keep(fileName: string, engine: Engine): HostOpened {
    const controller = new AbortController()
    const opened = openedOf(fileName)
    const entry = {
      id: opened.id,
      fileName,
      engine,
      controller,
      closed: controller.signal,
      listeners: new Set<object>(),
    }
    open.set(opened.id, entry)
    return opened
  }

  async function listFiles(): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter(entry => entry.isFile()).map(entry => entry.name)
    return names.filter(name => ENDINGS.test(name) && !/^(\.|~\$)/.test(name))
  }

  async function fileOf(id: string): Promise<string> {
    const name = (await listFiles()).find(one => idOf(one) === id)
    if (name) return name
    throw new Trouble(
      'NOT_FOUND',
      `That workbook is no longer in ${where}. Choose another, or put it back there.`,
    )
  }

  /** The workbook's file, there or not: one that is gone is known by the folder of its snapshots. */
  async function pathOf(id: string): Promise<string> {
    const name = (await lostFiles()).find(one => idOf(one) === id) ?? (await fileOf(id))
    return join(folder, name)
  }

  /** Workbooks that are not there while their snapshots are. */
  async function lostFiles(): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = new Set(entries.map(entry => entry.name.normalize('NFC').toLowerCase()))
    return entries
      .filter(entry => entry.isDirectory())
      .flatMap(entry => stemOfSnapshotsFolder(entry.name) ?? [])
      .map(stem => `${stem}${ENDING}`)
      .filter(name => !names.has(name.normalize('NFC').toLowerCase()))
  }

  /** Of an open one its own engine tells; it must not be opened twice here. */
  function engineFor(id: string): Engine {
    return open.get(id)?.engine ?? createEngine()
  }

  async function summarise(fileName: string, stamp: string): Promise<WorkbookSummary | null> {
    const running = open.get(idOf(fileName))?.engine.state.session
    if (running) return summaryOf(running)
    const known = summaries.get(fileName)
    if (known?.at === stamp) return known.summary
    const summary = await lookingInto(fileName, stamp, () => glanceAt(join(folder, fileName)))
    if (summary) summaries.set(fileName, { at: stamp, summary })
    return summary
  }

  /** A renamed workbook is not lost: its snapshots say which it is. */
  async function lostRows(uids: readonly string[]): Promise<HostWorkbook[]> {
    const rows: HostWorkbook[] = []
    for (const fileName of await lostFiles()) {
      const { files } = await findOfAny({ path: join(folder, fileName), folder: null, uid: '' }, realDeps)
      const [newest] = files
      if (!newest || files.some(({ uid }) => uids.includes(uid))) continue
      const openedAt = new Date(newest.modifiedMs).toISOString()
      rows.push({ ...openedOf(fileName), isMissing: true, openedAt, summary: null })
    }
    return rows
  }

  /**
   * Everyone on this host waits while a file is looked into, and a watch ends the process when that never ends. Said before,
   * so that whoever starts the next one tells it to keep away from the file as it is.
   */
  async function lookingInto<T>(
    fileName: string,
    stamp: string,
    look: () => T | Promise<T>,
  ): Promise<T | null> {
    const file = `${fileName} ${stamp}`
    if (told.avoid?.includes(file)) return null
    told.onLooking?.(file)
    try {
      return await look()
    } finally {
      told.onLooking?.(null)
    }
  }

  function assertGoingOn(): void {
    if (isEnding)
      throw new Trouble('NOT_FOUND', 'Ninefold is being stopped. Start it again, and open its new link.')
  }

  async function openNow(id: string, mode: OpenMode, who: Person): Promise<HostOpened> {
    assertGoingOn()
    const entry = open.get(id)
    if (entry && (mode === 'read' || entry.engine.state.session?.access.mode === 'edit'))
      return openedOf(entry.fileName)
    const fileName = await fileOf(id)
    if (entry) await shut(entry)
    const engine = createEngine()
    const path = join(folder, fileName)
    const opened = await lookingInto(fileName, await stampOf(path), () =>
      controlOf(engine).file.open({ path, who, mode, snapshots: {} }),
    )
    if (!opened) throw new Trouble('BAD_FILE', endless(path))
    return keep(fileName, engine)
  }

  /** The locked file stays; what was in it is a workbook of its own from here on. */
  async function unlock(id: string, password: string, who: Person): Promise<HostOpened> {
    assertGoingOn()
    const fileName = await fileOf(id)
    const engine = createEngine()
    const { path } = await controlOf(engine).file.unlock({ path: join(folder, fileName), password })
    const opened = idOf(basename(path))
    return inTurn(opened, () => openNow(opened, 'edit', who))
  }

  async function shut(entry: Entry): Promise<void> {
    open.delete(entry.id)
    entry.controller.abort()
    await entry.engine.state.close()
  }

  /** One after the other for each workbook: two pages that open it at once must share it. */
  async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = opening.get(id) ?? Promise.resolve()
    const turn = before.then(work, work)
    opening.set(id, turn)
    try {
      return await turn
    } finally {
      if (opening.get(id) === turn) opening.delete(id)
    }
  }

  function freeName(wanted: string): string {
    const stem = safeFileName(wanted)
    for (let count = 1; ; count++) {
      const name = `${stem}${count === 1 ? '' : ` ${count}`}${ENDING}`
      if (!existsSync(join(folder, name))) return name
    }
  }

  return {
    where,
    describe: placeOf,
    async list() {
      const rows = await Promise.all(
        (await listFiles()).map(async fileName => {
          const stamp = await stampOf(join(folder, fileName))
          const openedAt = stamp.split(' ')[0]!
          if (/\.age$/i.test(fileName))
            return { ...openedOf(fileName), isMissing: false, isLocked: true, openedAt, summary: null }
          const summary = await summarise(fileName, stamp)
          return { ...openedOf(fileName), isMissing: false, openedAt, summary }
        }),
      )
      rows.push(...(await lostRows(rows.map(row => row.summary?.uid ?? ''))))
      return rows.sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    },
    async create(details, who) {
      assertGoingOn()
      const fileName = freeName(details.systemName)
      const engine = createEngine()
      await controlOf(engine).file.create({ path: join(folder, fileName), details, who, snapshots: {} })
      return keep(fileName, engine)
    },
    async createRehearsal(who) {
      assertGoingOn()
      const fileName = freeName('Rehearsal')
      const engine = createEngine()
      await controlOf(engine).file.createRehearsal({ path: join(folder, fileName), who, snapshots: {} })
      return keep(fileName, engine)
    },
    open: (id, mode, who) => inTurn(id, () => openNow(id, mode, who)),
    async listSnapshots(id) {
      return controlOf(engineFor(id)).snapshot.listFor({ path: await pathOf(id) })
    },
    async openSnapshot(id, snapshotId, who) {
      assertGoingOn()
      const from = await pathOf(id)
      const { path } = await controlOf(engineFor(id)).snapshot.restore({ path: from, id: snapshotId })
      const restored = idOf(basename(path))
      return inTurn(restored, () => openNow(restored, 'edit', who))
    },
    openLocked: (id, password, who) => inTurn(id, () => unlock(id, password, who)),
    find: id => open.get(id),
    get(id) {
      const entry = open.get(id)
      if (entry) return entry
      throw new Trouble('NOT_FOUND', 'The workbook was closed. Open it again from the start screen.')
    },
    close: id =>
      inTurn(id, async () => {
        const entry = open.get(id)
        if (!entry || entry.listeners.size > 0) return false
        await shut(entry)
        return true
      }),
    async closeAll() {
      isEnding = true
      await Promise.allSettled(opening.values())
      await Promise.all([...open.values()].map(shut))
    },
  }
}

/** The shell's door of an engine, as plain calls. */
export function controlOf(engine: Engine) {
  return createRouterClient(engine.control, { context: engine.context() })
}

/** When the file was written last, and its size: the same again is the same file. */
async function stampOf(path: string): Promise<string> {
  const { mtime, size } = await stat(path)
  return `${mtime.toISOString()} ${size}`
}

function placeOf(folder: string): string {
  const home = homedir()
  return folder === home || folder.startsWith(`${home}${sep}`) ? folder.replace(home, '~') : folder
}
