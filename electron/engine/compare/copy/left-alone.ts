import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { listed } from '../lists.ts'
import type { Beside } from './beside.ts'
import { type AnyRow, agree } from './differences.ts'
import type { Reference } from './references.ts'

/** Names of more rows than this are counted, not listed. */
const MOST_NAMED = 10

const nouns: Partial<Record<CollectionName, readonly [one: string, many: string]>> = {
  actions: ['action', 'actions'],
  evidence: ['item of evidence', 'items of evidence'],
  areas: ['place', 'places'],
  rounds: ['round', 'rounds'],
  updates: ['update', 'updates'],
  measures: ['measure', 'measures'],
  decisions: ['thing the board said', 'things the board said'],
}

/** What the copy and this workbook disagree about and no option settles, in sentences. */
export function leftAloneRemarks(beside: Beside): string[] {
  return [...removedThere(beside), ...removedHere(beside), ...sentFromThere(beside)]
}

/** Nothing is deleted because somebody deleted it elsewhere. */
function removedThere(beside: Beside): string[] {
  return Object.entries(nouns).flatMap(([collection, [one, many]]) => {
    const name = collection as CollectionName
    const rows = beside.other.differences.removed.filter(
      removed =>
        removed.collection === name &&
        beside.here[name].has(removed.row.id) &&
        standsAlone(beside, name, removed.row),
    )
    if (rows.length === 0) return []
    const what = rows.length === 1 ? `1 ${one} was` : `${rows.length} ${many} were`
    const stay = rows.length === 1 ? 'It stays here' : 'They stay here'
    return [
      `${what} removed there: ${listed(
        rows.map(({ row }) => nameOf(beside, name, row)),
        MOST_NAMED,
      )}. ${stay} unless you remove ${rows.length === 1 ? 'it' : 'them'}.`,
    ]
  })
}

/** An update that went with its action is not told a second time. */
function standsAlone({ other }: Beside, collection: CollectionName, row: AnyRow): boolean {
  const wholeId = collection === 'updates' ? row.actionId : collection === 'measures' ? row.areaId : null
  const whole = collection === 'updates' ? 'actions' : 'areas'
  return wholeId === null || (other.rows[whole] as readonly { id: string }[]).some(({ id }) => id === wholeId)
}

/** What was written there on something that is gone here, with the words, so that they are not lost. */
function removedHere(beside: Beside): string[] {
  return beside.changed.flatMap(({ collection, was, there }) => {
    if (!was || beside.here[collection].has(there.id) || !nouns[collection]) return []
    const cells = (beside.columns[collection] ?? [])
      .filter(column => !agree(was, there, column.fields))
      .map(column => `${column.header}: ${column.show(there, beside.names).text || 'empty'}`)
    if (cells.length === 0) return []
    const name = nameOf(beside, collection, there)
    return [`${name} was removed here, so what was changed in it there was left out: ${cells.join('; ')}.`]
  })
}

/** What such a file held is only in the history of the copy. */
function sentFromThere(beside: Beside): string[] {
  const names = beside.changed
    .filter(
      ({ collection, was, there }) =>
        collection === 'sentFiles' && !was && !beside.here.sentFiles.has(there.id),
    )
    .map(({ there }) => String(there.fileName))
  if (names.length === 0) return []
  const list = listed(names, MOST_NAMED)
  return [
    names.length === 1
      ? `${list} was sent out from the copy. When it comes back, bring it in there first, then bring in the copy again.`
      : `${names.length} files were sent out from the copy: ${list}. When they come back, bring them in there first, then bring in the copy again.`,
  ]
}

function nameOf({ names }: Beside, collection: CollectionName, row: AnyRow): string {
  const whole: Reference | null =
    collection === 'updates' ? { collection: 'actions', id: String(row.actionId) } : null
  return whole ? `an update of ${names.of(whole)} (${row.text})` : names.of({ collection, id: row.id })
}
