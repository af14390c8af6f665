import type { ActionFields, NewAction } from '../../../shared/contract/action.ts'
import { type Action, blankAction } from '../../../shared/model/action.ts'
import type { ActionId, UpdateId } from '../../../shared/model/ids.ts'
import { whyNotEmbedded } from '../../../shared/rules/closing.ts'
import { starterFields } from '../../../shared/rules/starter.ts'
import { count, localDay, longDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { edit, type Session } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { insertActions } from '../store/insert-actions.ts'
import {
  changedFields,
  definedFields,
  deleteRow,
  insertRow,
  listRowsWhere,
  updateRow,
} from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { actionWords } from './action-words.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** Actions of the plan and their dated updates. */
export const action = {
  add: base.action.add.handler(({ context: { session, person }, input }) => addAll(session, person, [input])),

  addMany: base.action.addMany.handler(({ context: { session, person }, input }) =>
    addAll(session, person, input.actions),
  ),

  addStarter: base.action.addStarter.handler(({ context: { session, person }, input }) => {
    const { areaId, principleId, from, index } = input
    const principle = session.framework.principles.find(({ id }) => id === principleId)
    const { systemKind } = requireRow(session, 'workbook', 'workbook')
    const today = localDay(new Date(session.deps.now()))
    const fields =
      principle && starterFields(session.framework, principle, { from, index }, systemKind, today)
    if (!fields)
      throw new Trouble('NOT_FOUND', 'That suggested action is not in this workbook. Write your own instead.')
    const { title, ...set } = fields
    return addAll(session, person, [{ areaId, principleId, title, set }])
  }),

  set: base.action.set.handler(({ context: { session, person }, input }) => setAll(session, person, [input])),

  setMany: base.action.setMany.handler(({ context: { session, person }, input }) =>
    setAll(session, person, input.changes),
  ),

  paste: base.action.paste.handler(({ context: { session, person }, input: { changes, adds } }) => {
    if (adds.length === 0) return setAll(session, person, changes)
    if (changes.length === 0) return addAll(session, person, adds)
    const added = newRows(session, adds)
    const changed = changedRows(session, changes)
    const words = `Pasted: added ${count(added.length, 'action')}, changed ${changed.length}`
    return edit(session, person, { words }, db => {
      updateAll(db, changed, session.deps.now())
      insertActions(db, added)
    })
  }),

  remove: base.action.remove.handler(({ context: { session, person }, input: { ids } }) => {
    const actions = ids.map(id => requireRow(session, 'actions', id))
    const [only] = actions
    const words =
      actions.length === 1 && only
        ? { words: `Removed ${refOf('action', only.ref)} ${only.title}`, about: aboutOf(only) }
        : { words: `Removed ${count(actions.length, 'action')}` }
    return edit(session, person, words, db => {
      for (const id of ids) removeAction(db, id)
    })
  }),

  addUpdate: base.action.addUpdate.handler(({ context: { session, person }, input }) => {
    const target = requireRow(session, 'actions', input.actionId)
    const at = session.deps.now()
    const id = session.deps.newId() as UpdateId
    const declared = input.statusId === null ? {} : { statusId: input.statusId }
    assertClosing({ ...target, ...declared })
    const words = {
      words: `Added an update of ${longDate(input.on)} to ${refOf('action', target.ref)}`,
      about: aboutOf(target),
    }
    const author = (person ?? session.person).name
    return edit(
      session,
      person,
      words,
      db => {
        insertRow(db, 'updates', { id, ...input, author, addedAt: at })
        updateRow(db, 'actions', target.id, { ...declared, updatedAt: at })
      },
      id,
    )
  }),
}

function addAll(session: Session, person: Parameters<typeof edit>[1], added: readonly NewAction[]) {
  const rows = newRows(session, added)
  const [only] = rows
  const words =
    rows.length === 1 && only
      ? { words: `Added the action ${only.title}`, about: aboutOf(only) }
      : { words: `Added ${count(rows.length, 'action')}` }
  return edit(session, person, words, db => insertActions(db, rows), only?.id ?? null)
}

function newRows(session: Session, added: readonly NewAction[]): Action[] {
  const at = session.deps.now()
  const rows = added.map((input): Action => {
    requireRow(session, 'areas', input.areaId)
    return {
      ...blankAction(session.deps.newId() as ActionId, at),
      ...definedFields(input.set),
      areaId: input.areaId,
      principleId: input.principleId,
      title: input.title,
    }
  })
  rows.forEach(assertClosing)
  return rows
}

type Change = { readonly id: ActionId; readonly set: ActionFields }

function setAll(session: Session, person: Parameters<typeof edit>[1], changes: readonly Change[]) {
  const changed = changedRows(session, changes)
  const [only] = changed
  const words =
    changed.length === 1 && only
      ? { words: actionWords(session, only.before, only.after), about: aboutOf(only.after) }
      : { words: `Changed ${count(changed.length, 'action')}` }
  return edit(session, person, words, db => updateAll(db, changed, session.deps.now()))
}

type Changed = { readonly before: Action; readonly after: Action }

function changedRows(session: Session, changes: readonly Change[]): Changed[] {
  const planned = changes.map(({ id, set }) => {
    const before = requireRow(session, 'actions', id)
    if (set.areaId !== undefined) requireRow(session, 'areas', set.areaId)
    if (set.statusId !== undefined) requireRow(session, 'statuses', set.statusId)
    const after = { ...before, ...definedFields(set) }
    assertClosing(after)
    return { before, after, isChanged: JSON.stringify(before) !== JSON.stringify(after) }
  })
  return planned.filter(({ isChanged }) => isChanged)
}

function updateAll(db: WritableDb, changed: readonly Changed[], at: string): void {
  for (const { before, after } of changed)
    updateRow(db, 'actions', before.id, { ...changedFields(before, after), updatedAt: at })
}

/** Two-step closing: done by the owner, embedded only when someone else has checked (spec CL1). */
function assertClosing(row: Action): void {
  const why = whyNotEmbedded(row)
  if (why) throw new Trouble('REFUSED', why, { field: 'statusId' })
}

function removeAction(db: WritableDb, id: ActionId): void {
  for (const update of listRowsWhere(db, 'updates', 'actionId', id)) deleteRow(db, 'updates', update.id)
  for (const link of listRowsWhere(db, 'evidenceLinks', 'actionId', id))
    deleteRow(db, 'evidenceLinks', link.id)
  deleteRow(db, 'actions', id)
}

function aboutOf({ id, areaId, principleId }: Action) {
  return { actionId: id, areaId, principleId }
}
