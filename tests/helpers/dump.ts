import { createHash } from 'node:crypto'
import { listChanges } from '../../electron/engine/store/change-log.ts'
import { readContent } from '../../electron/engine/store/content.ts'
import { openForReading } from '../../electron/engine/store/database.ts'
import { listEdits } from '../../electron/engine/store/edits.ts'
import { listAllRows } from '../../electron/engine/store/rows.ts'

/** Everything a workbook holds: rows, history and the bytes of its files. */
export function dump(path: string) {
  const db = openForReading(path)
  try {
    const rows = listAllRows(db)
    const edits = listEdits(db)
    const changes = edits.map(edit => listChanges(db, edit.seq).map(({ id: _, ...change }) => change))
    const files = rows.evidence.map(item => digest(...readContent(db, item.contentHash)))
    return { rows, edits, changes, files }
  } finally {
    db.close()
  }
}

/** SHA-256 of these bytes, one after the other. */
export function digest(...pieces: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
