import type {
  ReviewChange,
  ReviewOption,
  ReviewSubject,
  ReviewValue,
} from '../../../../shared/model/review.ts'
import type { ComparedChange, RowWrite } from '../comparison.ts'
import type { Beside, CellName } from './beside.ts'

/** What a change is made of. */
export type ChangeParts = {
  readonly subject: ReviewSubject
  readonly column: { readonly id: string; readonly header: string }
  /** The cells by which the log knows who changed it. */
  readonly cells: readonly CellName[]
  readonly isConflict: boolean
  readonly sent: ReviewValue
  readonly now: ReviewValue
  readonly there: ReviewValue
  readonly writes: readonly RowWrite[]
  /** What would put it back as it was when the two were the same; `null` where that is not offered. */
  readonly sentWrites: readonly RowWrite[] | null
  readonly remarks: readonly string[]
  /** Why it cannot be taken, in a sentence; empty when it can. */
  readonly refusal: string
}

/** A change as the page shows it, with what each option would write. Refusing writes nothing. */
export function makeChange(beside: Beside, parts: ChangeParts): ComparedChange {
  const { subject, column, refusal, isConflict } = parts
  const fileId = beside.other.id
  const id = `${subject.collection}:${subject.rowId}:${column.id}`
  const byThere = beside.byThere(parts.cells)
  const writes = new Map<string, readonly RowWrite[]>()
  const options: ReviewOption[] = []
  const offer = (option: ReviewOption, written: readonly RowWrite[]) => {
    options.push(option)
    writes.set(option.id, written)
  }
  if (isConflict && !refusal && parts.sentWrites)
    offer({ id: 'sent', from: 'sent', fileId: null, value: parts.sent, by: beside.parted }, parts.sentWrites)
  if (!refusal)
    offer({ id: `file:${fileId}`, from: 'file', fileId, value: parts.there, by: byThere }, parts.writes)
  offer({ id: 'now', from: 'now', fileId: null, value: parts.now, by: beside.byHere(parts.cells) }, [])
  const change: ReviewChange = {
    id: refusal ? `${id}:unreadable:${fileId}` : id,
    subject,
    columnId: column.id,
    header: column.header,
    state: refusal ? 'unreadable' : isConflict ? 'conflict' : 'proposed',
    sent: parts.sent,
    now: parts.now,
    returned: [{ fileId, value: parts.there, by: byThere }],
    options,
    remarks: refusal
      ? [refusal]
      : [
          ...(isConflict ? ['It was changed here as well since the two were the same.'] : []),
          ...parts.remarks,
        ],
  }
  return { change, writes }
}
