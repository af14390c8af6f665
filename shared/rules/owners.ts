import type { Action } from '../model/action.ts'
import { byName } from '../text/by-name.ts'
import { personKey } from './closing.ts'
import type { Reads } from './select.ts'

/** Someone who still has something to do, and what. */
export type Owner = {
  /** The same for every spelling of one name. */
  readonly key: string
  /** As it was typed first. */
  readonly name: string
  /** Open actions, by reference; at least one. */
  readonly actions: readonly Action[]
}

/** Open actions by who owns them. */
export type OpenByOwner = {
  /** By name. */
  readonly owners: readonly Owner[]
  /** Open actions nobody owns, by reference: no owner workbook holds them. */
  readonly unowned: readonly Action[]
}

/** Who gets an owner workbook, and what stands in it: letter case and spaces do not make another person. */
export function openByOwner(rows: Reads<'actions' | 'statuses'>): OpenByOwner {
  const closing = new Set([...rows.statuses.values()].filter(status => status.isClosing).map(({ id }) => id))
  const owners = new Map<string, { key: string; name: string; actions: Action[] }>()
  const unowned: Action[] = []
  const open = [...rows.actions.values()].filter(action => !closing.has(action.statusId))
  for (const action of open.sort((one, other) => one.ref - other.ref)) {
    const key = personKey(action.owner)
    const known = owners.get(key)
    if (key === '') unowned.push(action)
    else if (known) known.actions.push(action)
    else owners.set(key, { key, name: action.owner.replace(/\s+/g, ' ').trim(), actions: [action] })
  }
  return { owners: [...owners.values()].sort((one, other) => byName(one.name, other.name)), unowned }
}
