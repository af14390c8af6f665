import type { Evidence } from '../../../shared/model/evidence.ts'
import { notInThisCopy } from '../../../shared/rules/copy-words.ts'
import type { Session } from '../session.ts'
import { findContent } from '../store/content.ts'
import { findRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'

/** Refuses a file that a light copy left out, in a sentence that says who keeps it. */
export function assertHeld({ db }: Session, item: Evidence): void {
  if (item.kind !== 'file' || findContent(db, item.contentHash)) return
  if (findRow(db, 'leftOutFiles', item.contentHash))
    throw new Trouble('REFUSED', notInThisCopy(item.fileName))
}
