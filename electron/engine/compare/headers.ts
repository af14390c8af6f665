import { plainText } from '../../../shared/text/plain.ts'
import { MARK_HEADER, parseRowMark } from '../exchange/marks.ts'
import { headerKey } from '../exchange/returned/find-table.ts'
import type { ReadRow, ReadTable } from '../exchange/returned/read-book.ts'
import type { SentRow } from '../exchange/sent-tables.ts'
import type { Column } from '../exchange/sheet-model.ts'
import { listed, quoted } from './lists.ts'
import { showsAsSent } from './sheet-cell.ts'

/** Which column of a table that came back is which of ours, by its index there. */
export type Headers = {
  readonly at: ReadonlyMap<string, number>
  readonly mark: number | null
  /** What was taken for what, what is missing, what was left alone, in sentences. */
  readonly remarks: readonly string[]
}

/** A row that was found again, and what was sent in it. */
export type Found = { readonly row: ReadRow; readonly sent: SentRow }

/** Rows that decide what a column holds: more say nothing new. */
const SAMPLE = 400

/** Columns known by their headers alone, for finding the rows first. One that is there twice is not known yet. */
export function headersByName(table: ReadTable, columns: readonly Column[]): ReadonlyMap<string, number[]> {
  const byName = new Map<string, number[]>()
  table.headers.forEach((header, index) => {
    const name = headerKey(header ?? '')
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), index])
  })
  return new Map(columns.map(column => [column.id, byName.get(headerKey(column.header)) ?? []]))
}

