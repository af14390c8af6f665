import { basename, extname } from 'node:path'
import { ORPCError } from '@orpc/client'
import type { NewWorkbook, Opened, OpenMode } from '../../shared/contract/control.ts'
import type { OpenOutcome } from '../../shared/contract/outcome.ts'
import { askForNewFile, askForWorkbook } from './dialogs.ts'
import type { ControlClient } from './engine-process.ts'
import { describeFile, isSamePath, type Recents } from './recents.ts'
import { sentenceOf } from './sentence.ts'
import type { SettingsFile } from './settings.ts'
import { focus, makeWindow, type WorkbookWindow, windowShowing } from './windows.ts'
import { workingFolder } from './working-folder.ts'

/** Opening and closing workbooks in windows: one workbook a window, one window a workbook. */
export type Workbooks = ReturnType<typeof workbooksWith>

/** Opens, makes and closes workbooks, with the laptop's settings and list of recents. */
export function workbooksWith(settings: SettingsFile, recents: Recents) {
  /** What every opening on this laptop says. */
  const here = () => ({
    who: settings.now.person,
    snapshots: settings.now.snapshots,
    workingFolder: workingFolder(),
  })
  return {
    open: (from: WorkbookWindow, path: string, mode: OpenMode = 'edit') =>
      show(from, path, control => control.file.open({ path, mode, ...here() })),

    async openByChoice(from: WorkbookWindow): Promise<OpenOutcome> {
      const path = await askForWorkbook(from.window)
      return path ? this.open(from, path) : { kind: 'cancelled' }
    },

    /** Opens what a password locks, into a new workbook beside it; where that may not be written, the user says where. */
    async openLocked(from: WorkbookWindow, id: string, password: string): Promise<OpenOutcome> {
      const path = recents.pathOf(id)
      const unlock = async (to?: string) => {
        const { control } = await from.engine.ready()
        return (await control.file.unlock({ path, password, ...(to === undefined ? {} : { to }) })).path
      }
      try {
        return await this.open(from, await unlock().catch(elsewhere))
      } catch (error) {
        if (error === CANCELLED) return { kind: 'cancelled' }
        return refusal(error, path)
      }

      async function elsewhere(error: unknown): Promise<string> {
        if (!(error instanceof ORPCError && error.code === 'FILE_TROUBLE')) throw error
        const to = await askForNewFile(from.window, lockedName(path), 'workbook')
        if (!to) throw CANCELLED
        return unlock(to)
      }
    },

    async create(from: WorkbookWindow, details: NewWorkbook): Promise<OpenOutcome> {
      const path = await askForNewFile(from.window, details.systemName, 'workbook')
      if (!path) return { kind: 'cancelled' }
      return show(from, path, control => control.file.create({ path, details, ...here() }))
    },

    async openRehearsal(from: WorkbookWindow): Promise<OpenOutcome> {
      const path = await askForNewFile(from.window, 'Rehearsal', 'workbook')
      if (!path) return { kind: 'cancelled' }
      return show(from, path, control => control.file.createRehearsal({ path, ...here() }))
    },

    /** A workbook that moved: where it is now takes the old entry's place. */
    async find(from: WorkbookWindow, id: string): Promise<OpenOutcome> {
      const lost = recents.pathOf(id)
      const path = await askForWorkbook(from.window, lost)
      if (!path) return { kind: 'cancelled' }
      const outcome = await this.open(from, path)
      if (outcome.kind !== 'failed' && !isSamePath(path, lost)) recents.forget(id)
      return outcome
    },

    async close(from: WorkbookWindow): Promise<void> {
      if (!from.opened) return
      await this.remember(from)
      const { control } = await from.engine.ready()
      await control.file.close()
      from.opened = null
      if (!from.window.isDestroyed()) from.window.setRepresentedFilename('')
    },

    /** Learns under which name the workbook goes on, when two versions had to be kept. */
    async follow(from: WorkbookWindow): Promise<void> {
      if (!from.opened) return
      try {
        const { control } = await from.engine.ready()
        const where = await control.file.where()
        if (!where || !from.opened || isSamePath(where.path, from.opened.path)) return
        from.opened = { ...from.opened, path: where.path }
        recents.opened(where.path, await control.file.summary())
        from.window.setRepresentedFilename(where.path)
      } catch {
        // The line is asked again when the engine is back.
      }
    },

    /** Keeps what the start screen says about a workbook up to date. */
    async remember(from: WorkbookWindow): Promise<void> {
      if (!from.opened) return
      const { path } = from.opened
      try {
        const { control } = await from.engine.ready()
        recents.summarised(path, await control.file.summary())
      } catch {
        // The list then shows what it showed before.
      }
    },
  }

  async function show(
    from: WorkbookWindow,
    path: string,
    work: (control: ControlClient) => Promise<Opened>,
  ): Promise<OpenOutcome> {
    const there = windowShowing(path)
    if (there) {
      focus(there)
      return { kind: 'opened-elsewhere' }
    }
    if (!from.opened) return showIn(from, path, work)
    let outcome = { kind: 'cancelled' } as OpenOutcome
    const made = makeWindow(settings, {
      opening: async into => {
        outcome = await showIn(into, path, work)
      },
    })
    await made.settled
    if (outcome.kind === 'opened') return { kind: 'opened-elsewhere' }
    made.window.destroy()
    return outcome
  }

  async function showIn(
    into: WorkbookWindow,
    path: string,
    work: (control: ControlClient) => Promise<Opened>,
  ): Promise<OpenOutcome> {
    const before = into.engine.life()
    try {
      const { control } = await into.engine.ready()
      into.opened = await work(control)
    } catch (error) {
      if (into.engine.life() !== before) return { kind: 'failed', sentence: diedOf(path) }
      return refusal(error, path)
    }
    recents.opened(path, into.opened.summary)
    into.window.setRepresentedFilename(path)
    into.window.setTitle(`${describeFile(path).name} - Ninefold`)
    return { kind: 'opened' }
  }

  function refusal(error: unknown, path: string): OpenOutcome {
    const sentence = sentenceOf(error)
    if (error instanceof ORPCError && error.code === 'IN_USE') {
      const mayOpen = (error.data as { mayOpen?: boolean } | undefined)?.mayOpen ?? false
      return { kind: 'in-use', id: recents.idOf(path), sentence, mayOpen }
    }
    if (error instanceof ORPCError && (error.code === 'LOCKED' || error.code === 'WRONG_PASSWORD'))
      return { kind: 'locked', id: recents.idOf(path), name: basename(path), sentence }
    return { kind: 'failed', sentence }
  }
}

/** The engine ends itself when a file keeps it busy without end, and may be ended by one in ways nobody foresaw. */
function diedOf(path: string): string {
  return `${describeFile(path).name} was not opened: reading it brought Ninefold’s engine to a stop, which has been started again. Nothing was changed; ask whoever sent it for a fresh copy.`
}

const CANCELLED = new Error('The user cancelled')

function lockedName(path: string): string {
  return basename(path).replace(/(\.ninefold)?\.age$/i, '')
}

/** Whether a command-line argument is a workbook to open. */
export function isWorkbookPath(argument: string): boolean {
  if (argument.startsWith('-')) return false
  return extname(argument).toLowerCase() === '.ninefold' || /\.ninefold\.age$/i.test(argument)
}
