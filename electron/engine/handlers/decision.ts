import type { Decision } from '../../../shared/model/decision.ts'
import type { EditAbout } from '../../../shared/model/edit.ts'
import { decisionWords } from '../../../shared/text/words.ts'
import { edit, type Session } from '../session.ts'
import { changedFields, definedFields, deleteRow, insertRow, updateRow } from '../store/rows.ts'
import { base } from './base.ts'
import { requirePrinciple, requireRow } from './require-row.ts'

/** What the board said back. It may be written down after the round was signed off: that is when boards meet. */
export const decision = {
  add: base.decision.add.handler(({ context: { session, person }, input }) => {
    requireRow(session, 'rounds', input.roundId)
    assertTargets(session, input)
    const row = { id: session.deps.newId(), addedAt: session.deps.now(), ...input }
    return edit(
      session,
      person,
      { words: `The board ${said(row)}`, about: aboutOf(row) },
      db => insertRow(db, 'decisions', row),
      row.id,
    )
  }),

  set: base.decision.set.handler(({ context: { session, person }, input: { id, set } }) => {
    const before = requireRow(session, 'decisions', id)
    assertTargets(session, set)
    const after = { ...before, ...definedFields(set) }
    return edit(
      session,
      person,
      { words: `Changed what the board ${said(after)}`, about: aboutOf(after) },
      db => updateRow(db, 'decisions', id, changedFields(before, after)),
    )
  }),

  remove: base.decision.remove.handler(({ context: { session, person }, input: { id } }) => {
    const before = requireRow(session, 'decisions', id)
    return edit(
      session,
      person,
      { words: `Removed what the board ${said(before)}`, about: aboutOf(before) },
      db => deleteRow(db, 'decisions', id),
    )
  }),
}

function said({ kind, text }: Decision): string {
  return `${decisionWords[kind].toLowerCase()}: ${text}`
}

function assertTargets(session: Session, given: Partial<Pick<Decision, 'principleId' | 'actionId'>>): void {
  const { principleId, actionId } = given
  if (principleId) requirePrinciple(session, principleId)
  if (actionId) requireRow(session, 'actions', actionId)
}

function aboutOf({ principleId, actionId }: Decision): EditAbout {
  return { ...(principleId ? { principleId } : {}), ...(actionId ? { actionId } : {}) }
}
