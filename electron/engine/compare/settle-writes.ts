import type { CollectionName, Rows } from '../../../shared/model/snapshot.ts'
import type { RowWrite } from './comparison.ts'
import { byId, type RowsById } from './copy/differences.ts'
import { referencesOf } from './copy/references.ts'

/**
 * What was accepted, made fit to be written together: a row that several accepted things bring along is put in once, and a
 * row that names one which is neither here nor among the accepted is left out, such as a tie to an action that was refused.
 */
export function settleWrites(writes: readonly RowWrite[], now: Rows): RowWrite[] {
  const here = byId(now)
  let left = withoutDoubles(writes, here)
  for (;;) {
    const isThere = presenceAfter(left, here)
    const kept = left.filter(write => namesOnly(write, isThere))
    if (kept.length === left.length) return kept
    left = kept
  }
}

type Presence = (collection: CollectionName, id: string) => boolean

function withoutDoubles(writes: readonly RowWrite[], here: RowsById): RowWrite[] {
  const seen = new Set<string>()
  return writes.filter(write => {
    if (write.op !== 'insert') return true
    const key = `${write.collection} ${write.row.id}`
    if (seen.has(key) || here[write.collection].has(write.row.id)) return false
    seen.add(key)
    return true
  })
}

function presenceAfter(writes: readonly RowWrite[], here: RowsById): Presence {
  const put = new Set<string>()
  const gone = new Set<string>()
  for (const write of writes) {
    if (write.op === 'insert') put.add(`${write.collection} ${write.row.id}`)
    if (write.op === 'put') put.add(`${write.collection} ${write.blank.id}`)
    if (write.op === 'delete') gone.add(`${write.collection} ${write.id}`)
  }
  return (collection, id) => {
    const key = `${collection} ${id}`
    return put.has(key) || (here[collection].has(id) && !gone.has(key))
  }
}

function namesOnly(write: RowWrite, isThere: Presence): boolean {
  if (write.op === 'delete') return true
  if (write.op === 'update' && !isThere(write.collection, write.id)) return false
  const row =
    write.op === 'insert'
      ? write.row
      : write.op === 'put'
        ? { ...write.blank, ...write.fields }
        : write.fields
  return referencesOf(write.collection, row as Readonly<Record<string, unknown>>).every(
    ({ collection, id }) => isThere(collection, id),
  )
}
