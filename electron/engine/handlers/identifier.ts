import { identifierWords } from '../../../shared/text/identifiers.ts'
import { findLeaving } from '../identifiers/find-leaving.ts'
import { edit } from '../session.ts'
import { findRow, insertRow } from '../store/rows.ts'
import { base } from './base.ts'

/** Likely identifiers in what is about to leave. */
export const identifier = {
  find: base.identifier.find.handler(({ context: { session, engine }, input: { leaving }, signal }) =>
    findLeaving(session, engine.tasks, leaving, signal),
  ),

  clear: base.identifier.clear.handler(({ context: { session, person }, input: { key, kind } }) => {
    const words = `Said that something found before it left is not ${identifierWords[kind].a}`
    return edit(session, person, { words }, db => {
      if (!findRow(db, 'clearedFindings', key))
        insertRow(db, 'clearedFindings', { id: key, kind, clearedAt: session.deps.now() })
    })
  }),
}
