import type { SentFile } from '../../../shared/model/sent-file.ts'

/** The version of what is hidden in a file we send. A file with a higher one came from a newer Ninefold. */
export const MARKS_FORMAT = 1

/** The very hidden sheet of every file we send: a name in A, a value in B. */
export const MARKS_SHEET = 'Ninefold'

/** The header of the hidden column that carries the mark of each row. */
export const MARK_HEADER = 'Ninefold mark'
/** Its column id. */
export const MARK_COLUMN = 'mark'

/** What the hidden sheet says of the file. `seal` is the seal of edit `editSeq`: a copy of the workbook knows it too. */
export type FileMarks = Pick<
  SentFile,
  | 'kind'
  | 'madeAt'
  | 'madeOn'
  | 'editSeq'
  | 'forWhom'
  | 'fingerprint'
  | 'view'
  | 'readers'
  | 'roundId'
  | 'areaId'
  | 'hasRatings'
> & {
  readonly format: number
  readonly sentFileId: string
  readonly workbookUid: string
  readonly systemName: string
  readonly seal: string
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
