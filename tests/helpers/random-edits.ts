import fc from 'fast-check'
import type { ActionId } from '../../shared/model/ids.ts'
import { rowsOf, type Started, sessionOf } from './copies.ts'

/** Something a person does, picked by numbers so that it fits any workbook. */
export type Step =
  | { readonly do: 'rate'; readonly pick: number; readonly level: 0 | 2 | 4 | null; readonly reason: string }
  | {
      readonly do: 'set'
      readonly pick: number
      readonly field: 'owner' | 'gap' | 'dueOn'
      readonly value: number
    }
  | { readonly do: 'update'; readonly pick: number; readonly day: number }
  | { readonly do: 'tie'; readonly pick: number; readonly to: number }
  | { readonly do: 'describe'; readonly pick: number; readonly value: number }
  | {
      readonly do: 'act' | 'status' | 'drop' | 'addPlace' | 'dropPlace' | 'rename' | 'note' | 'dropNote'
      readonly pick: number
    }
  | { readonly do: 'back'; readonly pick: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

const pick = fc.nat(5)

/** Any step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('rate' as const),
    pick,
    level: fc.constantFrom(0 as const, 2 as const, 4 as const, null),
    reason: fc.constantFrom('Seen', 'Heard'),
  }),
  fc.record({
    do: fc.constant('set' as const),
    pick,
    field: fc.constantFrom('owner' as const, 'gap' as const, 'dueOn' as const),
    value: fc.nat(2),
  }),
  fc.record({ do: fc.constant('update' as const), pick, day: fc.integer({ min: 10, max: 12 }) }),
  fc.record({ do: fc.constant('tie' as const), pick, to: fc.nat(7) }),
  fc.record({ do: fc.constant('describe' as const), pick, value: fc.nat(2) }),
  fc.record({
    do: fc.constantFrom(
      'act' as const,
      'status' as const,
      'drop' as const,
      'addPlace' as const,
      'dropPlace' as const,
      'rename' as const,
      'note' as const,
      'dropNote' as const,
    ),
    pick,
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('back' as const), pick }),
)

/** Does it; what a workbook refuses is not done. `side` keeps the names of two people apart. */
export async function run(on: Pick<Started, 'page' | 'engine'>, each: Step, side: string): Promise<void> {
  await tried(on, each, side).catch(() => {})
}

async function tried(on: Pick<Started, 'page' | 'engine'>, each: Step, side: string): Promise<unknown> {
  const { page } = on
  const { actions, areas, evidence, rounds } = rowsOf(on)
  const principles = sessionOf(on).framework.principles
  if (each.do === 'undo') return page.edit.undo()
  if (each.do === 'redo') return page.edit.redo()
  const action = actions[each.pick % Math.max(1, actions.length)]
  const area = areas[each.pick % areas.length]!
  const item = evidence[each.pick % Math.max(1, evidence.length)]
  const principle = principles[each.pick % 3]!
  const none = { areaIds: [], principleIds: [], actionIds: [] as ActionId[] }
  switch (each.do) {
    case 'rate': {
      const key = { roundId: rounds[0]!.id, areaId: area.id, principleId: principle.id }
      return page.rating.set({ ...key, set: { level: each.level, reason: each.reason } })
    }
    case 'set': {
      const value = each.field === 'dueOn' ? `2027-01-1${each.value}` : `Value ${each.value}`
      return action && page.action.set({ id: action.id, set: { [each.field]: value } })
    }
    case 'status':
      return action && page.action.set({ id: action.id, set: { statusId: 'on-track' } })
    case 'act':
      return page.action.add({ areaId: area.id, principleId: principle.id, title: `Do ${side}`, set: {} })
    case 'update': {
      const update = { on: `2026-11-${each.day}`, text: `Said ${side}`, statusId: null }
      return action && page.action.addUpdate({ actionId: action.id, ...update })
    }
    case 'drop':
      return action && page.action.remove({ ids: [action.id] })
    case 'addPlace':
      return page.area.addPlace({ name: `Place ${side} ${areas.length}` })
    case 'dropPlace':
      return page.area.removePlace({ id: area.id })
    case 'rename':
      return page.area.rename({ id: area.id, name: `Renamed ${side} ${areas.length}` })
    case 'note': {
      const targets = { ...none, areaIds: [area.id], actionIds: action ? [action.id] : [] }
      return page.evidence.addNote({ title: `Note ${side}`, note: 'Heard', targets })
    }
    case 'describe':
      return item && page.evidence.set({ id: item.id, set: { shows: `Shows ${each.value}` } })
    case 'dropNote':
      return item && page.evidence.remove({ id: item.id })
    case 'tie': {
      const tied = [1, 2, 4].map(bit => (each.to & bit) > 0)
      const targets = {
        areaIds: tied[0] ? [area.id] : [],
        principleIds: tied[1] ? [principle.id] : [],
        actionIds: tied[2] && action ? [action.id] : [],
      }
      return item && page.evidence.tie({ id: item.id, targets })
    }
    case 'back':
      return page.edit.backTo({ seq: Math.max(1, (sessionOf(on).lastEdit?.seq ?? 1) - each.pick) })
  }
}
