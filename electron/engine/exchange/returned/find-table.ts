import { LIMITS } from './limits.ts'
import type { KnownTable, ReadCell, ReadTable } from './read-book.ts'

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
  let best = { index: -1, table: -1, matched: 0, share: 0 }
  rows.forEach((row, index) => {
    const found = new Set([...row.cells.values()].map(cell => headerKey(cell.text)))
    wanted.forEach((headers, table) => {
      const matched = [...found].filter(header => headers.has(header)).length
      const share = matched / headers.size
      if (matched < Math.min(3, headers.size)) return
      if (matched > best.matched || (matched === best.matched && share > best.share))
        best = { index, table, matched, share }
    })
  })
  const kind = known[best.table]?.kind
  if (!kind || kind === 'other') return null
  return { kind, index: best.index, ...columnsOf(rows[best.index]!, wanted[best.table]!) }
}

/** What makes two headers the same: not case, spaces, line breaks or punctuation. */
export function headerKey(text: string): string {
  return text
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
