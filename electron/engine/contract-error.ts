import { basename } from 'node:path'
import { ORPCError } from '@orpc/server'
import { errors } from '../../shared/contract/errors.ts'
import { logFault } from '../log/fault-log.ts'
import { inputTroubleOf } from './input-trouble.ts'
import { Trouble, troubleOf } from './trouble.ts'

const FAULT =
  'Something went wrong in Ninefold and nothing was changed. Try again, or close and reopen the workbook.'

/**
 * Any error as one of the contract, so that it crosses to the page with its sentence and nothing else. `path`: of the
 * open workbook, whose name the sentence then tells.
 */
export function toContractError(error: unknown, path?: string): ORPCError<string, unknown> {
  const trouble = troubleOf(error) ?? inputTroubleOf(error)
  if (trouble) {
    const { message, data } = trouble
    // Without the status of its code an error does not match the contract, and arrives as one it never defined.
    return new ORPCError(trouble.code, { status: errors[trouble.code].status, message, data, defined: true })
  }
  if (error instanceof ORPCError && error.defined) return error
  logFault(error)
  if (isUnreadable(error)) return toContractError(new Trouble('BAD_FILE', unreadable(path)))
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: FAULT })
}

function unreadable(path: string | undefined): string {
  const name = path === undefined ? 'The workbook' : basename(path)
  return `${name} holds something Ninefold cannot read, so it is damaged or was changed by another program. Open the newest copy you have.`
}

/** An answer that breaks the contract comes from rows that keep no rule of the model: something changed the file. */
function isUnreadable(error: unknown): boolean {
  return error instanceof ORPCError && error.message === 'Output validation failed'
}
