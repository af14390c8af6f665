import { logFault } from '../../log/fault-log.ts'
import { Trouble } from '../trouble.ts'

/** What went wrong with the file `name`, as one sentence for people; a cancelling stays one. `doing` completes "it could not be …". */
export function fileTrouble(error: unknown, name: string, doing: 'attached' | 'read' | 'saved'): Error {
  if (error instanceof Trouble || isAbort(error)) return error as Error
  if (doing === 'saved' && codeOf(error) === '') return faultOfOurs(error, name)
  switch (codeOf(error)) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return new Trouble(
        'DISK_FULL',
        `The disk is full, so “${name}” was not ${doing}. Make some room and try again.`,
      )
    case 'ENOENT':
    case 'ESTALE':
      return new Trouble(
        'FILE_TROUBLE',
        doing === 'saved'
          ? `The folder for “${name}” is no longer there, so it was not saved. Choose another folder.`
          : `“${name}” is no longer there, so it was not ${doing}. Check where it is now and choose it again.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Trouble(
        'FILE_TROUBLE',
        doing === 'saved'
          ? `You may not write “${name}” there, so it was not saved. Choose another folder.`
          : `You may not read “${name}”, so it was not ${doing}. Ask for the right to read it, or choose a copy.`,
      )
    case 'EBUSY':
      return new Trouble(
        'FILE_TROUBLE',
        `Another program is using “${name}”, so it was not ${doing}. Close it there and try again.`,
      )
    case 'SQLITE_READONLY':
      return new Trouble(
        'READ_ONLY',
        `The workbook may only be read, so “${name}” was not ${doing}. Save a copy and work there.`,
      )
    default:
      return new Trouble(
        'FILE_TROUBLE',
        `“${name}” could not be ${doing === 'saved' ? 'written' : 'read'}, so it was not ${doing}. Check the disk it is on and try again.`,
      )
  }
}

/** No disk said no: the fault is ours, and nobody should be sent to look at theirs. */
function faultOfOurs(error: unknown, name: string): Trouble {
  const trouble = new Trouble(
    'FILE_TROUBLE',
    `“${name}” was not saved because of a fault in Ninefold; the workbook is as it was. Try again, and report it if it stays.`,
  )
  trouble.cause = error
  logFault(error)
  return trouble
}

/** Whether the user asked for the work to stop. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** SQLite's long codes (`SQLITE_READONLY_DBMOVED`) answer to their short ones. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return ''
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code
}
