import { z } from 'zod'
import { Day, Instant, Line, Text } from './fields.ts'
import { ActionId, PrincipleId, RoundId } from './ids.ts'

/** What a board can say back. */
export const DecisionKind = z.enum(['agreed', 'challenged', 'asked'])
export type DecisionKind = z.infer<typeof DecisionKind>

/** One thing the board said back on a round: on all of it, on a principle, or on an action. */
export const Decision = z.object({
  id: z.string(),
  roundId: RoundId,
  kind: DecisionKind,
  text: Line,
  on: Day,
  /** Which board or meeting said it. */
  meeting: Text,
  principleId: PrincipleId.nullable(),
  /** Kept when the action is taken out of the plan: it was said all the same. */
  actionId: ActionId.nullable(),
  addedAt: Instant,
})
export type Decision = z.infer<typeof Decision>
