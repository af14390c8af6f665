import { ORPCError } from '@orpc/client'
import { errors } from '../../shared/contract/errors.ts'

/** What to tell the user about an error: its own sentence when it was made for people, else a plain one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ORPCError && Object.hasOwn(errors, error.code)) return error.message
  if (error instanceof PlainError) return error.message
  console.error(error)
  return 'Something went wrong and nothing was changed: try again, or close Ninefold and open it again.'
}

/** An error whose message is one sentence for the user. */
export class PlainError extends Error {}
