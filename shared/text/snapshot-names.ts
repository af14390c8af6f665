import { Day } from '../model/fields.ts'
import { clockTime, localDay, longDate } from './dates.ts'
import { firstBytes } from './file-names.ts'

/** What tells one snapshot from another is never cut; the rest of its name may take this many bytes. */
const LONGEST_STEM = 150

/** When a snapshot was made, as the clock on the wall had it. `number` tells two of one minute apart. */
export type Stamp = {
  readonly day: Day
  /** `14:05`. */
  readonly time: string
  readonly number: number
}

/** The moment as its stamp. */
export function stampAt(moment: Date, number = 1): Stamp {
  return { day: localDay(moment), time: clockTime(moment), number }
}

/** `Northmoor 2026-11-23 14.05.ninefold`, then `… 14.05 (2).ninefold`. Names sort as they were made. */
export function snapshotName(stem: string, { day, time, number }: Stamp): string {
  const again = number === 1 ? '' : ` (${number})`
  return `${firstBytes(stem, LONGEST_STEM).trimEnd()} ${day} ${time.replace(':', '.')}${again}.ninefold`
}

/** The stamp in the name of a snapshot; `null` when it has none. */
export function stampOf(fileName: string): Stamp | null {
  const found = /^.* (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)(?: \((\d{1,4})\))?\.ninefold$/i.exec(fileName)
  if (!found) return null
  const [, day = '', hours, minutes, number = '1'] = found
  if (!Day.safeParse(day).success || Number(hours) > 23 || Number(minutes) > 59) return null
  return { day, time: `${hours}:${minutes}`, number: Number(number) }
}

/** For putting snapshots in the order of their names. */
export function stampKey({ day, time, number }: Stamp): string {
  return `${day} ${time} ${String(number).padStart(4, '0')}`
}

/** `Northmoor (snapshots)`, beside the workbook. */
export function snapshotsFolderName(stem: string): string {
  return `${firstBytes(stem, LONGEST_STEM).trimEnd()} (snapshots)`
}

/** Whether a folder is called as we call them; gives the name of the workbook it is for. */
export function stemOfSnapshotsFolder(folderName: string): string | null {
  return /^(.+) \(snapshots\)$/.exec(folderName)?.[1] ?? null
}

/** What a snapshot opened as a workbook of its own is called: `Northmoor (as at 23 November 2026 14.05).ninefold`. */
export function restoredName(stem: string, stamp: Pick<Stamp, 'day' | 'time'>, number: number): string {
  const again = number === 1 ? '' : `, ${number}`
  const when = `${longDate(stamp.day)} ${stamp.time.replace(':', '.')}`
  return `${firstBytes(stem, LONGEST_STEM).trimEnd()} (as at ${when}${again}).ninefold`
}

/** `23 November 2026, 14:05`. */
export function stampWords({ day, time }: Pick<Stamp, 'day' | 'time'>): string {
  return `${longDate(day)}, ${time}`
}
