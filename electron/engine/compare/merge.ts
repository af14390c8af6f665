import type { ReviewChange, ReviewOption } from '../../../shared/model/review.ts'
import { dayWords } from '../../../shared/text/dates.ts'
import type { CellChange, Outcome } from './cell-change.ts'
import type { ComparedChange, RowWrite } from './comparison.ts'
import type { CompareInput } from './input.ts'
import { listed } from './lists.ts'
import { nowWordsOf } from './now-by.ts'
import { textValue } from './value.ts'

type ReadOutcome = Extract<Outcome, { kind: 'read' }>
type ReadChange = CellChange & { readonly outcome: ReadOutcome }

/** Cells of all files held against one another and against the workbook: conflicts first, then by action and column. */
export function merged(changes: readonly CellChange[], input: CompareInput): ComparedChange[] {
  const nameOf = new Map(input.files.map(({ id, name }) => [id, `${name} ${id}`]))
  const nowBy = nowWordsOf(input)
  const groups = new Map<string, CellChange[]>()
  for (const change of changes) {
    const key = idOf(change)
    const group = groups.get(key)
    if (group) group.push(change)
    else groups.set(key, [change])
  }
  const result = [...groups.values()].flatMap(group => {
    const sorted = group.toSorted(
      (a, b) =>
        order(nameOf.get(a.fileId) ?? a.fileId, nameOf.get(b.fileId) ?? b.fileId) ||
        (a.rowNumber ?? 0) - (b.rowNumber ?? 0),
    )
    const rank = sorted[0]!.rank
    const unreadable = sorted.filter(({ outcome }) => outcome.kind === 'unreadable')
    const read = sorted.filter((change): change is ReadChange => change.outcome.kind === 'read')
    const settled = settle(read, input, nowBy)
    return [...(settled ? [settled] : []), ...unreadable.map(one => unreadableOne(one, nowBy))].map(
      compared => ({
        compared,
        rank,
        isConflict: compared.change.state === 'conflict',
      }),
    )
  })
  return result
    .sort(
      (a, b) =>
        Number(b.isConflict) - Number(a.isConflict) ||
        a.rank[0] - b.rank[0] ||
        a.rank[1] - b.rank[1] ||
        a.rank[2] - b.rank[2] ||
        order(a.compared.change.id, b.compared.change.id),
    )
    .map(({ compared }) => compared)
}

