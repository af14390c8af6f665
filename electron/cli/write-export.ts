import { extname } from 'node:path'
import { ORPCError } from '@orpc/server'
import type { ExportRequest } from '../../shared/contract/export-request.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { count } from '../../shared/text/dates.ts'
import { sizeOf } from '../../shared/text/sizes.ts'
import { pathOf, whoHere, withEngine } from './engine.ts'
import { UsageError } from './failed.ts'
import { type IdentifierOption, listIdentifiers } from './identifiers.ts'

/**
 * Writes an export and prints what came of it. The workbook is opened to note what was sent; where it is in use or may
 * not be written, it is only read, and a sentence says so. Likely identifiers are said before anything is written.
 */
export async function writeExport(
  file: string,
  to: string,
  option: IdentifierOption,
  requestFor: (rows: Rows) => ExportRequest,
): Promise<void> {
  await withEngine(async ({ shell, page, interrupt }) => {
    const open = (mode: 'edit' | 'read') =>
      shell.file.open({ path: pathOf(file), who: whoHere(), mode, snapshots: {} })
    const { access } = await open('edit').catch((error: unknown) => {
      if (error instanceof ORPCError && error.code === 'IN_USE') return open('read')
      throw error
    })
    const request = requestFor((await page.workbook.read()).rows)
    await listIdentifiers({ page, interrupt }, { way: 'export', request }, option)
    const made = await shell.export.make({ to: pathOf(to), request }, { signal: interrupt.signal })
    const files = request.kind === 'owners' ? `${count(made.files, 'file')}, ` : ''
    console.log(`Wrote ${made.path} (${files}${sizeOf(made.size)}).`)
    if (access.mode === 'read') console.log(access.why)
    for (const remark of made.remarks) console.log(remark)
  })
}

/** A wrong line is said before the workbook is opened. */
export function requireXlsx(to: string): void {
  if (extname(to).toLowerCase() !== '.xlsx')
    throw new UsageError(`“${to}” does not end in .xlsx. Give the Excel file a name that does.`)
}
