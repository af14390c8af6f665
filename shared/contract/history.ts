import { z } from 'zod'
import { Edit, HistoryFilter } from '../model/edit.ts'
import { CollectionName, UndoState } from '../model/snapshot.ts'
import { call, change } from './edited.ts'

/** Announced after each edit is on the disk: the edit, and each row it touched as it now is. */
export const Changed = z.object({
  edit: Edit,
  patches: z.array(z.object({ collection: CollectionName, id: z.string(), row: z.unknown() })),
  undo: UndoState,
})
export type Changed = z.infer<typeof Changed>

/** Taking back and bringing again. */
export const edit = {
  /** Takes back the last edit not yet taken back. */
  undo: change,
  redo: change,
  /** Takes back every edit after this one, as one new edit. */
  backTo: change.input(z.object({ seq: z.int() })),
}

/** An edit as history shows it. */
export const HistoryEntry = Edit.extend({
  /** Number of the edit that took this one back, if it stands taken back now. */
  undoneBy: z.int().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** One value an edit changed, as people read it; empty text for none. */
export const HistoryValue = z.object({
  /** `A-07`, `3 Partners beyond the NHS, Alderbrook`. */
  subject: z.string(),
  field: z.string(),
  was: z.string(),
  is: z.string(),
})
export type HistoryValue = z.infer<typeof HistoryValue>

/** What an edit changed. `isHidden`: hands and slips were among it, which history never shows. */
export const HistoryValues = z.object({
  values: z.array(HistoryValue),
  /** Values that are not listed, because the list is long enough. */
  more: z.int(),
  isHidden: z.boolean(),
})
export type HistoryValues = z.infer<typeof HistoryValues>

/** What was done, in words. */
export const history = {
  /** Newest first, at most `limit`, older than `before` if given. */
  list: call
    .input(
      HistoryFilter.extend({
        before: z.int().optional(),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ entries: z.array(HistoryEntry), people: z.array(z.string()) })),
  /** What one edit changed: the old value and the new one. */
  values: call.input(z.object({ seq: z.int() })).output(HistoryValues),
}