function idOf({ subject, columnId }: CellChange): string {
  return `${subject.collection}:${subject.rowId}:${columnId}`
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type NowBy = (change: CellChange) => string

/** One cell as all files have it; `null` when they say what the workbook says already. */
function settle(read: readonly ReadChange[], input: CompareInput, nowBy: NowBy): ComparedChange | null {
  const differing = read.filter(({ outcome, now }) => outcome.meaning.key !== now.key)
  const [first] = differing
  if (!first) return null
  const values = new Map<string, ReadChange[]>()
  for (const change of differing) {
    const { key } = change.outcome.meaning
    values.set(key, [...(values.get(key) ?? []), change])
  }
  const latest = differing.reduce((a, b) => ((b.sentOn ?? '') > (a.sentOn ?? '') ? b : a))
  const why = whyConflict(differing, [...values.values()])
  const isConflict = why.length > 0
  const by = nowBy(first)
  const options: ReviewOption[] = []
  const writes = new Map<string, readonly RowWrite[]>()
  const add = (option: ReviewOption, of: readonly RowWrite[]) => {
    options.push(option)
    writes.set(option.id, of)
  }
  if (isConflict && latest.sent && latest.sent.key !== first.now.key && latest.sentWrites)
    add(
      {
        id: 'sent',
        from: 'sent',
        fileId: null,
        value: latest.sent.value,
        by: latest.sentOn ? dayWords(latest.sentOn, input.today) : '',
      },
      latest.sentWrites,
    )
  const isKept = first.keepsBoth && isConflict
  for (const same of values.values()) {
    const one = same[0]!
    const id = optionId(one)
    const names = listed([...new Set(same.map(byOf))])
    // Progress is never overwritten, so one returned line beside ours is the option that keeps both.
    if (!(isKept && values.size === 1))
      add(
        { id, from: 'file', fileId: one.fileId, value: one.outcome.meaning.value, by: names },
        one.outcome.writes,
      )
    for (const other of same) writes.set(optionId(other), one.outcome.writes)
  }
  if (isKept) {
    const kept = [...values.values()].map(([one]) => one!)
    const lines = [...kept.map(({ outcome }) => outcome.meaning.value.text), first.now.value.text]
    add(
      {
        id: 'both',
        from: 'both',
        fileId: null,
        value: textValue([...new Set(lines)].filter(Boolean).join('\n')),
        by: listed([...new Set([...kept.map(byOf), by].filter(Boolean))]),
      },
      kept.flatMap(({ outcome }) => outcome.writes),
    )
  }
  add({ id: 'now', from: 'now', fileId: null, value: first.now.value, by }, [])
  const change: ReviewChange = {
    id: idOf(first),
    subject: first.subject,
    columnId: first.columnId,
    header: first.header,
    state: isConflict ? 'conflict' : 'proposed',
    sent: latest.sent?.value ?? null,
    now: first.now.value,
    returned: differing.map(one => ({ fileId: one.fileId, value: one.outcome.meaning.value, by: byOf(one) })),
    options,
    remarks: [...new Set([...why, ...differing.flatMap(({ outcome }) => outcome.remarks)])],
  }
  return { change, writes }
}

/** How it begins that files differ; a wider comparison says it in its own words. */
export const FILES_OF = 'The files of '

function whyConflict(changes: readonly ReadChange[], values: readonly (readonly ReadChange[])[]): string[] {
  const why = changes.filter(one => isTornIn(changes, one)).map(tornWords)
  if (changes.some(({ sent }) => sent === null))
    why.push('What was sent is not known, so it cannot be said which side changed it.')
  else if (changes.some(({ sent, now }) => sent!.key !== now.key))
    why.push('It was changed here as well since it was sent.')
  const files = new Set(values.map(([one]) => one!.fileId))
  if (values.length > 1 && files.size > 1)
    why.push(`${FILES_OF}${listed([...new Set(values.map(([one]) => one!.by))])} differ.`)
  return [...new Set(why)]
}

/** Whether other rows of the same file say something else in this cell. */
function isTornIn(changes: readonly ReadChange[], one: ReadChange): boolean {
  if (one.rowsInFile === 1) return false
  const { key } = one.outcome.meaning
  const alike = changes.filter(({ fileId, outcome }) => fileId === one.fileId && outcome.meaning.key === key)
  return alike.length < one.rowsInFile
}

function tornWords({ subject }: CellChange): string {
  return `${subject.ref || subject.title} stands in one file more than once, and the rows differ.`
}

function optionId({ fileId, rowNumber }: CellChange): string {
  return rowNumber === null ? `file:${fileId}` : `file:${fileId}:${rowNumber}`
}

function byOf({ by, rowNumber }: CellChange): string {
  return rowNumber === null ? by : `${by}, row ${rowNumber}`
}

function unreadableOne(one: CellChange, nowBy: NowBy): ComparedChange {
  const { why, typed } = one.outcome as Extract<Outcome, { kind: 'unreadable' }>
  const value = textValue(typed)
  const row = one.rowNumber === null ? '' : `:${one.rowNumber}`
  const now: ReviewOption = {
    id: 'now',
    from: 'now',
    fileId: null,
    value: one.now.value,
    by: nowBy(one),
  }
  return {
    change: {
      id: `${idOf(one)}:unreadable:${one.fileId}${row}`,
      subject: one.subject,
      columnId: one.columnId,
      header: one.header,
      state: 'unreadable',
      sent: one.sent?.value ?? null,
      now: one.now.value,
      returned: [{ fileId: one.fileId, value, by: byOf(one) }],
      options: [now],
      remarks: [why],
    },
    writes: new Map([['now', []]]),
  }
}
