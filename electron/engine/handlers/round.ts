import type { Round } from '../../../shared/model/workbook.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { edit } from '../session.ts'
import { updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** The open round: its name and its date. */
export const round = {
  set: base.round.set.handler(({ context: { session, person }, input: { id, ...fields } }) => {
    const before = requireRow(session, 'rounds', id)
    assertOpen(before)
    const words = fields.name
      ? `Called the round ${fields.name}`
      : `Set the as-at date of ${before.name} to ${longDate(fields.asAt ?? before.asAt)}`
    return edit(session, person, { words }, db => updateRow(db, 'rounds', id, fields))
  }),
}

/** The words of the status key. */
export const status = {
  set: base.status.set.handler(({ context: { session, person }, input: { id, ...fields } }) => {
    const before = requireRow(session, 'statuses', id)
    const words = { words: `Changed the status word ${before.label} to ${fields.label}` }
    return edit(session, person, words, db => updateRow(db, 'statuses', id, fields))
  }),
}

/** A signed-off round is read-only. */
export function assertOpen(given: Round): void {
  if (given.state === 'open') return
  throw new Trouble(
    'REFUSED',
    `${given.name} is signed off and can only be read. Choose the open round to change a rating.`,
  )
}
