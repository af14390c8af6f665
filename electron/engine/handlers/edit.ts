import { historyValues } from '../history/history-values.ts'
import { listHistory } from '../history/list-history.ts'
import { edit as makeEdit } from '../session.ts'
import { getEdit, listPeople } from '../store/edits.ts'
import { revertEdit, revertTo } from '../store/undo.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

/** Undo, redo and going back, each an edit of its own. */
export const edit = {
  undo: base.edit.undo.handler(({ context: { session, person } }) => {
    const target = session.stacks.undo.at(-1)
    if (target === undefined) throw new Trouble('REFUSED', 'There is nothing to undo.')
    const { words, about } = getEdit(session.db, target)
    return makeEdit(session, person, { words: `Undid: ${words}`, kind: 'undo', target, about }, db =>
      revertEdit(db, target),
    )
  }),

  redo: base.edit.redo.handler(({ context: { session, person } }) => {
    const target = session.stacks.redo.at(-1)
    const undoneBy = target === undefined ? undefined : session.stacks.undoneBy.get(target)
    if (target === undefined || undoneBy === undefined)
      throw new Trouble('REFUSED', 'There is nothing to redo.')
    const { words, about } = getEdit(session.db, target)
    return makeEdit(session, person, { words: `Redid: ${words}`, kind: 'redo', target, about }, db =>
      revertEdit(db, undoneBy),
    )
  }),

  backTo: base.edit.backTo.handler(({ context: { session, person }, input: { seq } }) => {
    const last = session.lastEdit?.seq ?? 0
    if (seq < 1 || seq > last)
      throw new Trouble(
        'NOT_FOUND',
        'That moment is not in the history of this workbook. Choose another line of it.',
      )
    const { words } = getEdit(session.db, seq)
    return makeEdit(session, person, { words: `Went back to just after: ${words}` }, db =>
      revertTo(db, seq, last + 1),
    )
  }),
}

/** The edits in words, newest first. */
export const history = {
  list: base.history.list.handler(({ context: { session }, input }) => ({
    entries: listHistory(session, input, input),
    people: listPeople(session.db),
  })),

  values: base.history.values.handler(({ context: { session }, input: { seq } }) =>
    historyValues(session)(seq),
  ),
}
