import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import type { RowWrite } from '../comparison.ts'
import type { Beside } from './beside.ts'
import type { AnyRow } from './differences.ts'
import { find, type Reference, referencesOf } from './references.ts'

/** What must come along with a row, what to say of it, and why it cannot come at all. */
export type Needed = {
  readonly writes: readonly RowWrite[]
  readonly remarks: readonly string[]
  readonly problem: string
}

const kinds: Partial<Record<CollectionName, string>> = {
  areas: 'the place',
  rounds: 'the round',
  statuses: 'the status',
}

/** Rows of the copy that these fields name and that are new there: they are brought along, and theirs with them. */
export function bringing(
  beside: Beside,
  collection: CollectionName,
  fields: Readonly<Record<string, unknown>>,
): Needed {
  const writes: RowWrite[] = []
  const remarks: string[] = []
  for (const reference of referencesOf(collection, fields)) {
    if (find(beside.here, reference)) continue
    const row = beside.fresh(reference)
    if (!row) return { writes: [], remarks: [], problem: goneSentence(beside, reference) }
    const further = bringing(beside, reference.collection, row)
    if (further.problem) return further
    writes.push(...further.writes, insertOf(reference.collection, row))
    remarks.push(...further.remarks, broughtSentence(beside, reference))
  }
  return { writes, remarks, problem: '' }
}

/** The write that puts a row of the copy in. Actions and evidence get a number of their own here. */
export function insertOf(collection: CollectionName, row: AnyRow): RowWrite {
  const isNumbered = collection === 'actions' || collection === 'evidence'
  return { op: 'insert', collection, row: isNumbered ? { ...row, ref: 0 } : row }
}

/** Says that what a row of the copy belongs to is not here any more. */
function goneSentence({ names }: Beside, reference: Reference): string {
  return `${names.of(reference)}, which it belongs to, was removed here. Bring that back first to take this in.`
}

function broughtSentence({ names }: Beside, reference: Reference): string {
  const kind = kinds[reference.collection]
  return `${kind ? `It brings ${kind} ` : 'It brings '}${names.of(reference)} with it, which is new there.`
}
