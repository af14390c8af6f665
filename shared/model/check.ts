import { z } from 'zod'

/** What a check of the whole workbook found. */
export const CheckReport = z.object({
  ok: z.boolean(),
  /** What is wrong, a sentence each. */
  problems: z.array(z.string()),
  evidenceChecked: z.int(),
  editsChecked: z.int(),
  /** Files that a light copy left out on purpose: no fault. */
  filesLeftOut: z.int(),
})
export type CheckReport = z.infer<typeof CheckReport>
