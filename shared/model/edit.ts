import { z } from 'zod'
import { Day, Instant } from './fields.ts'
import { ActionId, AreaId, EvidenceId, PrincipleId } from './ids.ts'

/** What an edit is about, so that history can be filtered. */
export const EditAbout = z.object({
  principleId: PrincipleId.optional(),
  areaId: AreaId.optional(),
  actionId: ActionId.optional(),
  evidenceId: EvidenceId.optional(),
})
export type EditAbout = z.infer<typeof EditAbout>

/**
 * One named change to the workbook. `note` edits are never undone: they change nothing (a copy was saved), or note what
 * cannot be called back (a file was sent); `undo` and `redo` point at the edit they take back or bring again.
 */
export const Edit = z.object({
  seq: z.int(),
  at: Instant,
  who: z.string(),
  words: z.string(),
  kind: z.enum(['do', 'undo', 'redo', 'note']),
  target: z.int().nullable(),
  about: EditAbout,
})
export type Edit = z.infer<typeof Edit>

/** Kinds of thing an edit can have changed. */
export const HistoryThing = z.enum([
  'ratings',
  'actions',
  'evidence',
  'measures',
  'room',
  'rounds',
  'workbook',
  'sent',
])
export type HistoryThing = z.infer<typeof HistoryThing>

/** Which edits are asked for: those that fit all that is said. */
export const HistoryFilter = z.object({
  about: EditAbout.default({}),
  who: z.string().optional(),
  thing: HistoryThing.optional(),
  /** Days on the clock of this computer, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Every word of it stands in what was done. */
  words: z.string().max(400).default(''),
})
export type HistoryFilter = z.infer<typeof HistoryFilter>
