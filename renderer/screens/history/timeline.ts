import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { Day } from '../../../shared/model/fields.ts'
import { clockTime, localDay, weekdayDate } from '../../../shared/text/dates.ts'

/** An edit as the timeline shows it. */
export type Line = {
  readonly entry: HistoryEntry
  readonly time: string
  /** `now`: the workbook stands as this edit left it. `note`: nothing changed. */
  readonly standing: 'now' | 'past' | 'undone' | 'note'
  /** `Undone 10:31`, when the edit that took it back is known. */
  readonly undoneWords: string
}

export type DayOfLines = { readonly day: Day; readonly heading: string; readonly lines: readonly Line[] }

/**
 * Entries by day, newest first. Taking back is shown on the edit that was taken back, not as a line of its own.
 * `lastSeq` is the newest standing edit of the whole workbook, whatever the filter shows.
 */
export function timelineOf(
  entries: readonly HistoryEntry[],
  lastSeq: number | null,
  today: Day,
): DayOfLines[] {
  const days: { day: Day; heading: string; lines: Line[] }[] = []
  const bySeq = new Map(entries.map(entry => [entry.seq, entry]))
  for (const entry of entries) {
    if (entry.kind === 'undo' || entry.kind === 'redo') continue
    const at = new Date(entry.at)
    const day = localDay(at)
    if (days.at(-1)?.day !== day) days.push({ day, heading: headingOf(day, today), lines: [] })
    const undoing = entry.undoneBy === null ? undefined : bySeq.get(entry.undoneBy)
    days.at(-1)!.lines.push({
      entry,
      time: clockTime(at),
      standing: standingOf(entry, lastSeq),
      undoneWords: undoing ? `Undone ${clockTime(new Date(undoing.at))}` : 'Undone',
    })
  }
  return days
}

function standingOf(entry: HistoryEntry, lastSeq: number | null): Line['standing'] {
  if (entry.kind === 'note') return 'note'
  if (entry.undoneBy !== null) return 'undone'
  return entry.seq === lastSeq ? 'now' : 'past'
}

function headingOf(day: Day, today: Day): string {
  const words = weekdayDate(day, today)
  return day === today ? `Today, ${words}` : words
}
