import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { ReviewAddition, ReviewChange, ReviewFile } from '../../../shared/model/review.ts'
import type { CollectionName } from '../../../shared/model/snapshot.ts'

/** One write to a row. A new action or item of evidence gets the next free reference when it is written. */
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
