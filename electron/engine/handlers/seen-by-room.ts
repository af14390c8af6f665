import type { Changed } from '../../../shared/contract/history.ts'
import { collectionNames } from '../../../shared/model/collection-names.ts'
import type { CollectionName, Patch, Rows } from '../../../shared/model/snapshot.ts'
import { ROOM_COLLECTIONS, type RoomRows, roomSees } from '../../../shared/rules/room-sees.ts'
import type { Session } from '../session.ts'
import { listRows } from '../store/rows.ts'

/** The workbook as the room's own window reads it: what is hidden never leaves the engine (RM32). */
export function rowsForRoom(session: Session): Rows {
  const nothing = Object.fromEntries(collectionNames.map(name => [name, []])) as unknown as Rows
  return { ...nothing, ...readForRoom(session) }
}

/** Each edit with what it changed of that, and without its words. */
export async function* followForRoom(
  session: Session,
  signal: AbortSignal | undefined,
): AsyncGenerator<Changed> {
  const edits = session.changes.subscribe('changed', { signal })
  let before = readForRoom(session)
  for await (const { edit, patches } of edits) {
    const isTouched = patches.some(({ collection }) => isRooms(collection))
    const now = isTouched ? readForRoom(session) : before
    yield {
      edit: { ...edit, who: '', words: '', about: {} },
      patches: ROOM_COLLECTIONS.flatMap(name => difference(name, before[name], now[name])),
      undo: { undo: null, redo: null },
    }
    before = now
  }
}

function readForRoom({ db }: Session): RoomRows {
  const rows = Object.fromEntries(ROOM_COLLECTIONS.map(name => [name, listRows(db, name)]))
  return roomSees(rows as unknown as RoomRows)
}

function isRooms(collection: CollectionName): boolean {
  return (ROOM_COLLECTIONS as readonly string[]).includes(collection)
}

type Row = { readonly id: string }

function difference(collection: CollectionName, before: readonly Row[], now: readonly Row[]): Patch[] {
  const old = new Map(before.map(row => [row.id, JSON.stringify(row)]))
  const changed = now.filter(row => old.get(row.id) !== JSON.stringify(row))
  const kept = new Set(now.map(row => row.id))
  return [
    ...changed.map(row => ({ collection, id: row.id, row })),
    ...before.filter(row => !kept.has(row.id)).map(({ id }) => ({ collection, id, row: null })),
  ]
}
