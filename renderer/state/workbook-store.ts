import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Changed } from '../../shared/contract/history.ts'
import { collectionNames } from '../../shared/model/collection-names.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { Place } from '../../shared/model/place.ts'
import type { Access, CollectionName, RowOf, Snapshot, UndoState } from '../../shared/model/snapshot.ts'
import type { Client } from '../boot/shell.ts'

/** Every collection of the workbook by id. Maps are replaced, never changed in place. */
export type RowMaps = { readonly [C in CollectionName]: ReadonlyMap<string, RowOf<C>> }

/** A mirror of the engine's workbook. It holds nothing that cannot be fetched again. */
export type WorkbookState = {
  readonly client: Client
  readonly rows: RowMaps
  readonly framework: Framework
  readonly undo: UndoState
  readonly lastSavedAt: string | null
  readonly access: Access
  /** Where the file lies; `null` until that is told. */
  readonly place: Place | null
  putPlace(place: Place): void
  /** False while the engine is being restarted. */
  readonly isConnected: boolean
  readonly seq: number
  /** Takes in an announced edit. Edits the mirror already has are passed over. */
  apply(changed: Changed): void
  /** Takes in a whole fresh reading, after a reconnect. */
  replace(snapshot: Snapshot, client: Client): void
  disconnect(): void
}

/** The store of the mirror. */
export type WorkbookStore = StoreApi<WorkbookState>

/** A mirror of this reading, kept up by `apply` and `replace`. */
export function createWorkbookStore(snapshot: Snapshot, client: Client): WorkbookStore {
  return createStore<WorkbookState>()((set, get) => ({
    ...stateOf(snapshot, client),
    apply(changed) {
      if (changed.edit.seq <= get().seq) return
      set(state => ({
        rows: patched(state.rows, changed),
        undo: changed.undo,
        lastSavedAt: changed.edit.at,
        seq: changed.edit.seq,
      }))
    },
    replace: (fresh, newClient) => set(stateOf(fresh, newClient)),
    place: null,
    putPlace: place => set({ place }),
    disconnect: () => set({ isConnected: false }),
  }))
}

/** Resolves once this can be said of the mirror. */
export function whenTrue(store: WorkbookStore, test: (state: WorkbookState) => boolean): Promise<void> {
  return new Promise(resolve => {
    if (test(store.getState())) return resolve()
    const stop = store.subscribe(state => {
      if (!test(state)) return
      stop()
      resolve()
    })
  })
}

function stateOf(snapshot: Snapshot, client: Client) {
  const names = collectionNames
  const maps = names.map(name => [name, new Map(snapshot.rows[name].map(row => [row.id, row]))])
  return {
    client,
    rows: Object.fromEntries(maps) as RowMaps,
    framework: snapshot.framework,
    undo: snapshot.undo,
    lastSavedAt: snapshot.lastSavedAt,
    access: snapshot.access,
    seq: snapshot.seq,
    isConnected: true,
  }
}

function patched(rows: RowMaps, changed: Changed): RowMaps {
  const touched = new Map<CollectionName, Map<string, unknown>>()
  for (const { collection, id, row } of changed.patches) {
    const map = touched.get(collection) ?? new Map<string, unknown>(rows[collection])
    if (row === null) map.delete(id)
    else map.set(id, row)
    touched.set(collection, map)
  }
  return { ...rows, ...Object.fromEntries(touched) } as RowMaps
}
