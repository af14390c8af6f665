import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { ReviewAddition, ReviewChange, ReviewFile } from '../../../shared/model/review.ts'
import type { CollectionName } from '../../../shared/model/snapshot.ts'

/**
 * One write to a row. A comparison knows neither clock nor chance, so whoever writes it fills in: the next free reference of
 * a new action or item of evidence (`ref` 0), a fresh id where an id begins with `new:` (the same for the same), and the
 * moment of writing where `createdAt`, `updatedAt`, `addedAt` or `readAt` is empty. An action that is written to is updated then.
 */
export type RowWrite =
  | {
      readonly op: 'update'
      readonly collection: CollectionName
      readonly id: string
      readonly fields: Readonly<Record<string, unknown>>
    }
  | {
      readonly op: 'insert'
      readonly collection: CollectionName
      readonly row: { readonly id: string } & object
    }
  /** Sets fields of a row that may not be there yet: then `blank` is put in with them. */
  | {
      readonly op: 'put'
      readonly collection: CollectionName
      readonly blank: { readonly id: string } & object
      readonly fields: Readonly<Record<string, unknown>>
    }
  | { readonly op: 'delete'; readonly collection: CollectionName; readonly id: string }

/** A change and what each of its options would write. Refusing writes nothing. */
export type ComparedChange = {
  readonly change: ReviewChange
  readonly writes: ReadonlyMap<string, readonly RowWrite[]>
}

/** An addition and what accepting it would write, under the principle the user named where it named none. */
export type ComparedAddition = {
  readonly addition: ReviewAddition
  writes(principleId: PrincipleId | null): readonly RowWrite[]
  /** Evidence files it needs from another copy, by hash. */
  readonly contentHashes: readonly string[]
}

/** What returned files would change, and how. `ReviewFile` counts are filled in over all files at the end. */
export type Comparison = {
  readonly files: readonly ReviewFile[]
  readonly changes: readonly ComparedChange[]
  readonly additions: readonly ComparedAddition[]
}

/** No file, no change. */
export const NOTHING: Comparison = { files: [], changes: [], additions: [] }
