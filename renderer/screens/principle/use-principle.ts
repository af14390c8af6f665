import { useMemo } from 'react'
import type { RatingFields } from '../../../shared/contract/rating.ts'
import type { Action } from '../../../shared/model/action.ts'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import type { Measure } from '../../../shared/model/measure.ts'
import { blankRating, type Rating } from '../../../shared/model/rating.ts'
import type { Area, Round } from '../../../shared/model/workbook.ts'
import { measuresOf } from '../../../shared/rules/measures.ts'
import { type Missing, missingOn } from '../../../shared/rules/missing.ts'
import {
  actionsOf,
  agreementIn,
  evidenceOf,
  ratingOf,
  roundBefore,
  shownVotes,
} from '../../../shared/rules/select.ts'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { useArea, useRound, useToday } from '../../state/select.ts'
import { countSentence, verdictOf } from './rating-view.ts'

/** All a principle's page shows of the workbook, for the area and round the user has chosen. */
export type PrincipleView = {
  readonly principle: Principle
  readonly area: Area
  readonly round: Round
  readonly rating: Rating
  /** What the room said, in words; empty where nobody voted. */
  readonly votes: string
  readonly last: {
    readonly round: Round
    readonly rating: Rating
    /** `agreed` or `split`; empty where too few voted to say. */
    readonly verdict: string
    readonly votes: string
  } | null
  readonly evidence: readonly Evidence[]
  readonly actions: readonly Action[]
  readonly measures: readonly Measure[]
  readonly missing: readonly Missing[]
  /** Why nothing can be changed at all, in a sentence; empty when it can. */
  readonly readOnly: string
  /** Why the rating cannot be changed: read-only, or a round signed off. */
  readonly fixed: string
  /** Sets fields of this rating. Gives `undefined` when refused. */
  readonly save: (set: RatingFields) => Promise<unknown>
}

/** The view of a principle in the chosen area and round. */
export function usePrinciple(principle: Principle): PrincipleView {
  const rows = useWorkbook(state => state.rows)
  const access = useWorkbook(state => state.access)
  const area = useArea()
  const round = useRound()
  const today = useToday()
  const act = useAct()

  const key = useMemo(
    () => ({ roundId: round.id, areaId: area.id, principleId: principle.id }),
    [round.id, area.id, principle.id],
  )
  const facts = useMemo(() => {
    const rating = ratingOf(rows, key) ?? blankRating(key)
    const before = roundBefore(rows, key.roundId)
    const last = before && ratingOf(rows, { ...key, roundId: before.id })
    return {
      rating,
      votes: countSentence(shownVotes(rows, rating.id)),
      last:
        before && last
          ? {
              round: before,
              rating: last,
              verdict: verdictOf(agreementIn(rows, last.id)),
              votes: countSentence(shownVotes(rows, last.id)),
            }
          : null,
      evidence: evidenceOf(rows, key),
      actions: actionsOf(rows, key),
      measures: measuresOf(rows, key),
      missing: missingOn(rows, key, today),
    }
  }, [rows, key, today])

  const readOnly = access.mode === 'read' ? access.why || 'This workbook is open for reading only.' : ''
  const signedOff = `The round ${round.name} is signed off: its ratings can be read, not changed.`
  return {
    principle,
    area,
    round,
    ...facts,
    readOnly,
    fixed: readOnly || (round.state === 'signed-off' ? signedOff : ''),
    save: set => act(client => client.rating.set({ ...key, set })),
  }
}
