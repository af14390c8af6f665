import { basename } from 'node:path'
import { Trouble, troubleOf } from '../trouble.ts'
import { folderFor, type SnapshotPlace } from './place.ts'

const SAFE = 'the workbook itself is saved'

/** Why no snapshot was kept, in one sentence that also says that nothing is lost. */
export function whyNotKept(error: unknown, place: SnapshotPlace): Trouble {
  if (error instanceof Trouble && error.message.includes(SAFE)) return error
  const folder = `“${basename(folderFor(place))}”`
  const code = troubleOf(error)?.code
  const sentence =
    code === 'DISK_FULL'
      ? `No snapshot was kept, because the disk of ${folder} is full; ${SAFE}. Free some space, or choose another folder for snapshots.`
      : isRefused(error)
        ? `No snapshot was kept, because ${folder} may not be written to; ${SAFE}. Choose another folder for snapshots in Settings.`
        : isGone(error)
          ? `No snapshot was kept, because ${folder} cannot be reached; ${SAFE}. Check that its drive is there, or choose another folder for snapshots.`
          : `No snapshot was kept, because what was written to ${folder} could not be read back; ${SAFE}. Choose another folder for snapshots in Settings.`
  const trouble = new Trouble(code ?? 'FILE_TROUBLE', sentence)
  trouble.cause = error
  return trouble
}

function isRefused(error: unknown): boolean {
  return /^(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES|EPERM)/.test(codeOf(error))
}

function isGone(error: unknown): boolean {
  // The backup of better-sqlite3 has a code of its own making for a folder that is not there: none.
  return /^(ENOENT|ENOTDIR|ENODEV|ENXIO|EIO|ESTALE|EEXIST)/.test(codeOf(error)) || error instanceof TypeError
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
