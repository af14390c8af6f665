import type { CopyPreview, CopyRequest, StayingFile } from '../../../shared/contract/copy-request.ts'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { mayGoOut } from '../../../shared/rules/copies.ts'
import { copyWords } from '../../../shared/rules/copy-words.ts'
import type { Session } from '../session.ts'
import { findContent } from '../store/content.ts'
import { lastSeal } from '../store/edits.ts'
import { listAllRows } from '../store/rows.ts'

/** What a copy would hold and what would stay here, as the workbook is now. */
export function previewCopy(session: Session, request: CopyRequest): CopyPreview {
  const rows = listAllRows(session.db)
  const held = heldIn(session, rows)
  const words = copyWords(rows, { ...request, held, edits: lastSeal(session.db).seq })
  const goingFiles = uniqueFiles(
    rows.evidence.filter(item => goes(item, request) && held.has(item.contentHash)),
  )
  return {
    goes: [...words.goes],
    stays: [...words.stays],
    files: rows.evidence.filter(item => item.kind === 'file' && staysBehind(item, request)).map(stayingOf),
    fileBytes: goingFiles.reduce((sum, { size }) => sum + size, 0),
  }
}

/** Hashes of the evidence files that this workbook holds itself: a light copy names others. */
export function heldIn(session: Session, rows: Pick<Rows, 'evidence'>): Set<string> {
  const hashes = new Set(
    rows.evidence.flatMap(({ kind, contentHash }) => (kind === 'file' ? [contentHash] : [])),
  )
  return new Set([...hashes].filter(hash => findContent(session.db, hash)))
}

function goes(item: Evidence, { kind }: CopyRequest): boolean {
  return item.kind === 'file' && kind !== 'light' && (kind === 'full' || mayGoOut(item))
}

/** Of a redacted copy nothing is listed: the index would say what nobody should read. */
function staysBehind(_item: Evidence, { kind }: CopyRequest): boolean {
  return kind === 'light'
}

function stayingOf({ ref, title, shows, fileName, size, contentHash }: Evidence): StayingFile {
  return { ref, title, shows, fileName, size, hash: contentHash }
}

function uniqueFiles(items: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(items.map(item => [item.contentHash, item])).values()]
}
