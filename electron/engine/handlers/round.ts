import type { RoundId } from '../../../shared/model/ids.ts'
import type { Round } from '../../../shared/model/workbook.ts'
import { lastRoundOf, whyNotStart } from '../../../shared/rules/rounds.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { edit } from '../session.ts'
import { insertRow, listRows, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** Rounds: name and date, signing off, and the next one. */
export const round = {
  set: base.round.set.handler(({ context: { session, person }, input: { id, ...fields } }) => {
    const before = requireRow(session, 'rounds', id)
    assertOpen(before)
    const words = fields.name
      ? `Called the round ${fields.name}`
      : `Set the as-at date of ${before.name} to ${longDate(fields.asAt ?? before.asAt)}`
    return edit(session, person, { words }, db => updateRow(db, 'rounds', id, fields))
  }),

  signOff: base.round.signOff.handler(({ context: { session, person }, input: { id, by } }) => {
    const before = requireRow(session, 'rounds', id)
    assertOpen(before)
    return edit(session, person, { words: `Signed off ${before.name}: ${by}` }, db =>
      updateRow(db, 'rounds', id, {
        state: 'signed-off',
        signedOffAt: session.deps.now(),
        signedOffBy: by,
      }),
    )
  }),

  reopen: base.round.reopen.handler(({ context: { session, person }, input: { id, reason } }) => {
    const { name, state } = requireRow(session, 'rounds', id)
    const last = lastRoundOf(listRows(session.db, 'rounds'))
    if (last?.id !== id)
      throw new Trouble(
        'REFUSED',
        `${name} cannot be opened again, because ${last?.name} came after it. Change ${last?.name} instead.`,
      )
    if (state === 'open') throw new Trouble('REFUSED', `${name} is already open.`)
    return edit(session, person, { words: `Opened ${name} again: ${reason}` }, db =>
      updateRow(db, 'rounds', id, { state: 'open', signedOffAt: null, signedOffBy: '' }),
    )
  }),

  start: base.round.start.handler(({ context: { session, person }, input }) => {
    const rounds = listRows(session.db, 'rounds')
    const why = whyNotStart(rounds, input)
    if (why) throw new Trouble('REFUSED', why)
    const id = session.deps.newId() as RoundId
    const position = (lastRoundOf(rounds)?.position ?? 0) + 1
    const words = `Started the round ${input.name}, as at ${longDate(input.asAt)}`
    return edit(
      session,
      person,
      { words },
      db =>
        insertRow(db, 'rounds', {
          id,
          ...input,
          state: 'open',
          position,
          signedOffAt: null,
          signedOffBy: '',
        }),
      id,
    )
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
