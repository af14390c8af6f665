import type { Review, ReviewAddition, ReviewChange, ReviewSubject } from '../../../shared/model/review.ts'
import { count } from '../../../shared/text/dates.ts'
import { isOfFile } from './decide.ts'

/** What the list draws, one under the other. Only changes and additions take the cursor. */
export type Item =
  | { readonly kind: 'band'; readonly id: string; readonly title: string; readonly aside: string }
  | {
      readonly kind: 'subject'
      readonly id: string
      readonly subject: ReviewSubject
      readonly changes: readonly ReviewChange[]
    }
  | {
      readonly kind: 'change'
      readonly id: string
      readonly change: ReviewChange
      /** Where it stands under the head of its action; `alone` carries its own. */
      readonly place: 'alone' | 'within' | 'last'
    }
  | { readonly kind: 'addition'; readonly id: string; readonly addition: ReviewAddition }

/** The list: conflicts, then what changed only in the files, then new rows; within each, action by action. */
export function itemsOf(review: Review, fileId: string | null): readonly Item[] {
  const changes = fileId ? review.changes.filter(change => isOfFile(change, fileId)) : review.changes
  const additions = fileId
    ? review.additions.filter(addition => addition.fileId === fileId)
    : review.additions
  const conflicts = changes.filter(change => change.state === 'conflict')
  const others = changes.filter(change => change.state !== 'conflict')
  const items: Item[] = []
  if (conflicts.length > 0) {
    const aside = `${count(conflicts.length, 'cell')}, neither side wins by itself`
    items.push({ kind: 'band', id: 'band conflicts', title: 'Conflicts first', aside }, ...grouped(conflicts))
  }
  if (others.length > 0) {
    const title = 'Changed only in the returned files'
    items.push(
      { kind: 'band', id: 'band changes', title, aside: count(others.length, 'cell') },
      ...grouped(others),
    )
  }
  if (additions.length > 0) {
    const isSlips = additions.every(addition => addition.collection === 'slips')
    const title = isSlips ? 'Rating slips' : 'New rows'
    const aside = isSlips
      ? `${count(additions.length, 'slip')}, hidden until you reveal them`
      : `${count(additions.length, 'row')} without a match here`
    items.push({ kind: 'band', id: 'band additions', title, aside })
    for (const addition of additions) items.push({ kind: 'addition', id: addition.id, addition })
  }
  return items
}

/** Changes of one row together, where the first of them stands. A row with several has a head of its own. */
function grouped(changes: readonly ReviewChange[]): Item[] {
  const groups = new Map<string, ReviewChange[]>()
  for (const change of changes) {
    const key = `${change.subject.collection}/${change.subject.rowId}`
    const group = groups.get(key)
    if (group) group.push(change)
    else groups.set(key, [change])
  }
  return [...groups].flatMap(([key, group]): Item[] => {
    const [first] = group
    if (group.length === 1 && first) return [{ kind: 'change', id: first.id, change: first, place: 'alone' }]
    const id = `subject ${first!.state === 'conflict'} ${key}`
    return [
      { kind: 'subject', id, subject: first!.subject, changes: group },
      ...group.map((change, index): Item => {
        const place = index === group.length - 1 ? 'last' : 'within'
        return { kind: 'change', id: change.id, change, place }
      }),
    ]
  })
}