/** The column of marks: by its header, else by what it holds. */
export function markColumn(table: ReadTable): number | null {
  const name = headerKey(MARK_HEADER)
  const named = table.headers.findIndex(header => headerKey(header ?? '') === name)
  if (named >= 0) return named
  const counts = new Map<number, number>()
  for (const row of table.rows.slice(0, SAMPLE))
    for (const [index, cell] of row.cells)
      if (parseRowMark(cell.text)) counts.set(index, (counts.get(index) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best ? best[0] : null
}

/** The column whose cells pass a test most often, if they do at all: a reference or the words of an action. */
export function columnHolding(
  table: ReadTable,
  test: (text: string) => boolean,
  not: ReadonlySet<number>,
): number | null {
  const counts = new Map<number, number>()
  const rows = table.rows.slice(0, SAMPLE)
  for (const row of rows)
    for (const [index, cell] of row.cells)
      if (!not.has(index) && test(cell.text)) counts.set(index, (counts.get(index) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best && best[1] * 3 >= rows.length ? best[0] : null
}

/**
 * All columns, once rows are known: by header; of two with one header the one that holds what was sent; by what they hold;
 * and an empty one by the place between its neighbours.
 */
export function headersOf(
  table: ReadTable,
  columns: readonly Column[],
  sure: ReadonlyMap<string, number>,
  found: readonly Found[],
): Headers {
  const mark = markColumn(table)
  const at = new Map<string, number>(sure)
  const taken = new Set<number>([...sure.values(), ...(mark === null ? [] : [mark])])
  const remarks: string[] = []
  const sample = found.slice(0, SAMPLE)
  const share = (column: number, index: number) => shareOf(sample, columns, column, index)
  const take = (id: string, index: number) => {
    at.set(id, index)
    taken.add(index)
  }
  const named = headersByName(table, columns)
  columns.forEach(({ id, header }, column) => {
    const free = (named.get(id) ?? []).filter(index => !taken.has(index))
    if (at.has(id) || free.length === 0) return
    const scores = free.map(index => ({ index, score: share(column, index)?.equal ?? 0 }))
    const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
    take(id, best.index)
    if (free.length > 1)
      remarks.push(
        `${quoted(header)} stands over ${free.length} columns; the one that holds what was sent was read.`,
      )
    for (const { index } of scores) taken.add(index)
  })
  const used = usedColumns(table)
  const others = () => used.filter(index => !taken.has(index))
  const tookFor = (id: string, index: number, header: string) => {
    take(id, index)
    const name = table.headers[index]
    remarks.push(
      name && plainText(name) !== ''
        ? `The column ${quoted(name)} was taken for ${quoted(header)}.`
        : `The column without a header was taken for ${quoted(header)}.`,
    )
  }
  for (const { column, index } of byContent(columns, at, others(), share))
    tookFor(columns[column]!.id, index, columns[column]!.header)
  for (const { column, index } of byPlace(columns, at, others(), share))
    tookFor(columns[column]!.id, index, columns[column]!.header)

  const missing = columns.filter(column => !at.has(column.id)).map(column => quoted(column.header))
  if (missing.length > 0)
    remarks.push(
      missing.length === 1
        ? `The column ${missing[0]} is missing from this file, so nothing was read for it.`
        : `The columns ${listed(missing)} are missing from this file, so nothing was read for them.`,
    )
  remarks.push(...leftAlone(table, others()))
  return { at, mark, remarks }
}

type Share = { readonly sent: number; readonly equal: number }
type Pair = { readonly column: number; readonly index: number }

/** How many cells were sent with something in them, and how many of those stand in this column; `null` without rows. */
function shareOf(
  found: readonly Found[],
  columns: readonly Column[],
  column: number,
  index: number,
): Share | null {
  if (found.length === 0 || !columns[column]) return null
  let sent = 0
  let equal = 0
  for (const { row, sent: of } of found) {
    const was = of.cells[column] ?? null
    if (was === null || was === '') continue
    sent++
    if (showsAsSent(row.cells.get(index), was)) equal++
  }
  return { sent, equal }
}

/** Missing columns and unknown ones that hold what was sent in them, where no other does as well. */
function byContent(
  columns: readonly Column[],
  at: ReadonlyMap<string, number>,
  others: readonly number[],
  share: (column: number, index: number) => Share | null,
): Pair[] {
  const pairs = columns.flatMap((column, number) =>
    at.has(column.id)
      ? []
      : others.flatMap(index => {
          const found = share(number, index)
          if (!found || found.equal === 0 || found.equal * 2 < found.sent) return []
          return [{ column: number, index, score: found.equal / found.sent, equal: found.equal }]
        }),
  )
  return pairs.filter(pair =>
    pairs.every(
      rival =>
        rival === pair ||
        (rival.column !== pair.column && rival.index !== pair.index) ||
        rival.score < pair.score ||
        (rival.score === pair.score && rival.equal < pair.equal),
    ),
  )
}

/** A missing column and an unknown one that are alone between two known neighbours, where its cells were sent empty. */
function byPlace(
  columns: readonly Column[],
  at: ReadonlyMap<string, number>,
  others: readonly number[],
  share: (column: number, index: number) => Share | null,
): Pair[] {
  const indexOf = (number: number) => at.get(columns[number]?.id ?? '')
  return columns.flatMap((column, number) => {
    if (at.has(column.id)) return []
    const before = number === 0 ? -1 : indexOf(number - 1)
    const after = number === columns.length - 1 ? Number.POSITIVE_INFINITY : indexOf(number + 1)
    if (before === undefined || after === undefined) return []
    const between = others.filter(index => index > before && index < after)
    const found = between.length === 1 ? share(number, between[0]!) : null
    return found && found.equal === 0 && found.sent === 0 ? [{ column: number, index: between[0]! }] : []
  })
}

function leftAlone(table: ReadTable, others: readonly number[]): string[] {
  const counts = new Map<number, number>()
  for (const index of others)
    for (const { cells } of table.rows)
      if (plainText(cells.get(index)?.text ?? '') !== '') counts.set(index, (counts.get(index) ?? 0) + 1)
  const held = others.filter(index => counts.has(index))
  if (held.length === 0) return []
  const cells = held.reduce((sum, index) => sum + counts.get(index)!, 0)
  const names = held.map(index => (table.headers[index] ? quoted(table.headers[index]!) : 'without a header'))
  const them = `${cells.toLocaleString('en-GB')} ${cells === 1 ? 'cell was' : 'cells were'} left alone`
  return held.length === 1
    ? [`The column ${names[0]} is not one of Ninefold’s; its ${them}.`]
    : [`The columns ${listed(names)} are not Ninefold’s; their ${them}.`]
}

/** Columns with a header or anything under it. */
function usedColumns(table: ReadTable): number[] {
  const used = new Set<number>()
  table.headers.forEach((header, index) => {
    if (header !== null && plainText(header) !== '') used.add(index)
  })
  for (const row of table.rows) for (const index of row.cells.keys()) used.add(index)
  return [...used].sort((a, b) => a - b)
}
