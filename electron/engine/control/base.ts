import { implement } from '@orpc/server'
import { control } from '../../../shared/contract/control.ts'
import { toContractError } from '../contract-error.ts'
import type { EngineState } from '../engine.ts'
import type { Session } from '../session.ts'
import { Trouble } from '../trouble.ts'

/** What a shell's calls stand on. */
export type ControlContext = { readonly engine: EngineState }

/** The control contract to implement. Errors leave as sentences. */
export const base = implement(control)
  .$context<ControlContext>()
  .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw toContractError(error, context.engine.session?.path)
    }
  })

/** The open workbook, or a sentence. */
export function requireSession(engine: EngineState): Session {
  if (engine.session) return engine.session
  throw new Trouble('NOT_FOUND', 'No workbook is open. Open one from the start screen.')
}
