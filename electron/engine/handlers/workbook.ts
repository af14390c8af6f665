import type { Changed } from '../../../shared/contract/history.ts'
import { SYSTEM_AREA } from '../create.ts'
import { edit, type Session, undoStateOf } from '../session.ts'
import { listAllRows, updateRow } from '../store/rows.ts'
import { checkInTurns } from '../verify.ts'
import { base } from './base.ts'
import { followForRoom, rowsForRoom } from './seen-by-room.ts'

/** The whole workbook: read, followed, checked, renamed. */
export const workbook = {
  read: base.workbook.read.handler(({ context: { session }, input }) => ({
    ...(input?.seenBy === 'room'
      ? { rows: rowsForRoom(session), undo: { undo: null, redo: null } }
      : { rows: listAllRows(session.db), undo: undoStateOf(session) }),
    framework: session.framework,
    lastSavedAt: session.lastEdit?.at ?? null,
    access: session.access,
    seq: session.lastEdit?.seq ?? 0,
  })),

  seq: base.workbook.seq.handler(({ context: { session } }) => session.lastEdit?.seq ?? 0),

  watch: base.workbook.watch.handler(({ context: { session }, input, signal }) =>
    input?.seenBy === 'room' ? followForRoom(session, signal) : follow(session, signal),
  ),

  check: base.workbook.check.handler(({ context: { session }, signal }) => checkInTurns(session, signal)),

  set: base.workbook.set.handler(({ context: { session, person }, input }) => {
    const words = input.systemName
      ? `Called the system ${input.systemName}`
      : 'Changed what the system is called'
    return edit(session, person, { words }, db => {
      updateRow(db, 'workbook', 'workbook', input)
      // The system's own area carries the system's name everywhere areas are listed.
      if (input.systemName) updateRow(db, 'areas', SYSTEM_AREA, { name: input.systemName })
    })
  }),
}

async function* follow(session: Session, signal: AbortSignal | undefined): AsyncGenerator<Changed> {
  for await (const changed of session.changes.subscribe('changed', { signal })) yield changed
}
