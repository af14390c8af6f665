import type { EngineState } from '../engine.ts'
import { listOfAny } from '../snapshots/list.ts'
import { restoreSnapshot } from '../snapshots/restore.ts'
import { base } from './base.ts'

/** Snapshots by the path of their workbook, which need not be open, whole or there. */
export const snapshot = {
  listFor: base.snapshot.listFor.handler(({ context: { engine }, input }) =>
    listOfAny(asKnown(engine, input), engine.deps),
  ),

  restore: base.snapshot.restore.handler(({ context: { engine }, input }) =>
    restoreSnapshot(asKnown(engine, input), engine),
  ),

  beforeClosing: base.snapshot.beforeClosing.handler(
    async ({ context: { engine } }) => (await engine.keeper?.take('closing')) ?? false,
  ),

  isWorking: base.snapshot.isWorking.handler(({ context: { engine } }) => engine.keeper?.isWorking ?? false),

  configure: base.snapshot.configure.handler(({ context: { engine }, input }) => {
    const { keeper } = engine
    keeper?.configure({ ...keeper.settings, ...input })
    return keeper !== null
  }),
}

/** A workbook that is open here must not be opened again to learn which it is. */
function asKnown<T extends { path: string; uid: string }>({ session }: EngineState, of: T): T {
  if (session?.path !== of.path) return of
  return { ...of, uid: session.db.prepare('SELECT uid FROM workbook').pluck().get() as string }
}
