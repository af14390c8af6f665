import type { Snapshots } from '../../../shared/contract/snapshot.ts'
import { count } from '../../../shared/text/dates.ts'

/** Where snapshots are, and when they are kept. */
export function placeWords({ folderName, isBeside, isKeeping }: Snapshots): string {
  const where = isBeside
    ? `In the folder “${folderName}” beside the workbook`
    : `In the folder “${folderName}”`
  return isKeeping
    ? `${where}. One is kept after each session and every hour while you work, when something changed.`
    : `${where}. None are kept while the workbook is open for reading only.`
}

/** What is said of files there that are no good. */
export function unreadableWords(many: number): string {
  return `${count(many, 'file')} there could not be read as ${many === 1 ? 'a snapshot' : 'snapshots'} and ${many === 1 ? 'was' : 'were'} left alone.`
}
