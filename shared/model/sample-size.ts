import { z } from 'zod'

/** The largest sample there is, by what can be asked for. The smallest has no action, item or place, and one round. */
export const largestSample = { actions: 100_000, evidence: 20_000, places: 200, rounds: 20 } as const

/** How much a sample workbook holds. */
export const SampleSize = z.object({
  actions: z.int().min(0).max(largestSample.actions),
  evidence: z.int().min(0).max(largestSample.evidence),
  places: z.int().min(0).max(largestSample.places),
  rounds: z.int().min(1).max(largestSample.rounds),
})
export type SampleSize = z.infer<typeof SampleSize>

/** What the sample that tells a story holds, and a sized one where nothing else is said. */
export const usualSample: SampleSize = { actions: 60, evidence: 30, places: 3, rounds: 2 }
