import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadReturned } from '../../shared/contract/control.ts'
import { safeFileName } from '../../shared/text/safe-name.ts'
import { askForReturned } from './dialogs.ts'
import type { FileAtHand } from './handed-files.ts'
import { PlainError } from './sentence.ts'
import { forgetTempFolder, freshTempFolder } from './temp-folders.ts'
import type { WorkbookWindow } from './windows.ts'

/** Asks for files that came back, or a folder of them, and reads them into the review. */
export async function readReturned(
  { window, engine }: WorkbookWindow,
  folder: boolean,
): Promise<ReadReturned | null> {
  const paths = await askForReturned(window, folder)
  return paths && (await engine.ready()).control.review.read({ paths })
}

/**
 * Reads what was dropped or pasted, all of it together: files and folders by their place, and what has none, such as an
 * attachment dragged out of a mail program, from a folder of ours that the engine takes away.
 */
export async function readReturnedHanded(
  { engine }: WorkbookWindow,
  files: readonly FileAtHand[],
): Promise<ReadReturned> {
  const { control } = await engine.ready()
  if (files.every(file => file.kind === 'path'))
    return control.review.read({ paths: files.map(file => file.path) })
  const folderOfOurs = freshTempFolder()
  try {
    const paths = files.map((file, index) =>
      file.kind === 'path' ? file.path : keep(file.bytes, file.name, join(folderOfOurs, String(index))),
    )
    return await control.review.read({ paths, folderOfOurs })
  } catch (error) {
    forgetTempFolder(folderOfOurs)
    throw error
  }
}

/** Each in a folder of its own: two attachments may have one name. */
function keep(bytes: Uint8Array, name: string, folder: string): string {
  const path = join(folder, safeFileName(name))
  try {
    mkdirSync(folder)
    writeFileSync(path, bytes)
  } catch {
    throw new PlainError(
      'What you dropped could not be kept to read it: save the files first, then drop those.',
    )
  }
  return path
}
