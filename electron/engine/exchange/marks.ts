import { createHash } from 'node:crypto'
import type { FileMarks } from './file-marks.ts'

/** The version of what is hidden in a file we send. A file with a higher one came from a newer Ninefold. */
export const MARKS_FORMAT = 1

/** The very hidden sheet of every file we send: a name in A, a value in B. */
export const MARKS_SHEET = 'Ninefold'

/** The header of the hidden column that carries the mark of each row. */
export const MARK_HEADER = 'Ninefold mark'
/** Its column id. */
export const MARK_COLUMN = 'mark'

/** The marks before the cells are counted into their fingerprint. */
export type SentMarks = Omit<FileMarks, 'fingerprint'>

/** The marks as rows of the hidden sheet. Numbers and truth are written as text, which no program turns into its own. */
export function marksToRows(marks: FileMarks): (readonly [name: string, value: string])[] {
  return Object.entries(marks).map(([name, value]) => [name, value === null ? '' : String(value)] as const)
}

/** The letters and digits of a return code: none can be taken for another. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The id of a file that is sent out, eight letters and digits, made from an id that is used for nothing else. */
export function sentFileIdFrom(newId: string): string {
  return [...createHash('sha256').update(newId).digest().subarray(0, 8)]
    .map(byte => CROCKFORD[byte % CROCKFORD.length])
    .join('')
}

/** `7KQ2MX4D.rowid`: which file a row was sent in, and which row it is. */
export function rowMark(sentFileId: string, rowId: string): string {
  return `${sentFileId}.${rowId}`
}

/** The parts of a row's mark, or `null` when a cell holds something else. */
export function parseRowMark(text: string): { readonly sentFileId: string; readonly rowId: string } | null {
  const match = /^\s*([0-9A-HJKMNP-TV-Z]{8})\.(.+?)\s*$/.exec(text)
  return match && { sentFileId: match[1]!, rowId: match[2]! }
}

/** `7KQ2-MX4D`, as it is printed on the file. */
export function returnCodeOf(sentFileId: string): string {
  return `${sentFileId.slice(0, 4)}-${sentFileId.slice(4)}`
}

/** The return code in a text, as an id; `null` when there is none. */
export function findReturnCode(text: string): string | null {
  const match = /Return code:?\s*([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})\b/i.exec(text)
  return match && `${match[1]}${match[2]}`.toUpperCase()
}
