import { compareBooks } from '../../electron/engine/compare/compare-books.ts'
import type { Comparison, RowWrite } from '../../electron/engine/compare/comparison.ts'
import type { CompareInput } from '../../electron/engine/compare/input.ts'
import { boardBook } from '../../electron/engine/exchange/board/board-book.ts'
import { ownerBook } from '../../electron/engine/exchange/fill-in/owner-book.ts'
import { planBook } from '../../electron/engine/exchange/fill-in/plan-book.ts'
import type { SentMarks } from '../../electron/engine/exchange/marks.ts'
import type { ReadBook } from '../../electron/engine/exchange/returned/read-book.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { boardInput, marks, storyRows, TODAY } from './board-input.ts'
import { bookOf } from './book-of.ts'
import { framework } from './framework.ts'

export const SENT_ON = '2026-11-12'

/** A file that was sent and came back untouched, with what is needed to compare it. */
export type Journey = {
  readonly rows: Rows
  readonly sent: SentFile
  readonly book: ReadBook
}

/** Sends a file made of these rows: the plan to fill in, unless told. */
export function sendOut(rows: Rows = storyRows(), more: Partial<SentMarks> = {}): Journey {
  const of = marks({
    kind: 'plan',
    view: 'full',
    madeOn: SENT_ON,
    madeAt: `${SENT_ON}T09:00:00.000Z`,
    ...more,
  })
  const input = boardInput({
    rows,
    today: of.madeOn,
    sent: of,
    options: { view: of.view, readers: of.readers },
  })
  const fillIn = { ...input, sent: of, replyBy: '', replyTo: '' }
  const book =
    of.kind === 'board'
      ? boardBook(input, null)
      : of.kind === 'owner'
        ? ownerBook({ ...fillIn, kind: 'owner' })
        : planBook({ ...fillIn, kind: 'plan' })
  const { format, sentFileId, workbookUid, systemName, seal, ...shared } = book.sent!.marks
  const sent: SentFile = {
    id: sentFileId,
    ...shared,
    fileName: 'Action plan.xlsx',
    rowCount: rows.actions.length,
    isAwaited: true,
    returnedAt: null,
    returnedName: '',
  }
  return { rows, sent, book: bookOf(book) }
}

export type Given = {
  readonly book?: ReadBook
  readonly books?: readonly {
    readonly name: string
    readonly book: ReadBook | null
    readonly problem?: string
  }[]
  readonly now?: Rows
  readonly input?: Partial<CompareInput>
  readonly earlier?: ReadonlyMap<number, Rows>
}

/** Compares what came back with the workbook as it is now. */
export function compare(journey: Journey, given: Given = {}): Comparison {
  const books = given.books ?? [{ name: 'back.xlsx', book: given.book ?? journey.book }]
  return compareBooks({
    files: books.map(({ name, book, problem }, index) => ({
      id: `f${index + 1}`,
      name,
      book,
      problem: problem ?? '',
    })),
    now: { rows: given.now ?? journey.rows, framework, seq: 99 },
    sentFiles: [journey.sent],
    rowsAsAt: seq => given.earlier?.get(seq) ?? journey.rows,
    sealAt: () => 'e1f0',
    changedBy: () => null,
    workbookUid: 'story',
    today: TODAY,
    who: 'Helen Marsh',
    ...given.input,
  })
}

/** Each change in a line: what, state, what came back. */
export function lines({ changes }: Comparison): string[] {
  return changes.map(
    ({ change }) =>
      `${change.subject.ref} ${change.columnId} ${change.state}: ${change.returned.map(one => one.value.text).join(' | ')}`,
  )
}

/** Rows after writes, as applying them would leave them. */
export function written(rows: Rows, writes: readonly RowWrite[]): Rows {
  const after = structuredClone(rows) as unknown as Record<string, { id: string }[]>
  for (const write of writes) {
    const list = after[write.collection]!
    switch (write.op) {
      case 'insert':
        list.push(structuredClone(write.row))
        break
      case 'delete':
        list.splice(
          list.findIndex(row => row.id === write.id),
          1,
        )
        break
      case 'put': {
        const known = list.find(row => row.id === write.blank.id)
        if (known) Object.assign(known, write.fields)
        else list.push({ ...structuredClone(write.blank), ...write.fields })
        break
      }
      case 'update':
        Object.assign(list.find(row => row.id === write.id)!, write.fields)
    }
  }
  return after as unknown as Rows
}

/** What accepting every proposal would write. */
export function accepted({ changes }: Comparison): RowWrite[] {
  return changes.flatMap(({ change, writes }) => {
    const option = change.options.find(one => one.from === 'file')
    return change.state === 'proposed' && option ? [...writes.get(option.id)!] : []
  })
}
