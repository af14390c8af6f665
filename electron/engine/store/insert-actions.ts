import type { Action } from '../../../shared/model/action.ts'
import type { WritableDb } from './database.ts'
import { nextRef } from './refs.ts'
import { insertRow } from './rows.ts'

/**
 * Writes new actions, each with the next free number, A-07 and on, in their order. One that comes with a number of its own keeps it
 * where no other action ever had it.
 */
export function insertActions(db: WritableDb, rows: readonly Action[]): void {
  let next = nextRef(db, 'action')
  for (const row of rows) {
    const ref = Math.max(row.ref, next)
    insertRow(db, 'actions', { ...row, ref })
    next = ref + 1
  }
}
