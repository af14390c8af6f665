import { ORPCError } from '@orpc/server'
import { troubleOf } from '../engine/trouble.ts'
import { Failed } from './failed.ts'

/** Any error as one sentence for the terminal. What has no sentence of its own gets a plain one, never a stack. */
export function sentenceOf(error: unknown): string {
  const known = error instanceof Failed ? error : troubleOf(error)
  if (known) return known.message
  if (error instanceof ORPCError && error.defined) return error.message
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return inputSentence(error)
  return 'Something went wrong and nothing was changed. Try again, and run ninefold check on the workbook.'
}

/** Which value was refused, in the words of the rule it broke. */
function inputSentence(error: ORPCError<string, unknown>): string {
  const issues = (error.data as { issues?: { path?: unknown[]; message?: string }[] } | undefined)?.issues
  const [issue] = issues ?? []
  const field = String(issue?.path?.at(-1) ?? 'a value')
  return `The ${field} was refused: ${issue?.message ?? 'it is not one Ninefold can keep'}.`
}
