import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Trouble } from '../trouble.ts'

/** A workbook, a folder or a file of another kind must never be replaced by an export. */
export async function refuseTarget(to: string): Promise<void> {
  const name = basename(to)
  if (extname(to).toLowerCase() !== '.xlsx')
    throw new Trouble('REFUSED', `“${name}” does not end in .xlsx. Give the Excel file a name that does.`)
  const found = await stat(to).catch(() => null)
  if (found?.isDirectory())
    throw new Trouble('REFUSED', `“${name}” is a folder. Choose another name for the Excel file.`)
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
