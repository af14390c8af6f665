import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { readCoreProperties } from './core-properties.ts'
import { LIMITS } from './limits.ts'
import { readNumberFormats } from './number-formats.ts'
import { findWorkbookPart, readRelations } from './package-parts.ts'
import type { BookRead, KnownTable } from './read-book.ts'
import { readSheets, type TableSink } from './read-sheets.ts'
import { Refusal } from './refusals.ts'
import { readSharedStrings } from './shared-strings.ts'
import { numberShower } from './show-number.ts'
import { refuseByStart } from './sniff.ts'
import { readWorkbookPart } from './workbook-part.ts'
import { openParts } from './zip-parts.ts'

/**
 * Reads the file at `path`, its tables into the sink. Runs in a thread of its own: what it holds is bounded, how long it
 * takes is not.
 */
export async function readFileAt(
  path: string,
  known: readonly KnownTable[],
  sink: TableSink,
  onProgress: (unpacked: number, total: number) => void,
): Promise<BookRead> {
  const bytes = await readWhole(path)
  refuseByStart(bytes)
  let total = 0
  const parts = await openParts(bytes, unpacked => onProgress(unpacked, total))
  const main = await findWorkbookPart(parts)
  const workbook = await readWorkbookPart(parts, main)
  const needed = [workbook.strings, workbook.styles, ...workbook.sheets.map(sheet => sheet.part)]
  total = parts.declared(needed.flatMap(name => name ?? []))
  if (total > LIMITS.declaredBytes) throw new Refusal('bomb')
  const formats = await readNumberFormats(parts.read(workbook.styles))
  const strings = await readSharedStrings(parts.read(workbook.strings))
  const context = { strings, formats, show: numberShower(workbook.is1904) }
  const read = await readSheets(parts, workbook, context, known, sink)
  const core = (await readRelations(parts, '')).find(({ type }) => type === 'core-properties')
  const properties = await readCoreProperties(parts.read(core?.target ?? null))
  const macros = workbook.hasMacros ? ['Its macros were left alone: only the cells were read.'] : []
  return {
    ...read,
    ...properties,
    remarks: [...macros, ...read.remarks],
    hash: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** The file in one piece, so that a change while it is read cannot tear it. */
async function readWhole(path: string): Promise<Buffer> {
  // Opening what is no file can take forever: a pipe waits for someone to write.
  const before = await stat(path)
  if (before.isDirectory()) throw new Refusal('folder')
  if (!before.isFile()) throw new Refusal('notFile')
  const file = await open(path, 'r')
  try {
    const found = await file.stat()
    if (found.size === 0) throw new Refusal('empty')
    if (found.size > LIMITS.fileBytes) throw new Refusal('tooBig')
    const bytes = Buffer.alloc(found.size)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}
