import { type Evidence, type EvidenceKind, type Handling, Strength } from '../../../shared/model/evidence.ts'
import type { EvidenceRow } from './evidence-rows.ts'

export type SortColumn =
  | 'ref'
  | 'title'
  | 'shows'
  | 'date'
  | 'strength'
  | 'handling'
  | 'areas'
  | 'principles'
  | 'size'

export type Sorting = { readonly column: SortColumn; readonly direction: 'ascending' | 'descending' }

/** What narrows the list. `null` and empty text narrow nothing; `none` finds what is tied to nothing. */
export type EvidenceFilters = {
  readonly text: string
  readonly principleId: string | 'none' | null
  readonly areaId: string | 'none' | null
  readonly strength: Strength | null
  readonly handling: Handling | null
  readonly kind: EvidenceKind | null
}

export const noFilters: EvidenceFilters = {
  text: '',
  principleId: null,
  areaId: null,
  strength: null,
  handling: null,
  kind: null,
}

/** The rows that pass every filter. Text is looked for in the reference, names, words and addresses. */
export function filterRows(rows: readonly EvidenceRow[], filters: EvidenceFilters): readonly EvidenceRow[] {
  const words = filters.text.trim().toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  return rows.filter(row => {
    const { item } = row
    return (
      (filters.kind === null || item.kind === filters.kind) &&
      (filters.strength === null || item.strength === filters.strength) &&
      (filters.handling === null || item.handling === filters.handling) &&
      isTied(row.principleIds, filters.principleId) &&
      isTied(row.areaIds, filters.areaId) &&
      (words.length === 0 || holds(row, words))
    )
  })
}

/** True when any filter narrows the list. */
export function isNarrowed(filters: EvidenceFilters): boolean {
  return filters.text.trim() !== '' || Object.entries(filters).some(([key, value]) => key !== 'text' && value)
}

/** The rows in the asked order; equal ones by reference. What is empty stands last, whichever way it is sorted. */
export function sortRows(rows: readonly EvidenceRow[], sorting: Sorting): readonly EvidenceRow[] {
  const turn = sorting.direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const one = sortKey(a, sorting.column)
    const other = sortKey(b, sorting.column)
    if (one === '' || other === '') {
      if (one !== other) return one === '' ? 1 : -1
      return a.item.ref - b.item.ref
    }
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : collator.compare(String(one), String(other))
    return order === 0 ? a.item.ref - b.item.ref : order * turn
  })
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
const handlingOrder: readonly Handling[] = ['share', 'board', 'keep']

function sortKey(row: EvidenceRow, column: SortColumn): string | number {
  const { item } = row
  switch (column) {
    case 'ref':
      return item.ref
    case 'title':
      return item.title
    case 'shows':
      // A collator over 100,000 characters is slow; no order is decided that late.
      return item.shows.slice(0, 200)
    case 'date':
      return item.refersOn ?? ''
    case 'strength':
      return Strength.options.indexOf(item.strength)
    case 'handling':
      return handlingOrder.indexOf(item.handling)
    case 'areas':
      return row.areas
    case 'principles':
      return row.principles
    case 'size':
      return item.kind === 'file' ? item.size : ''
  }
}

function isTied(ids: readonly string[], wanted: string | null): boolean {
  if (wanted === null) return true
  return wanted === 'none' ? ids.length === 0 : ids.includes(wanted)
}

function holds(row: EvidenceRow, words: readonly string[]): boolean {
  const text = wordsOf(row.item)
  return words.every(word => text.includes(word))
}

const known = new WeakMap<Evidence, string>()

/** What is looked through, put together once for each item: notes may be long. */
function wordsOf(item: Evidence): string {
  let text = known.get(item)
  if (text === undefined) {
    const ref = `e-${String(item.ref).padStart(2, '0')}`
    text = [ref, item.title, item.fileName, item.shows, item.url, item.note]
      .join('\n')
      .toLocaleLowerCase('en-GB')
    known.set(item, text)
  }
  return text
}
