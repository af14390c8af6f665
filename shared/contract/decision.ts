import { z } from 'zod'
import { Decision } from '../model/decision.ts'
import { change } from './edited.ts'

/** What may be said of a decision; the round it belongs to stays. */
export const DecisionFields = Decision.pick({
  kind: true,
  text: true,
  on: true,
  meeting: true,
  principleId: true,
  actionId: true,
})
export type DecisionFields = z.infer<typeof DecisionFields>

/** What the board said back on a round, signed off or not. */
export const decision = {
  add: change.input(DecisionFields.extend({ roundId: Decision.shape.roundId })),
  set: change.input(z.object({ id: z.string(), set: DecisionFields.partial() })),
  remove: change.input(z.object({ id: z.string() })),
}
