import { lstatSync, type Stats } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { stampKey, stampOf, stemOfSnapshotsFolder } from '../../../shared/text/snapshot-names.ts'
import { identityOf } from '../file-identity.ts'
import { isOpenHere } from '../open.ts'
import { lookAt, type SnapshotFile } from './look.ts'
import { namesIn } from './place.ts'

/** What lies in the folders of snapshots. */
export type FoundSnapshots = {
  /** Newest first, by when they were made. */
  readonly files: readonly SnapshotFile[]
  /** Files called as snapshots are that could not be read. */
  readonly unreadable: number
}

type Known = { readonly size: number; readonly modifiedMs: number; readonly file: SnapshotFile | null }

/** Each file is looked into once, unless it changed since. */
const known = new Map<string, Known>()
const MOST_KNOWN = 2000

/**
 * The snapshots in these folders, of the workbook with this `uid`, or of any when it is not known. A snapshot is a file with
 * a date in its name, or any workbook in a folder of snapshots; other files are not so much as opened. Takes turns.
 */
export async function findSnapshots(
  folders: readonly string[],
  { uid, except }: { uid: string | null; except: string },
): Promise<FoundSnapshots> {
  const itself = identityOf(except)
  const files: SnapshotFile[] = []
  let unreadable = 0
  for (const folder of folders) {
    const isOurs = stemOfSnapshotsFolder(basename(folder)) !== null
    for (const name of namesIn(folder)) {
      if (!/^[^.~].*\.ninefold$/i.test(name) || !(isOurs || stampOf(name))) continue
      const path = join(folder, name)
      const stats = lstatSync(path, { throwIfNoEntry: false })
      if (!stats?.isFile() || isOpenHere(path) || identityOf(path) === itself) continue
      const file = glance(path, stats)
      if (!file) unreadable++
      else if (uid === null || file.uid === uid) files.push(file)
      await nextTurn()
    }
  }
  files.sort(newestFirst)
  return { files, unreadable }
}

function glance(path: string, { size, mtimeMs }: Stats): SnapshotFile | null {
  const before = known.get(path)
  if (before?.size === size && before.modifiedMs === mtimeMs) return before.file
  let file: SnapshotFile | null = null
  try {
    file = lookAt(path, { size, mtimeMs })
  } catch {
    // Damaged, newer, or no workbook at all: it is counted and left alone.
  }
  known.delete(path)
  known.set(path, { size, modifiedMs: mtimeMs, file })
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return file
}

function newestFirst(a: SnapshotFile, b: SnapshotFile): number {
  const [left, right] = [stampKey(a.stamp), stampKey(b.stamp)]
  return left === right ? b.seq - a.seq : left < right ? 1 : -1
}
