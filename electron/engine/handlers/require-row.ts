import type { Principle } from '../../../shared/model/framework.ts'
import type { CollectionName, RowOf } from '../../../shared/model/snapshot.ts'
import type { Session } from '../session.ts'
import { findRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'

const NAMES: Partial<Record<CollectionName, string>> = {
  areas: 'area',
  rounds: 'round',
  evidence: 'evidence',
  actions: 'action',
  statuses: 'status',
  decisions: 'decision',
  measures: 'measure',
  measurePoints: 'figure',
  participants: 'person',
  parked: 'parked line',
}

/** The row, or a sentence that says it is gone: another window may have removed it a moment ago. */
export function requireRow<C extends CollectionName>(session: Session, collection: C, id: string): RowOf<C> {
  const row = findRow(session.db, collection, id)
  if (row) return row
  const name = NAMES[collection] ?? 'item'
  throw new Trouble('NOT_FOUND', `That ${name} is not in the workbook any more. Undo brings it back.`)
}

/** The principle of this workbook's framework, or a sentence that says there is none. */
export function requirePrinciple(session: Session, id: string): Principle {
  const principle = session.framework.principles.find(one => one.id === id)
  if (principle) return principle
  throw new Trouble('NOT_FOUND', 'That principle is not in this workbook. Choose one of the nine.')
}
