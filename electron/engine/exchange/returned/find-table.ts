import { LIMITS } from './limits.ts'
import type { KnownTable, ReadCell, ReadTable } from './read-book.ts'

/** What is longer is no header, and not worth taking apart. */
const LONGEST_HEADER = 300

/** Almost every text, which takes a fraction of the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is looked for
const IS_ASCII = /^[\u0000-\u007f]*$/

export type SheetRow = { readonly number: number; readonly cells: ReadonlyMap<number, ReadCell> }

export type FoundTable = {
  readonly kind: ReadTable['kind']
  /** Of the header row among the rows looked through. */
  readonly index: number
  readonly headers: readonly (string | null)[]
  /** The columns kept: all of ours, and so many others. */
  readonly columns: ReadonlySet<number>
  /** Other columns there was no room for. */
  readonly dropped: number
}

/** The table of ours that starts in these rows; `null` when there is none, or one that is not read back. */
export function findTable(rows: readonly SheetRow[], known: readonly KnownTable[]): FoundTable | null {
  const wanted = known.map(({ headers }) => new Set(headers.map(headerKey)))
  const all = new Set(wanted.flatMap(headers => [...headers]))
  let best: Candidate | null = null
  for (const [index, row] of rows.entries()) {
    const found = new Set<string>()
    for (const { text } of row.cells.values()) {
      const header = headerKey(text)
      if (all.has(header)) found.add(header)
    }
    // Almost every row is none of headers.
    if (found.size === 0) continue
    for (const [table, headers] of wanted.entries()) {
      const matched = [...found].filter(header => headers.has(header)).length
      if (matched < Math.min(3, headers.size)) continue
      const isOurs = known[table]!.kind !== 'other'
      const candidate = { index, table, matched, isOurs, share: matched / headers.size }
      if (!best || isBetter(candidate, best)) best = candidate
    }
  }
  if (!best?.isOurs) return null
  const { kind } = known[best.table]! as { kind: ReadTable['kind'] }
  return { kind, index: best.index, ...columnsOf(rows[best.index]!, wanted[best.table]!) }
}

type Candidate = {
  readonly index: number
  readonly table: number
  readonly matched: number
  readonly isOurs: boolean
  readonly share: number
}

/** More headers are better; of as many, a table that is read back, and then one that is more nearly whole. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.matched !== other.matched) return one.matched > other.matched
  if (one.isOurs !== other.isOurs) return one.isOurs
  return one.share > other.share
}

/** What makes two headers the same: not case, spaces, line breaks or punctuation. */
export function headerKey(text: string): string {
  const start = text.slice(0, LONGEST_HEADER)
  if (IS_ASCII.test(start)) return start.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return start
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function columnsOf(
  row: SheetRow,
  ours: ReadonlySet<string>,
): Pick<FoundTable, 'headers' | 'columns' | 'dropped'> {
  const columns = new Set<number>()
  const headers: (string | null)[] = []
  let others = 0
  for (const column of [...row.cells.keys()].sort((a, b) => a - b)) {
    const { text } = row.cells.get(column)!
    if (!ours.has(headerKey(text)) && ++others > LIMITS.otherColumns) continue
    columns.add(column)
    while (headers.length < column) headers.push(null)
    headers.push(text)
  }
  return { headers, columns, dropped: Math.max(0, others - LIMITS.otherColumns) }
}
