import type { EvidenceLink, EvidenceTargets } from '../../../shared/model/evidence.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { deleteRow, insertRow, listRowsWhere } from './rows.ts'

/** What an item backs and covers. */
export function linksOf(db: ReadableDb, evidenceId: EvidenceId): EvidenceLink[] {
  return listRowsWhere(db, 'evidenceLinks', 'evidenceId', evidenceId)
}

/** Ties an item to exactly these. Links that stay are not touched, so that history shows only what changed. */
export function replaceLinks(db: WritableDb, evidenceId: EvidenceId, targets: EvidenceTargets): void {
  const wanted = new Map(wantedLinks(evidenceId, targets).map(link => [link.id, link]))
  for (const link of linksOf(db, evidenceId)) {
    if (!wanted.delete(link.id)) deleteRow(db, 'evidenceLinks', link.id)
  }
  for (const link of wanted.values()) insertRow(db, 'evidenceLinks', link)
}

/** The id says what is tied to what, so that the same tie is never made twice. */
function wantedLinks(evidenceId: EvidenceId, targets: EvidenceTargets): EvidenceLink[] {
  const none = { evidenceId, areaId: null, principleId: null, actionId: null }
  return [
    ...targets.areaIds.map(areaId => ({ ...none, id: `${evidenceId}:area:${areaId}`, areaId })),
    ...targets.principleIds.map(id => ({ ...none, id: `${evidenceId}:principle:${id}`, principleId: id })),
    ...targets.actionIds.map(id => ({ ...none, id: `${evidenceId}:action:${id}`, actionId: id })),
  ]
}
