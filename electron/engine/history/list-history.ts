import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { HistoryFilter } from '../../../shared/model/edit.ts'
import type { Day } from '../../../shared/model/fields.ts'
import type { Session } from '../session.ts'
import { findEdits } from '../store/edits.ts'

/** Edits that fit a filter, newest first, each with whether it stands taken back. */
export function listHistory(
  session: Session,
  { about, who, thing, from, to, words }: HistoryFilter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): HistoryEntry[] {
  const since = from && momentOf(from, 0)
  const until = to && momentOf(to, 1)
  const found = findEdits(session.db, { about, who, thing, words, since, until, before, limit })
  return found.map(entry => ({ ...entry, undoneBy: session.stacks.undoneBy.get(entry.seq) ?? null }))
}

/** When a day begins on the clock of this computer, or the one `later` days on. */
function momentOf(day: Day, later: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date + later).toISOString()
}
