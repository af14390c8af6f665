import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { snapshotsToDrop } from '../../../shared/rules/snapshots.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { stampKey } from '../../../shared/text/snapshot-names.ts'
import { syncFolder } from '../create.ts'
import { sealAt } from '../store/as-at.ts'
import type { ReadableDb } from '../store/database.ts'
import type { SnapshotFile } from './look.ts'

/**
 * Thins the snapshots of a workbook. Only those go that bear our name and whose history is part of the workbook's: another
 * copy of it may be the only place where its work is. Gives how many went.
 */
export function thinSnapshots(
  files: readonly SnapshotFile[],
  db: ReadableDb,
  { now, limitBytes }: { now: string; limitBytes: number },
): number {
  const ours = files.filter(file => file.isOurName && sealAt(db, file.seq) === file.seal)
  const kept = ours.map(({ id, stamp, seq, version, size }) => ({
    id,
    day: stamp.day,
    order: stampKey(stamp),
    seq,
    version,
    size,
  }))
  const drop = new Set(snapshotsToDrop(kept, localDay(new Date(now)), limitBytes))
  const gone = ours.filter(({ id }) => drop.has(id)).filter(remove)
  for (const folder of new Set(gone.map(({ path }) => dirname(path)))) syncFolder(folder)
  return gone.length
}

/** Unless it is not the file any more that was looked into. */
function remove({ path, size, modifiedMs }: SnapshotFile): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.size !== size || stats.mtimeMs !== modifiedMs) return false
  try {
    rmSync(path)
    return true
  } catch {
    // Open in another program, or the folder refuses it: the next time takes it.
    return false
  }
}
