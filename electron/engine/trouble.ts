import type { ErrorCode } from '../../shared/contract/errors.ts'

/** An error for people: a code of the contract and one sentence that says what happened and what to do next. */
export class Trouble extends Error {
  readonly code: ErrorCode
  readonly data: { readonly field?: string; readonly holder?: string; readonly mayOpen?: boolean } | undefined

  constructor(
    code: ErrorCode,
    sentence: string,
    data?: { field?: string; holder?: string; mayOpen?: boolean },
  ) {
    super(sentence)
    this.name = 'Trouble'
    this.code = code
    this.data = data
  }
}

const SENTENCES: readonly (readonly [match: RegExp, code: ErrorCode, sentence: string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'DISK_FULL',
    'The disk is full, so this last change was not saved and everything before it is safe. Free some space and try again.',
  ],
  [
    /^(SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    'FILE_TROUBLE',
    'The workbook or its folder does not allow writing. Save a copy somewhere else and work on that.',
  ],
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    'BAD_FILE',
    'The workbook is damaged and this could not be read or saved. Close it and open the newest copy you have.',
  ],
  [
    /^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO|ENOENT|ENOTDIR|ENODEV|ENXIO|ESTALE|SQLITE_PROTOCOL)/,
    'FILE_TROUBLE',
    'The workbook or its folder cannot be reached any more. Check that the drive or folder is still there, then try again.',
  ],
  [
    /^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/,
    'IN_USE',
    'Another program is using this file. Close it there, then try again.',
  ],
]

/** Any error as one for people, or `null` when it is a fault of ours that has no sentence. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error
  const code = isWithoutFolder(error) ? 'ENOENT' : (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return null
  const known = SENTENCES.find(([match]) => match.test(code))
  return known ? new Trouble(known[1], known[2]) : null
}

/** better-sqlite3 looks for the folder itself and has no code for one that is gone. */
function isWithoutFolder(error: unknown): boolean {
  return error instanceof TypeError && error.message.endsWith('because the directory does not exist')
}
