import { edit } from '../session.ts'
import { updateRow } from '../store/rows.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** What was sent out. */
export const sentFile = {
  setAwaited: base.sentFile.setAwaited.handler(({ context: { session, person }, input }) => {
    const { fileName } = requireRow(session, 'sentFiles', input.id)
    const words = input.isAwaited ? `Waiting for ${fileName} again` : `Stopped waiting for ${fileName}`
    return edit(session, person, { words }, db =>
      updateRow(db, 'sentFiles', input.id, { isAwaited: input.isAwaited }),
    )
  }),
}
