import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, resolve, sep } from 'node:path'
import { app } from 'electron'
import type { WorkbookSummary } from '../../shared/contract/control.ts'
import type { Current, RecentWorkbook } from '../../shared/contract/outcome.ts'
import { PlainError } from './sentence.ts'
import type { Recent, SettingsFile } from './settings.ts'

const KEPT = 12

export type Recents = {
  list(): readonly RecentWorkbook[]
  pathOf(id: string): string
  /** The token of a path, for an answer that names a file without opening it. */
  idOf(path: string): string
  /** Which workbook it was when last seen, by what all its copies share; empty when not known. */
  uidOf(id: string): string
  opened(path: string, summary: WorkbookSummary): void
  summarised(path: string, summary: WorkbookSummary): void
  forget(id: string): void
}

/** The workbooks the start screen offers. The page knows them by token only. */
export function recentsOf(settings: SettingsFile): Recents {
  // Tokens of files that were named to the page but never opened.
  const named = new Map<string, string>()
  const all = () => settings.now.recent
  const find = (path: string) => all().find(recent => isSamePath(recent.path, path))
  const keep = (recent: Recent) =>
    settings.change({
      recent: [recent, ...all().filter(other => other.id !== recent.id)].slice(0, KEPT),
    })

  return {
    list: () => all().map(forPage),
    pathOf(id) {
      const path = all().find(recent => recent.id === id)?.path ?? named.get(id)
      if (!path) throw new PlainError('That workbook is no longer in the list: open it by its file.')
      return path
    },
    idOf(path) {
      const known = find(path)
      if (known) return known.id
      const id = randomUUID()
      named.set(id, path)
      return id
    },
    uidOf: id => all().find(recent => recent.id === id)?.summary?.uid ?? '',
    opened(path, summary) {
      keep({ id: find(path)?.id ?? randomUUID(), path, openedAt: new Date().toISOString(), summary })
      app.addRecentDocument(path)
    },
    summarised(path, summary) {
      settings.change({
        recent: all().map(recent => (isSamePath(recent.path, path) ? { ...recent, summary } : recent)),
      })
    },
    forget: id => settings.change({ recent: all().filter(recent => recent.id !== id) }),
  }
}

/** A file as a person reads it: its name without the extension, and its folder. */
export function describeFile(path: string): Current {
  return { name: basename(path).replace(/\.ninefold$/i, ''), where: describeFolder(dirname(path)) }
}

/** Windows and macOS take two spellings of a path for one file. */
export function isSamePath(a: string, b: string): boolean {
  const [left, right] = [resolve(a), resolve(b)]
  return process.platform === 'linux' ? left === right : left.toLowerCase() === right.toLowerCase()
}

/** A folder as a person reads it. */
export function describeFolder(folder: string): string {
  const home = app.getPath('home')
  if (process.platform === 'win32' || (folder !== home && !folder.startsWith(home + sep))) return folder
  return `~${folder.slice(home.length)}`
}

function forPage({ id, path, openedAt, summary }: Recent): RecentWorkbook {
  return { id, ...describeFile(path), isMissing: !existsSync(path), openedAt, summary }
}
