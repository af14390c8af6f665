import { dayWords, localDay } from '../../../shared/text/dates.ts'
import type { CellChange } from './cell-change.ts'
import type { ChangedBy, CompareInput } from './input.ts'
import { FIELDS } from './plan/meaning.ts'
import { RATING_FIELDS } from './ratings/rating-fields.ts'

/** Says whose the value in the workbook is and since when: `You, 12 November`; empty when nobody changed it. */
export function nowWordsOf(input: CompareInput): (change: CellChange) => string {
  const updates = new Map<string, ChangedBy & { readonly on: string }>()
  for (const { actionId, on, author, addedAt } of input.now.rows.updates) {
    const known = updates.get(actionId)
    if (!known || on > known.on || (on === known.on && addedAt > known.at))
      updates.set(actionId, { on, who: author, at: addedAt })
  }
  return ({ subject: { collection, rowId }, columnId }) => {
    const fields = (collection === 'ratings' ? RATING_FIELDS : FIELDS)[columnId] ?? []
    const changed =
      columnId === 'progress'
        ? (updates.get(rowId) ?? null)
        : newest(fields.map(field => input.changedBy(collection, rowId, field)))
    if (!changed) return ''
    const who = changed.who !== '' && changed.who === input.who ? 'You' : changed.who
    return [who, dayWords(localDay(new Date(changed.at)), input.today)].filter(Boolean).join(', ')
  }
}

function newest(changes: readonly (ChangedBy | null)[]): ChangedBy | null {
  return changes.reduce((a, b) => (!a || (b && b.at > a.at) ? b : a), null)
}
