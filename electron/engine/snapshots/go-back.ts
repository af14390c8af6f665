import { basename } from 'node:path'
import type { Person } from '../../../shared/contract/control.ts'
import type { Edited } from '../../../shared/contract/edited.ts'
import { stampWords } from '../../../shared/text/snapshot-names.ts'
import { bringContent } from '../compare/copy/bring-content.ts'
import { edit, type Session, writableOf } from '../session.ts'
import { rowsAsAt } from '../store/as-at.ts'
import { findContent } from '../store/content.ts'
import { listRows } from '../store/rows.ts'
import { revertTo } from '../store/undo.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { standingIn } from './list.ts'
import type { SnapshotFile } from './look.ts'

/**
 * Puts the open workbook back as a snapshot has it, as one edit: one undo brings everything back. Evidence files the
 * workbook has lost since come out of the snapshot first.
 */
export async function goBackTo(
  session: Session,
  tasks: Tasks,
  person: Person | undefined,
  file: SnapshotFile,
): Promise<Edited> {
  writableOf(session)
  await bringLost(session, tasks, file)
  // Asked last, in one turn with the edit.
  if (standingIn(session.db, file) === 'apart')
    throw new Trouble(
      'REFUSED',
      'That snapshot was made of a copy that went its own way, so this workbook cannot go back to it. Open it as a workbook of its own.',
    )
  const words = `Went back to the snapshot of ${stampWords(file.stamp)}`
  return edit(session, person, { words }, db => revertTo(db, file.seq, (session.lastEdit?.seq ?? 0) + 1))
}

async function bringLost(session: Session, tasks: Tasks, file: SnapshotFile): Promise<void> {
  const { evidence } = rowsAsAt(session.db, file.seq)
  // A copy made without files stays without them.
  const leftOut = new Set<string>(listRows(session.db, 'leftOutFiles').map(({ id }) => id))
  const lost = evidence.filter(
    ({ kind, contentHash }) =>
      kind === 'file' && !leftOut.has(contentHash) && !findContent(session.db, contentHash),
  )
  if (lost.length === 0) return
  const from = { path: file.path, name: basename(file.path), rows: { evidence } }
  await tasks.run({ words: 'Fetching evidence files from the snapshot', unit: 'bytes' }, async task => {
    for (const { contentHash } of lost) {
      try {
        await bringContent(from, session, [contentHash], { signal: task.signal, onProgress: task.report })
      } catch (error) {
        // A file the snapshot lacks as well is missing afterwards as it was then; everything else still comes back.
        if (!(error instanceof Trouble && error.code === 'BAD_FILE')) throw error
      }
    }
  })
}
