import type { Day } from '../model/fields.ts'
import { addMonths } from './months.ts'

/** What the rules need to know of a snapshot. */
export type KeptSnapshot = {
  readonly id: string
  /** The calendar day it was made on, as its name has it. */
  readonly day: Day
  /** Sorts those of a day by when they were made. */
  readonly order: string
  /** Number of its last edit: says which is newer whatever the clock said. */
  readonly seq: number
  /** Version of its schema. */
  readonly version: number
  readonly size: number
}

/** The newest so many are kept whatever their size. */
const NEWEST = 2

/**
 * Which snapshots of one workbook may go: kept are all of today (and of later, by a clock that was set back since), the
 * last of each day for a month, the last of each month before that. Where what is kept is more than `limitBytes`,
 * the oldest go too, but never the newest two, nor the newest of an earlier schema version. Gives ids.
 */
export function snapshotsToDrop(
  snapshots: readonly KeptSnapshot[],
  today: Day,
  limitBytes: number,
): string[] {
  const newestFirst = [...snapshots].sort(newerFirst)
  const safe = safeOf(newestFirst)
  const monthAgo = addMonths(today, -1)
  const groups = new Set<string>()
  const kept = newestFirst.filter(snapshot => {
    const group = groupOf(snapshot, today, monthAgo)
    const isFirst = group === null || !groups.has(group)
    if (group !== null) groups.add(group)
    return isFirst || safe.has(snapshot.id)
  })
  let bytes = kept.reduce((sum, { size }) => sum + size, 0)
  const stay = new Set(kept.map(({ id }) => id))
  for (const { id, size } of kept.reverse()) {
    if (bytes <= limitBytes) break
    if (safe.has(id)) continue
    stay.delete(id)
    bytes -= size
  }
  return snapshots.filter(({ id }) => !stay.has(id)).map(({ id }) => id)
}

/** Of how many one is kept; `null` is of one. */
function groupOf({ day }: KeptSnapshot, today: Day, monthAgo: Day): string | null {
  if (day >= today) return null
  return day > monthAgo ? day : day.slice(0, 7)
}

function safeOf(newestFirst: readonly KeptSnapshot[]): Set<string> {
  const safe = new Set(newestFirst.slice(0, NEWEST).map(({ id }) => id))
  const current = newestFirst[0]?.version
  const versions = new Set<number>()
  for (const { id, version } of newestFirst) {
    if (version !== current && !versions.has(version)) safe.add(id)
    versions.add(version)
  }
  return safe
}

/** By history first, since a clock may be wrong; two of one state by when they were made. */
function newerFirst(a: KeptSnapshot, b: KeptSnapshot): number {
  return b.seq - a.seq || compare(b.order, a.order) || compare(b.id, a.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Room to leave on a disk, at the least. */
export const LEAVE_FREE_BYTES = 500 * 1024 * 1024

/** Whether a snapshot of so many bytes leaves enough room: the least, or three times its size if that is more. */
export function hasRoomFor(size: number, freeBytes: number, leaveFree = LEAVE_FREE_BYTES): boolean {
  return freeBytes - size >= Math.max(leaveFree, 3 * size)
}

/** Whether it is time again. A clock set back or far forward counts as time gone by. */
export function isDue(lastAt: string, now: string, everyMs: number): boolean {
  return Math.abs(Date.parse(now) - Date.parse(lastAt)) >= everyMs
}
