import { personKey, samePerson } from '../../../shared/rules/closing.ts'
import { isClosed } from '../../../shared/rules/standing.ts'
import type { ActionRow } from './action-row.ts'
import type { Column } from './columns.ts'

export type GroupBy = 'principle' | 'owner' | 'place' | 'status' | 'none'

/** What the list shows and in which order. Empty strings filter nothing. */
export type PlanView = {
  readonly groupBy: GroupBy
  readonly isMine: boolean
  readonly isLate: boolean
  readonly isOpen: boolean
  readonly principleId: string
  readonly areaId: string
  readonly statusId: string
  readonly owner: string
  readonly text: string
  readonly sort: { readonly columnId: string; readonly isDown: boolean } | null
  readonly columnIds: readonly string[]
}

export type Group = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly late: number
}

export type Item =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'row'; readonly row: ActionRow }

/** The rows the filters let through. *Mine* are those owned by the person at the keyboard. */
export function filtered(rows: readonly ActionRow[], view: PlanView, person: string): readonly ActionRow[] {
  const words = view.text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ action, standing, haystack }) =>
      (!view.isMine || samePerson(action.owner, person)) &&
      (!view.isLate || standing.kind === 'late') &&
      (!view.isOpen || !isClosed(standing)) &&
      (view.principleId === '' || action.principleId === view.principleId) &&
      (view.areaId === '' || action.areaId === view.areaId) &&
      (view.statusId === '' || action.statusId === view.statusId) &&
      (view.owner === '' || samePerson(action.owner, view.owner)) &&
      words.every(word => haystack.includes(word)),
  )
}

/** Sorted by a column; equal rows stay in the order of their references. */
export function sorted(
  rows: readonly ActionRow[],
  sort: PlanView['sort'],
  columns: readonly Column[],
): readonly ActionRow[] {
  const column = columns.find(each => each.id === sort?.columnId)
  if (!sort || !column) return rows
  const way = sort.isDown ? -1 : 1
  const keys = rows.map(row => column.sortKey(row))
  const ranks = ranksOf(keys)
  return rows
    .map((row, index) => ({ row, rank: ranks.get(keys[index]!) ?? null }))
    .sort((one, other) => {
      if (one.rank === null || other.rank === null)
        return Number(one.rank === null) - Number(other.rank === null)
      return way * (one.rank - other.rank) || one.row.action.ref - other.row.action.ref
    })
    .map(({ row }) => row)
}

/** The place of each value among all. Comparing words is slow, and ten thousand actions have few owners. */
function ranksOf(keys: readonly (string | number | null)[]): ReadonlyMap<string | number, number> {
  const values = [...new Set(keys)].filter(key => key !== null)
  return new Map(values.sort(compare).map((value, rank) => [value, rank]))
}

/** Group headers and rows in the order they stand on screen. */
export function grouped(rows: readonly ActionRow[], groupBy: GroupBy): readonly Item[] {
  if (groupBy === 'none') return rows.map(row => ({ kind: 'row', row }))
  const groups = new Map<string, { label: string; order: number | string; rows: ActionRow[] }>()
  for (const row of rows) {
    const { key, label, order } = groupOf(row, groupBy)
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { label, order, rows: [row] })
  }
  return [...groups.entries()]
    .sort(([, one], [, other]) => compare(one.order, other.order) || compare(one.label, other.label))
    .flatMap(([key, group]): Item[] => [
      {
        kind: 'group',
        group: {
          key,
          label: group.label,
          count: group.rows.length,
          late: group.rows.filter(row => row.standing.kind === 'late').length,
        },
      },
      ...group.rows.map((row): Item => ({ kind: 'row', row })),
    ])
}

/** Everyone who owns an action, for the owner filter: a name typed two ways is one owner. */
export function ownersOf(rows: readonly ActionRow[]): readonly string[] {
  const owners = new Map<string, string>()
  for (const { action } of rows) {
    const key = personKey(action.owner)
    if (key !== '' && !owners.has(key)) owners.set(key, action.owner.trim())
  }
  return [...owners.values()].sort(compare)
}

/** How many filters narrow the list. */
export function filterCount(view: PlanView): number {
  const { isMine, isLate, isOpen, principleId, areaId, statusId, owner, text } = view
  return [isMine, isLate, isOpen, principleId, areaId, statusId, owner, text.trim()].filter(Boolean).length
}

/** The same view with no filter left. */
export function unfiltered(view: PlanView): PlanView {
  const off = { isMine: false, isLate: false, isOpen: false }
  return { ...view, ...off, principleId: '', areaId: '', statusId: '', owner: '', text: '' }
}

function groupOf(row: ActionRow, groupBy: Exclude<GroupBy, 'none'>) {
  switch (groupBy) {
    case 'place':
      return { key: row.action.areaId as string, label: row.place, order: row.placeOrder }
    case 'principle': {
      const { principle, action } = row
      const label = principle ? `${principle.number} ${principle.title}` : action.principleId
      return { key: action.principleId as string, label, order: principle?.number ?? 99 }
    }
    case 'status':
      return {
        key: row.action.statusId,
        label: row.status?.label ?? row.action.statusId,
        order: row.status?.position ?? 99,
      }
    case 'owner': {
      const key = personKey(row.action.owner)
      return { key, label: row.action.owner.trim() || 'No owner yet', order: key === '' ? 0 : 1 }
    }
  }
}

const collator = new Intl.Collator('en-GB')

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return collator.compare(String(one), String(other))
}
