/** Rows as a list (the engine) or a map by id (the page's mirror): both answer `values()` as often as asked. */
export type Source<T> = { values(): Iterable<T> }

/** What rows are looked up by; nothing for a row that is in no group. One function for one index: it is its name. */
type KeyOf<T> = (row: T) => string | null

const indexes = new WeakMap<object, Map<unknown, unknown>>()

/**
 * The rows of a source by a key, in their order, worked out once: a source is never changed in place, neither the page's maps
 * nor what the engine read. Looking through ten thousand rows for each of nine principles is what made screens slow.
 */
export function groupsOf<T>(source: Source<T>, keyOf: KeyOf<T>): ReadonlyMap<string, readonly T[]> {
  return workedOut(source, keyOf, () => {
    const groups = new Map<string, T[]>()
    for (const row of source.values()) {
      const key = keyOf(row)
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
    return groups
  })
}

/** The row with this id. */
export function rowById<T extends { readonly id: string }>(source: Source<T>, id: string): T | undefined {
  // The page's maps are by id as they are.
  if (source instanceof Map) return (source as ReadonlyMap<string, T>).get(id)
  const byId = workedOut(source, rowById, () => {
    const rows = new Map<string, T>()
    for (const row of source.values()) rows.set(row.id, row)
    return rows
  })
  return byId.get(id)
}

/** Something worked out from a source, once for each source and name. */
export function workedOut<T, R>(source: Source<T>, name: unknown, work: () => R): R {
  let known = indexes.get(source)
  if (!known) {
    known = new Map()
    indexes.set(source, known)
  }
  if (!known.has(name)) known.set(name, work())
  return known.get(name) as R
}
