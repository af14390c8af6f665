import type { SnapshotChanges } from '../../../shared/contract/snapshot.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { changesOfGoingBack } from '../../../shared/rules/snapshot-changes.ts'
import { openToCompare } from '../compare/copy/open-other.ts'
import type { Session } from '../session.ts'
import { rowsAsAt } from '../store/as-at.ts'
import { findEdits } from '../store/edits.ts'
import { listAllRows } from '../store/rows.ts'
import { standingIn } from './list.ts'
import type { SnapshotFile } from './look.ts'

/** Of all that was done since, the newest so many are told. */
const TOLD = 50

/** What going back to a snapshot would change in the open workbook. Its file is opened only when our own log cannot tell. */
export function compareSnapshot(session: Session, file: SnapshotFile): SnapshotChanges {
  const { db, framework } = session
  const isPart = standingIn(db, file) !== 'apart'
  const then = isPart ? rowsAsAt(db, file.seq) : rowsIn(session, file)
  const edits = isPart ? (session.lastEdit?.seq ?? 0) - file.seq : 0
  const since = edits > 0 ? findEdits(db, { limit: Math.min(edits, TOLD), about: {} }) : []
  return {
    sentences: changesOfGoingBack(then, listAllRows(db), framework),
    since: since.map(({ at, who, words }) => ({ at, who, words })),
    edits,
    cannotGoBack: whyNot(session, isPart),
  }
}

function whyNot({ access }: Session, isPart: boolean): string | null {
  if (access.mode === 'read') return access.why
  if (isPart) return null
  return 'It was made of a copy that went its own way, so this workbook cannot go back to it. Open it as a workbook of its own.'
}

function rowsIn(session: Session, { path }: SnapshotFile): Rows {
  const other = openToCompare(path, session)
  try {
    return listAllRows(other.db)
  } finally {
    other.close()
  }
}
