import { collectionNames } from '../../shared/model/collection-names.ts'
import type { WorkbookNumbers } from '../../shared/text/support.ts'
import type { SessionStore } from './session-store.ts'
import type { WorkbookStore } from './workbook-store.ts'

/** What may be told of the open workbook to whoever helps: how much of everything, nothing of what. */
export function workbookNumbers(
  workbook: WorkbookStore,
  session: SessionStore,
  shipped: { readonly id: string; readonly version: string },
): Omit<WorkbookNumbers, 'size'> {
  const { rows, access, place, seq } = workbook.getState()
  const about = rows.workbook.get('workbook')
  const names = collectionNames.filter(name => name !== 'workbook')
  return {
    mode: access.mode,
    place: place?.kind ?? null,
    placeState: place?.state ?? null,
    isRehearsal: about?.isRehearsal ?? false,
    hasOwnFramework: about?.frameworkId !== shipped.id || about?.frameworkVersion !== shipped.version,
    counts: Object.fromEntries(names.map(name => [name, rows[name].size])),
    edits: seq,
    damage: session.getState().problemsFound,
  }
}
