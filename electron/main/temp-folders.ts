import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { app } from 'electron'
import { ARRIVING } from '../../shared/rules/folder-files.ts'

const PREFIX = 'ninefold-opened-'
const A_DAY_MS = 24 * 60 * 60 * 1000
const made = new Set<string>()

/** A folder for copies that are needed for a while; it goes at the end of this run at the latest. */
export function freshTempFolder(): string {
  const folder = mkdtempSync(join(app.getPath('temp'), PREFIX))
  made.add(folder)
  return folder
}

/** Takes away such a folder and what is in it. */
export function forgetTempFolder(folder: string): void {
  made.delete(folder)
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Still open in another program: a later start takes it away.
  }
}

/** Takes away the folders of this run at its end, and those a crash left behind. */
export function setupTempFolders(): void {
  const temp = app.getPath('temp')
  for (const name of readdirSync(temp)) {
    if (!name.startsWith(PREFIX) && !name.startsWith(ARRIVING)) continue
    const folder = join(temp, basename(name))
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > A_DAY_MS) forgetTempFolder(folder)
  }
  app.on('quit', () => [...made].forEach(forgetTempFolder))
}
