import { open } from 'node:fs/promises'
import type { BookInput } from './book-input.ts'
import { bookOf } from './book-of.ts'
import { finishBook } from './finish-book.ts'
import { writeXlsx } from './xlsx-writer.ts'
import { readZipDirectory } from './zip-directory.ts'

export type Progress = { readonly done: number; readonly total: number; readonly words: string }

/** A file that stands on the disk. Fingerprint and rows are those of a file that is sent. */
export type MadeFile = {
  readonly size: number
  readonly remarks: readonly string[]
  readonly fingerprint: string
  readonly rowCount: number
}

/** Makes the Excel file at `path`, which must not be there yet: whole, on the disk, and looked at again. */
export async function makeFile(
  input: BookInput,
  path: string,
  report: (progress: Progress) => void,
): Promise<MadeFile> {
  const book = finishBook(await bookOf(input, words => report({ done: 0, total: 10, words })))
  const bytes = await writeXlsx(book, {
    onSheet: (done, total, words) => report({ done: done + 1, total: total + 1, words }),
  })
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await lookAgain(path, book.sheets.length + (book.sent ? 1 : 0))
  return {
    size: bytes.length,
    remarks: book.remarks,
    fingerprint: book.sent?.marks.fingerprint ?? '',
    rowCount: book.sent?.rowCount ?? 0,
  }
}

/** A file is done when its directory can be read back and names every sheet. */
async function lookAgain(path: string, sheets: number): Promise<void> {
  const file = await open(path, 'r')
  try {
    const names = ((await readZipDirectory(file)) ?? []).map(entry => entry.name)
    const found = names.filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length
    if (!names.includes('xl/workbook.xml') || found !== sheets)
      throw new Error('The file on the disk is not the one that was written')
  } finally {
    await file.close()
  }
}
