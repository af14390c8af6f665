import { collectionNames } from '../../../../shared/model/collection-names.ts'
import { blankRating, type Rating } from '../../../../shared/model/rating.ts'
import type { CollectionName, Rows } from '../../../../shared/model/snapshot.ts'

/** A row of any collection. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string }

/** Rows of each collection by their ids. */
export type RowsById = Readonly<Record<CollectionName, ReadonlyMap<string, AnyRow>>>

/** A row the other copy changed or put in (`was` is `null`) since the two were the same. */
export type Difference = {
  readonly collection: CollectionName
  readonly was: AnyRow | null
  readonly there: AnyRow
}

/** What the other copy did to the rows both started from. */
export type Differences = {
  readonly changed: readonly Difference[]
  readonly removed: readonly { readonly collection: CollectionName; readonly row: AnyRow }[]
}

/** What happened to `base` on its way to `there`, in the order of `there`. */
export function differencesOf(base: Rows, there: Rows): Differences {
  const changed: Difference[] = []
  const removed: { collection: CollectionName; row: AnyRow }[] = []
  for (const collection of collectionNames) {
    const was = new Map((base[collection] as readonly AnyRow[]).map(row => [row.id, row]))
    for (const row of there[collection] as readonly AnyRow[]) {
      const before = was.get(row.id) ?? null
      was.delete(row.id)
      if (!before || !isSameRow(before, row)) changed.push({ collection, was: before, there: row })
    }
    for (const row of was.values()) {
      if (collection === 'ratings' && isPlaced(row, there))
        changed.push({
          collection,
          was: row,
          there: blankRating(row as unknown as Rating) as unknown as AnyRow,
        })
      else removed.push({ collection, row })
    }
  }
  return { changed, removed }
}

/** The rows of a workbook by their ids. */
export function byId(rows: Rows): RowsById {
  const entries = collectionNames.map(collection => [
    collection,
    new Map((rows[collection] as readonly AnyRow[]).map(row => [row.id, row])),
  ])
  return Object.fromEntries(entries) as RowsById
}

/** Whether two rows agree in these fields. */
export function agree(one: AnyRow, other: AnyRow, fields: readonly string[]): boolean {
  return fields.every(field => one[field] === other[field])
}

/** A rating that was taken back is one nobody has touched, as long as its round and area stand. */
function isPlaced(rating: AnyRow, { rounds, areas }: Rows): boolean {
  return rounds.some(({ id }) => id === rating.roundId) && areas.some(({ id }) => id === rating.areaId)
}

function isSameRow(one: AnyRow, other: AnyRow): boolean {
  return agree(one, other, Object.keys(other))
}
