import type { Action } from '../../../../shared/model/action.ts'
import type { FileAt } from '../file-at.ts'
import type { State } from '../state.ts'

/** Where a cell of the plan stands: whose it is, as it was sent and as it is. */
export type CellAt = {
  readonly columnId: string
  /** The row as it is now; of one that was removed here, as it was sent. */
  readonly action: Action
  readonly now: State
  /** The row as it was sent; `null` when that is not known. */
  readonly sent: { readonly action: Action; readonly state: State } | null
  readonly file: FileAt
}
