import type { Action } from '../../../shared/model/action.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import type { Session } from '../session.ts'
import { findRow } from '../store/rows.ts'

/** The framework's column for each field whose name differs from it. */
const COLUMN_OF: Partial<Record<keyof Action, string>> = {
  title: 'action',
  areaId: 'place',
  principleId: 'principle',
  startOn: 'start',
  dueOn: 'due',
  statusId: 'status',
  evidenceNote: 'evidence',
}

/** What a change to one action is called in history. */
export function actionWords(session: Session, before: Action, after: Action): string {
  const ref = refOf('action', after.ref)
  if (after.statusId !== before.statusId) {
    return `Changed ${ref} from ${statusName(session, before)} to ${statusName(session, after)}`
  }
  if (after.dueOn !== before.dueOn) {
    return after.dueOn === null
      ? `Cleared the due date of ${ref}`
      : `Moved ${ref} to ${longDate(after.dueOn)}`
  }
  const fields = (Object.keys(after) as (keyof Action)[]).filter(field => after[field] !== before[field])
  const [field] = fields
  if (fields.length !== 1 || !field) return `Changed several fields of ${ref}`
  return `Changed ${headerOf(session, field)} of ${ref}`
}

function statusName(session: Session, action: Action): string {
  return findRow(session.db, 'statuses', action.statusId)?.label ?? action.statusId
}

function headerOf(session: Session, field: keyof Action): string {
  const id = COLUMN_OF[field] ?? field
  return (
    session.framework.actionPlan.columns.find(column => column.id === id)?.header ?? 'a field'
  ).toLowerCase()
}
