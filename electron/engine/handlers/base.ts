import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Person } from '../../../shared/contract/control.ts'
import { toContractError } from '../contract-error.ts'
import type { Session } from '../session.ts'
import type { Keeper } from '../snapshots/keeper.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'

/** What a mount gives every call. `person` says who is calling where several people share one engine (the host). */
export type CallContext = {
  readonly engine: {
    readonly session: Session | null
    readonly tasks: Tasks
    /** Keeps the snapshots of the open workbook. */
    readonly keeper: Keeper | null
  }
  readonly person?: Person
}

/** The contract to implement: each call gets the open workbook, and errors leave as sentences. */
export const base = implement(contract)
  .$context<CallContext>()
  // Input is checked inside the middleware, so that what does not fit is answered with a sentence too.
  .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })
  .use(async ({ context, next }) => {
    try {
      const { session } = context.engine
      if (!session)
        throw new Trouble('NOT_FOUND', 'The workbook was closed. Open it again from the start screen.')
      return await next({ context: { session } })
    } catch (error) {
      throw toContractError(error, context.engine.session?.path)
    }
  })
