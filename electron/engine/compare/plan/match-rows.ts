import { choiceMeant } from '../../../../shared/text/choices.ts'
import { plainText, wordsOf } from '../../../../shared/text/plain.ts'
import { parseRowMark } from '../../exchange/marks.ts'
import type { ReadRow } from '../../exchange/returned/read-book.ts'
import type { SentRow } from '../../exchange/sent-tables.ts'
import type { Base } from '../base.ts'
import { showsAsSent } from '../sheet-cell.ts'
import type { State } from '../state.ts'
import { refNumber, type SureColumns, textIn } from './find-columns.ts'

/** A row that came back and the action it is about. */
export type MatchedRow = {
  readonly row: ReadRow
  readonly actionId: string
  /** What this row was sent from: a row copied out of another returned file has that file's. */
  readonly base: Base
  readonly sent: SentRow | null
}

/** Rows of a plan, each found again or not. */
export type RowMatch = {
  readonly matched: readonly MatchedRow[]
  /** Rows about no action there is. */
  readonly unknown: readonly ReadRow[]
  /** Rows whose mark, reference and words name different actions: nothing is read from them. */
  readonly torn: readonly ReadRow[]
}

/** Finds the action of each row: by its mark where reference or words agree with it, else by reference and words. */
export function matchRows(
  rows: readonly ReadRow[],
  columns: SureColumns,
  base: Base,
  now: State,
  baseOf: (sentFileId: string) => Base | null,
): RowMatch {
  const index = indexOf(base, now)
  const holders = new Set(rows.flatMap(row => ownerOf(row)))
  const matched: MatchedRow[] = []
  const unknown: ReadRow[] = []
  const torn: ReadRow[] = []
  for (const row of rows) {
    const mark = columns.mark === null ? null : parseRowMark(row.cells.get(columns.mark)?.text ?? '')
    const found = actionOf(row, mark?.rowId ?? null)
    if (found === 'torn') torn.push(row)
    else if (found === null) unknown.push(row)
    else {
      const other = mark && mark.sentFileId !== base.sentFileId ? baseOf(mark.sentFileId) : null
      const from = other?.plan.rows.has(found) ? other : base
      matched.push({ row, actionId: found, base: from, sent: from.plan.rows.get(found) ?? null })
    }
  }
  return { matched, unknown, torn }

  function actionOf(row: ReadRow, rowId: string | null): string | 'torn' | null {
    const title = textIn(row, columns.at, 'action')
    const refText = textIn(row, columns.at, 'ref')
    const byRef = index.byRef(refNumber(refText))
    const marked = rowId !== null && index.isKnown(rowId) ? rowId : null
    if (marked === null) {
      const byWords = index.byWords(row, title)
      if (byRef === null) return byWords
      if (index.hasWords(byRef, title) || isLike(row, byRef, 0.6)) return byRef
      if (byWords !== null) return byWords
      return columns.mark === null && index.isSimilar(byRef, title) ? byRef : null
    }
    const isOwnRef = refText === '' || byRef === marked
    if (index.hasWords(marked, title)) {
      // The same words may stand in several places: then the rest of the row says whose they are.
      const isOthers = !isOwnRef && byRef !== null && index.hasWords(byRef, title)
      return isOthers && likeness(row, byRef) > likeness(row, marked) ? byRef : marked
    }
    // Words of another action on this row: all of that row came here without its mark; or they were typed, for that action
    // still has them too; or one column was sorted alone.
    const others = index.withWords(title)
    const other =
      others.length === 0 ? null : others.reduce((a, b) => (likeness(row, b) > likeness(row, a) ? b : a))
    if (other !== null) {
      if (!isOwnRef && byRef === other) return other
      if (likeness(row, other) > likeness(row, marked)) return other
      if (!holders.has(other)) return 'torn'
    }
    if (isOwnRef) return marked
    if (isLike(row, marked, 0.6)) return marked
    return byRef !== null && isLike(row, byRef, 0.6) ? byRef : 'torn'
  }

  /** The action whose row this says it is, if it has the words of that action. */
  function ownerOf(row: ReadRow): string[] {
    const marked =
      columns.mark === null ? undefined : parseRowMark(row.cells.get(columns.mark)?.text ?? '')?.rowId
    const id = marked ?? index.byRef(refNumber(textIn(row, columns.at, 'ref')))
    return id && index.hasWords(id, textIn(row, columns.at, 'action')) ? [id] : []
  }

  /** The share of cells sent with something in them that still say so, apart from reference and words. */
  function likeness(row: ReadRow, actionId: string): number {
    const sent = base.plan.rows.get(actionId)
    if (!sent) return 0
    let held = 0
    let same = 0
    base.plan.columns.forEach((column, number) => {
      const at = columns.at.get(column.id)
      const was = sent.cells[number] ?? null
      if (at === undefined || was === null || was === '' || column.id === 'ref' || column.id === 'action')
        return
      held++
      if (showsAsSent(row.cells.get(at), was)) same++
    })
    return held < 3 ? 0 : same / held
  }

  function isLike(row: ReadRow, actionId: string, share: number): boolean {
    return likeness(row, actionId) >= share
  }

  function indexOf(of: Base, at: State) {
    const ids = (state: State, title: string) => (title !== '' && state.idsByTitle.get(title)) || []
    const withWords = (title: string) => [...new Set([...ids(of.state, title), ...ids(at, title)])]
    const { choices } = at
    const isInPlace = (row: ReadRow, id: string) =>
      [of.state, at].some(({ actions, facts }) => {
        const action = actions.get(id)
        if (!action) return false
        const place = textIn(row, columns.at, 'place')
        const principle = textIn(row, columns.at, 'principle')
        return (
          (place === '' ||
            place === plainText(facts.areaName(action.areaId)) ||
            choiceMeant(choices.place, place)?.value === action.areaId) &&
          (principle === '' ||
            principle === plainText(facts.principleName(action.principleId)) ||
            choiceMeant(choices.principle, principle)?.value === action.principleId)
        )
      })
    return {
      isKnown: (id: string) => of.state.actions.has(id) || at.actions.has(id),
      byRef: (ref: number | null) =>
        ref === null ? null : (of.state.idByRef.get(ref) ?? at.idByRef.get(ref) ?? null),
      byWords: (row: ReadRow, title: string) => {
        const here = withWords(title).filter(id => isInPlace(row, id))
        return here.length === 1 ? here[0]! : null
      },
      withWords,
      hasWords: (id: string, title: string) => [of.state, at].some(state => ids(state, title).includes(id)),
      isSimilar: (id: string, title: string) =>
        [of.state.actions.get(id), at.actions.get(id)].some(
          action => action && similarity(action.title, title) >= 0.5,
        ),
    }
  }
}

/** How many words two texts share, from 0 to 1. */
function similarity(one: string, other: string): number {
  const words = new Set(wordsOf(one).split(' '))
  const others = new Set(wordsOf(other).split(' '))
  const shared = [...words].filter(word => others.has(word)).length
  return shared / Math.max(1, words.size + others.size - shared)
}
