import type { Day } from '../model/fields.ts'
import type { Principle } from '../model/framework.ts'
import type { AreaId, RoundId } from '../model/ids.ts'
import { count } from '../text/dates.ts'
import {
  actionsOf,
  agreementIn,
  isClosed,
  latenessOf,
  type Reads,
  ratingOf,
  ratingStateOf,
} from './select.ts'

/** How far an area has come in a round. */
export type Progress = {
  readonly total: number
  /** Rated or not applicable: the room has decided. */
  readonly discussed: number
  readonly split: number
  readonly openActions: number
  readonly lateActions: number
  /** The first principle, by number, that has not been discussed. */
  readonly next: Principle | null
}

/** Counts what is done and not in one area and round. The system's actions are those of every area. */
export function progressOf(
  rows: Reads<'ratings' | 'votes' | 'roomSteps' | 'areas' | 'actions' | 'statuses'>,
  principles: readonly Principle[],
  at: { readonly roundId: RoundId; readonly areaId: AreaId },
  today: Day,
): Progress {
  const inOrder = [...principles].sort((a, b) => a.number - b.number)
  const states = inOrder.map(principle => {
    const rating = ratingOf(rows, { ...at, principleId: principle.id })
    const isSplit = rating?.state === 'rated' && agreementIn(rows, rating.id).verdict === 'split'
    return { principle, isDiscussed: ratingStateOf(rating) !== 'not-discussed', isSplit }
  })
  const open = actionsOf(rows, at).filter(action => !isClosed(rows, action))
  return {
    total: states.length,
    discussed: states.filter(state => state.isDiscussed).length,
    split: states.filter(state => state.isSplit).length,
    openActions: open.length,
    lateActions: open.filter(action => latenessOf(rows, action, today) > 0).length,
    next: states.find(state => !state.isDiscussed)?.principle ?? null,
  }
}

/** The overview's heading: "6 of 9 discussed. 2 split. 3 actions late." What is nought is left out. */
export function progressSentence(progress: Progress): string {
  const { total, discussed, split, lateActions } = progress
  const first =
    discussed === 0
      ? `None of ${total} discussed yet.`
      : discussed === total
        ? `All ${total} discussed.`
        : `${discussed} of ${total} discussed.`
  const rest = [
    split > 0 ? `${split} split.` : '',
    lateActions > 0 ? `${count(lateActions, 'action')} late.` : '',
  ]
  return [first, ...rest].filter(Boolean).join(' ')
}
