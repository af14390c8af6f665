import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { shell } from 'electron'
import type { Saved } from '../../shared/contract/outcome.ts'
import { describeFile } from './recents.ts'
import { PlainError } from './sentence.ts'

const paths = new Map<string, { path: string; mayOpen: boolean }>()

/**
 * Notes a file written for the user and gives what the page may know of it. Files of our own making (`mayOpen`) open
 * on request; evidence came from somebody else and is only shown in its folder.
 */
export function noteSaved(path: string, mayOpen: boolean, remarks: readonly string[] = []): Saved {
  const token = randomUUID()
  paths.set(token, { path, mayOpen })
  return { token, name: basename(path), where: describeFile(path).where, remarks }
}

/** Opens a saved file with its own program. */
export async function openSaved(token: string): Promise<void> {
  const { path, mayOpen } = savedAt(token)
  if (!mayOpen) return shell.showItemInFolder(path)
  const problem = await shell.openPath(path)
  if (problem)
    throw new PlainError(`No program on this computer could open ${basename(path)}: show it in its folder.`)
}

/** Shows a saved file in its folder. */
export function revealSaved(token: string): void {
  shell.showItemInFolder(savedAt(token).path)
}

function savedAt(token: string): { path: string; mayOpen: boolean } {
  const saved = paths.get(token)
  if (!saved) throw new PlainError('Ninefold no longer knows where that file was saved: look in its folder.')
  if (!existsSync(saved.path))
    throw new PlainError(`${basename(saved.path)} is no longer in ${dirname(saved.path)}: save it again.`)
  return saved
}
