import { ORPCError } from '@orpc/client'
import { errors } from '../../shared/contract/errors.ts'
import { logFault } from '../log/fault-log.ts'

const CUT_OFF = 'Ninefold lost hold of the workbook for a moment and this was not done: try it again.'

/** What to tell the user about an error: its own sentence when it was made for people, else a plain one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ORPCError && Object.hasOwn(errors, error.code)) return error.message
  if (error instanceof PlainError) return error.message
  // The engine died under the call; it is on its way back.
  if (error instanceof Error && error.name === 'AbortError') return CUT_OFF
  logFault(error)
  return 'Something went wrong and nothing was changed: try again, or close Ninefold and open it again.'
}

/** An error whose message is one sentence for the user. */
export class PlainError extends Error {}
