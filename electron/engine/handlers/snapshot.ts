import { writableOf } from '../session.ts'
import { compareSnapshot } from '../snapshots/compare.ts'
import { goBackTo } from '../snapshots/go-back.ts'
import type { Keeper } from '../snapshots/keeper.ts'
import { listOfOpen, requireSnapshot } from '../snapshots/list.ts'
import { base, type CallContext } from './base.ts'

/** Dated snapshots of the open workbook. */
export const snapshot = {
  list: base.snapshot.list.handler(({ context: { engine, session } }) =>
    listOfOpen(session, keeperOf(engine)),
  ),

  compare: base.snapshot.compare.handler(async ({ context: { engine, session }, input: { id } }) =>
    compareSnapshot(session, requireSnapshot(await keeperOf(engine).find(), id)),
  ),

  take: base.snapshot.take.handler(async ({ context: { engine, session } }) => {
    writableOf(session)
    return { wasTaken: await keeperOf(engine).take('asked') }
  }),

  goBack: base.snapshot.goBack.handler(async ({ context: { engine, session, person }, input: { id } }) =>
    goBackTo(session, engine.tasks, person, requireSnapshot(await keeperOf(engine).find(), id)),
  ),
}

/** There is one wherever there is a session. */
function keeperOf({ keeper }: CallContext['engine']): Keeper {
  return keeper!
}
