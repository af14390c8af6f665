import { z } from 'zod'
import { Action, Update } from '../model/action.ts'
import { ActionId, AreaId, PrincipleId } from '../model/ids.ts'
import { change } from './edited.ts'

/** What may be set of an action; what is left out stays as it is. */
export const ActionFields = Action.omit({ id: true, ref: true, createdAt: true, updatedAt: true }).partial()
export type ActionFields = z.infer<typeof ActionFields>

/** An action to add: where it belongs, its words, and what else is known. */
export const NewAction = Action.pick({ areaId: true, principleId: true, title: true }).extend({
  set: ActionFields.omit({ areaId: true, principleId: true, title: true }).default({}),
})
export type NewAction = z.infer<typeof NewAction>

/** The action plan. */
export const action = {
  add: change.input(NewAction),
  /** Several at once, one edit: a pasted block of cells, or one cell. */
  addMany: change.input(z.object({ actions: z.array(NewAction).min(1).max(10_000) })),
  /** A starter action of the framework, by its step and position there. */
  addStarter: change.input(
    z.object({ areaId: AreaId, principleId: PrincipleId, from: z.int(), index: z.int().min(0) }),
  ),
  set: change.input(z.object({ id: ActionId, set: ActionFields })),
  setMany: change.input(
    z.object({
      changes: z
        .array(z.object({ id: ActionId, set: ActionFields }))
        .min(1)
        .max(10_000),
    }),
  ),
  /** A pasted block that fills rows and makes new ones: one edit, one step of undo. */
  paste: change.input(
    z.object({
      changes: z.array(z.object({ id: ActionId, set: ActionFields })).max(10_000),
      adds: z.array(NewAction).max(10_000),
    }),
  ),
  remove: change.input(z.object({ ids: z.array(ActionId).min(1) })),
  /** Adds a dated line; with a status, declares that status too. */
  addUpdate: change.input(Update.pick({ actionId: true, on: true, text: true, statusId: true })),
}
