import { ORPCError } from '@orpc/server'
import { troubleOf } from '../engine/trouble.ts'
import { Failed } from './failed.ts'

/** Any error as one sentence for the terminal. What has no sentence of its own gets a plain one, never a stack. */
export function sentenceOf(error: unknown): string {
  const known = error instanceof Failed ? error : troubleOf(error)
  if (known) return known.message
  if (error instanceof ORPCError && error.defined) return error.message
  return 'Something went wrong and nothing was changed. Try again, and run ninefold check on the workbook.'
}
