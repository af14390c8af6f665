import { randomUUID } from 'node:crypto'
import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Trouble } from '../trouble.ts'

const A_DAY_MS = 24 * 60 * 60 * 1000

/** A workbook, a folder or a file of another kind must never be replaced by an export. */
export async function refuseTarget(to: string): Promise<void> {
  const name = basename(to)
  if (extname(to).toLowerCase() !== '.xlsx')
    throw new Trouble('REFUSED', `“${name}” does not end in .xlsx. Give the Excel file a name that does.`)
  const found = await stat(to).catch(() => null)
  if (found?.isDirectory())
    throw new Trouble('REFUSED', `“${name}” is a folder. Choose another name for the Excel file.`)
}

/** A name beside the target that nothing else has, for what is not finished. */
export function temporaryBeside(to: string): string {
  return join(dirname(to), `.ninefold-${randomUUID().slice(0, 8)}.tmp`)
}

/** Takes away what an export left here that was killed. A younger one may be another's, still being written. */
export async function sweepStale(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(one => /^\.ninefold-[0-9a-f]{8}\.tmp$/.test(one))) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    const isOurs = found?.isFile() || found?.isDirectory()
    if (isOurs && Date.now() - found!.mtimeMs > A_DAY_MS)
      await rm(path, { force: true, recursive: true }).catch(() => {})
  }
}

/** Windows refuses to replace a file that a program has open, and Excel is the program that does. */
export function inUse(error: unknown, name: string): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (process.platform !== 'win32' || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) return error
  return new Trouble(
    'FILE_TROUBLE',
    `“${name}” is open in another program, probably Excel. Close it there and export again.`,
  )
}
