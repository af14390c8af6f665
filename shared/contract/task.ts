import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { call } from './edited.ts'

/** Long work under way: attaching, exporting, copying. The page shows it and may cancel it. */
export const Task = z.object({
  id: z.string(),
  /** For people: "Attaching board-paper.pdf". */
  words: z.string(),
  done: z.number(),
  /** 0 while unknown. */
  total: z.number(),
  unit: z.enum(['bytes', 'steps']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Why it failed, in one sentence. */
  problem: z.string().nullable(),
  /** Nobody asked for it and waits for its answer: whoever watches says what went wrong. */
  isUnasked: z.boolean(),
})
export type Task = z.infer<typeof Task>

/** Long work. */
export const task = {
  /** The tasks now running, then each change of any task. */
  watch: call.output(eventIterator(Task)),
  /** That such work will be asked for soon: what it needs is made ready, and goes again when nobody asks. */
  prepare: call.input(z.object({ work: z.enum(['export', 'review']) })).output(z.void()),
  cancel: call.input(z.object({ id: z.string() })).output(z.boolean()),
}
