import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { snapshotsFolderName, stemOfSnapshotsFolder } from '../../../shared/text/snapshot-names.ts'

/** Where the snapshots of a workbook go. */
export type SnapshotPlace = {
  /** The workbook, as people know it. */
  readonly path: string
  /** The folder the user chose; `null` is the one beside the workbook. */
  readonly folder: string | null
}

/** The name of a workbook's file without its ending. */
export function stemOf(path: string): string {
  return basename(path, extname(path))
}

/** The folder new snapshots go into. */
export function folderFor({ path, folder }: SnapshotPlace): string {
  return folder ?? folderBeside(path)
}

/** The folder beside a workbook that is named after it. */
export function folderBeside(path: string): string {
  return join(dirname(path), snapshotsFolderName(stemOf(path)))
}

/**
 * The folders in which snapshots of a workbook may lie: where new ones go, and every folder of snapshots beside it, since
 * it may have had another name when they were made.
 */
export function foldersToLookIn(place: SnapshotPlace): string[] {
  const beside = dirname(place.path)
  const named = namesIn(beside).filter(name => stemOfSnapshotsFolder(name) !== null)
  return [...new Set([folderFor(place), ...named.map(name => join(beside, name))])]
}

/** What lies in a folder; nothing where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
