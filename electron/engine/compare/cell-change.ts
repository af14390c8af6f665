import type { Day } from '../../../shared/model/fields.ts'
import type { ReviewSubject } from '../../../shared/model/review.ts'
import type { RowWrite } from './comparison.ts'
import type { Meaning } from './value.ts'

/** A cell of one file that came back saying something else than was sent, or that cannot be read. */
export type CellChange = {
  readonly subject: ReviewSubject
  readonly columnId: string
  readonly header: string
  /** Where it belongs in the list: kind of row, row, column. */
  readonly rank: readonly [number, number, number]
  readonly fileId: string
  /** Whose file it is. */
  readonly by: string
  readonly sentOn: Day | null
  /** `null` when what was sent is not known. */
  readonly sent: Meaning | null
  /** What would put it back as it was sent; `null` where that cannot be. */
  readonly sentWrites: readonly RowWrite[] | null
  readonly now: Meaning
  readonly outcome: Outcome
  /** The row on the sheet where it stands, when another row of the file is about the same. */
  readonly rowNumber: number | null
  /** How many rows of the file are about the same: unless they all say this, it is a conflict. */
  readonly rowsInFile: number
  /** Whether both sides can be kept beside one another. */
  readonly keepsBoth: boolean
}

export type Outcome =
  | {
      readonly kind: 'read'
      readonly meaning: Meaning
      readonly writes: readonly RowWrite[]
      readonly remarks: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly why: string; readonly typed: string }
