import { ORPCError } from '@orpc/server'
import { inputTroubleOf } from './input-trouble.ts'
import { troubleOf } from './trouble.ts'

const FAULT =
  'Something went wrong in Ninefold and nothing was changed. Try again, or close and reopen the workbook.'

/** Any error as one of the contract, so that it crosses to the page with its sentence and nothing else. */
export function toContractError(error: unknown): ORPCError<string, unknown> {
  const trouble = troubleOf(error) ?? inputTroubleOf(error)
  if (trouble) {
    return new ORPCError(trouble.code, { message: trouble.message, data: trouble.data, defined: true })
  }
  if (error instanceof ORPCError && error.defined) return error
  // Where it happened, for whoever mends it. Messages may quote what the user wrote, so they stay out.
  console.error(
    'fault',
    error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join(' ') : typeof error,
  )
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: FAULT })
}
