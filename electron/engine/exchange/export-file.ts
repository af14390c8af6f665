import { rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { syncFolder } from '../create.ts'
import { sweepTemporaries, temporaryBeside } from '../temporary.ts'
import type { BookInput } from './book-input.ts'
import { inUse, refuseTarget } from './export-target.ts'
import { withExportThread } from './export-thread.ts'
import { fileTrouble } from './file-trouble.ts'
import type { MadeFile, Progress } from './make-file.ts'

export type ExportOptions = {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Makes an Excel file at `to` in a thread of its own. It is written beside the target under a temporary name, synced,
 * read back and renamed: at `to` stands the whole file or what was there before. Cancelled, it leaves nothing.
 */
export async function exportFile(
  { rows, ...input }: BookInput,
  to: string,
  options: ExportOptions = {},
): Promise<MadeFile & { readonly path: string }> {
  const name = basename(to)
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  await refuseTarget(to)
  sweepTemporaries(dirname(to))
  const temporary = temporaryBeside(to, 'tmp')
  try {
    const made = await withExportThread(rows, signal, make => make(input, temporary, onProgress))
    signal?.throwIfAborted()
    await rename(temporary, to).catch(error => {
      throw inUse(error, name)
    })
    syncFolder(dirname(to))
    return { path: to, ...made }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw fileTrouble(error, name, 'saved')
  }
}
