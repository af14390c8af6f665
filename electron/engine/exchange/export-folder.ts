import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { syncFolder } from '../create.ts'
import { sweepTemporaries, temporaryBeside } from '../temporary.ts'
import type { WithoutRows } from './book-input.ts'
import { withExportThread } from './export-thread.ts'
import { fileTrouble } from './file-trouble.ts'
import type { MadeFile } from './make-file.ts'

/** A folder of Excel files made of the same rows, and a note that says what they are. */
export type FolderInput = {
  readonly rows: Rows
  readonly files: readonly { readonly name: string; readonly input: WithoutRows }[]
  readonly note: { readonly name: string; readonly text: string }
}

export type FolderOptions = {
  readonly onFile?: (done: number, name: string) => void
  readonly signal?: AbortSignal
}

/** The files in their order, and where the folder stands: a number is added to a name that is taken. */
export type MadeFolder = { readonly path: string; readonly files: readonly MadeFile[] }

/**
 * Makes a folder at `to`, never over anything: all of it under a temporary name beside the target, synced, and renamed
 * when it is whole. Cancelled, it leaves nothing.
 */
export async function exportFolder(
  { rows, files, note }: FolderInput,
  to: string,
  { onFile, signal }: FolderOptions = {},
): Promise<MadeFolder> {
  signal?.throwIfAborted()
  sweepTemporaries(dirname(to))
  const temporary = temporaryBeside(to, 'tmp')
  try {
    await mkdir(temporary)
    const made = await withExportThread(rows, signal, async make => {
      const all: MadeFile[] = []
      for (const { name, input } of files) {
        onFile?.(all.length, name)
        all.push(await make(input, join(temporary, name)))
      }
      return all
    })
    await writeWhole(join(temporary, note.name), note.text)
    syncFolder(temporary)
    signal?.throwIfAborted()
    const path = await moveBeside(temporary, to)
    syncFolder(dirname(to))
    return { path, files: made }
  } catch (error) {
    await rm(temporary, { force: true, recursive: true }).catch(() => {})
    throw fileTrouble(error, basename(to), 'saved')
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Renaming would take the place of an empty folder, so a name is looked at first, and again when it fails. */
async function moveBeside(temporary: string, to: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? to : `${to} (${number})`
    if (await isTaken(path)) continue
    try {
      await rename(temporary, path)
      return path
    } catch (error) {
      if (!(await isTaken(path))) throw error
    }
  }
}

async function isTaken(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null
}
