import { extensionOf } from '../../../shared/text/safe-name.ts'
import { decodeText } from './decode-text.ts'
import { textOfMail } from './mail-text.ts'
import { textOfPage } from './marked-text.ts'
import { separatedRows, tableText } from './table-text.ts'

/** How the words in an evidence file are got at; `pdf`, `picture` and `other` are only counted. */
export type Reading = 'text' | 'office' | 'pdf' | 'picture' | 'other'

const TEXT = new Set([
  '.txt',
  '.text',
  '.log',
  '.md',
  '.csv',
  '.tsv',
  '.html',
  '.htm',
  '.xml',
  '.svg',
  '.json',
  '.eml',
  '.ics',
  '.vcf',
])
const OFFICE = new Set(['.docx', '.docm', '.xlsx', '.xlsm', '.pptx', '.pptm', '.odt', '.ods', '.odp'])

/** By its name and what was found in it when it was attached. */
export function readingOf(fileName: string, mediaType: string): Reading {
  const extension = extensionOf(fileName)
  if (TEXT.has(extension)) return 'text'
  if (OFFICE.has(extension)) return 'office'
  if (extension === '.pdf' || mediaType === 'application/pdf') return 'pdf'
  if (mediaType.startsWith('text/')) return 'text'
  return mediaType.startsWith('image/') ? 'picture' : 'other'
}

/** The words of a file of text, as a person reads them. */
export function textOfFile(bytes: Uint8Array, fileName: string): string {
  switch (extensionOf(fileName)) {
    case '.csv':
    case '.tsv':
      return tableText(separatedRows(decodeText(bytes)))
    case '.html':
    case '.htm':
    case '.xml':
    case '.svg':
      return textOfPage(decodeText(bytes))
    case '.eml':
      return textOfMail(Buffer.from(bytes).toString('latin1'))
    default:
      return decodeText(bytes)
  }
}
