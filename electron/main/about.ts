import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, shell } from 'electron'
import type { AboutApp, FilePlaceId, SupportFacts } from '../../shared/contract/about.ts'
import { MOST_LOG_LINES } from '../../shared/text/log-line.ts'
import { snapshotsFolderName } from '../../shared/text/snapshot-names.ts'
import { lastLogLines } from '../log/last-lines.ts'
import { computerFacts, systemWords } from '../log/system.ts'
import { describeFolder } from './recents.ts'
import { PlainError } from './sentence.ts'
import type { SettingsFile } from './settings.ts'
import type { WorkbookWindow } from './windows.ts'
import { workingFolder } from './working-folder.ts'

/** What the app says of itself, and the folders it opens by their names. */
export function aboutCalls(settings: SettingsFile) {
  function snapshotsOf(from: WorkbookWindow): string | null {
    const { folder } = settings.now.snapshots
    if (folder || !from.opened) return folder
    const { path } = from.opened
    return join(dirname(path), snapshotsFolderName(basename(path, extname(path))))
  }

  /** The folders there are for this window; the workbook by its file. */
  function pathsFor(from: WorkbookWindow): Partial<Record<FilePlaceId, string>> {
    const snapshots = snapshotsOf(from)
    return {
      ...(from.opened ? { workbook: from.opened.path } : {}),
      ...(snapshots ? { snapshots } : {}),
      settings: app.getPath('userData'),
      log: app.getPath('logs'),
      working: workingFolder(),
    }
  }

  async function about(from: WorkbookWindow): Promise<AboutApp> {
    const { control } = await from.engine.ready()
    const { sqlite, node, ...writes } = await control.engine.facts()
    const { electron = '', chrome = '' } = process.versions
    const places = Object.entries(pathsFor(from)) as [FilePlaceId, string][]
    return {
      version: app.getVersion(),
      runsOn: [
        { name: 'Electron', version: electron },
        { name: 'Chromium', version: chrome },
        { name: 'Node', version: node },
        { name: 'SQLite', version: sqlite },
      ],
      system: systemWords(),
      ...writes,
      places: places.map(([id, path]) => ({
        id,
        where: describeFolder(id === 'workbook' ? dirname(path) : path),
      })),
    }
  }

  return {
    about,

    /** Shows one of them. The page names it and learns no more than whether it could be shown. */
    async openPlace(from: WorkbookWindow, id: FilePlaceId): Promise<null> {
      const path = pathsFor(from)[id]
      if (!path || !existsSync(path)) throw new PlainError(NOT_THERE[id])
      if (id === 'workbook') {
        shell.showItemInFolder(path)
        return null
      }
      if (await shell.openPath(path))
        throw new PlainError('This computer could not show that folder: look for it by its place.')
      return null
    },

    async support(from: WorkbookWindow): Promise<SupportFacts> {
      const { places: _, ...told } = await about(from)
      return {
        about: told,
        ...computerFacts(),
        workbookSize: sizeOf(from.opened?.path),
        logLines: lastLogLines(app.getPath('logs'), MOST_LOG_LINES),
      }
    },
  }
}

const NOT_THERE: Readonly<Record<FilePlaceId, string>> = {
  workbook: 'The workbook is not where it was: close it and open it from where it is now.',
  snapshots: 'There is no folder of snapshots yet: the first one is made when you close the workbook.',
  settings: 'There is no folder of settings: they could not be written on this computer.',
  log: 'There is no log: it could not be written on this computer.',
  working: 'There are no private working copies: every workbook so far lies on this computer itself.',
}

function sizeOf(path: string | undefined): number | null {
  return (path && statSync(path, { throwIfNoEntry: false })?.size) || null
}
