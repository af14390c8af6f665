import type { Action } from '../model/action.ts'
import type { Day, Level } from '../model/fields.ts'
import type { Framework, Principle, StarterAction } from '../model/framework.ts'
import type { AreaId } from '../model/ids.ts'
import type { SystemKind } from '../model/workbook.ts'
import { addMonths } from './months.ts'
import { actionsOf, type Reads } from './select.ts'

/** A first action the framework suggests for one step up. `from` and `index` name it to `action.addStarter`. */
export type Starter = {
  readonly from: number
  readonly to: number
  readonly index: number
  readonly action: StarterAction
  readonly dueOn: Day
  /** The action of the plan it has become, by its title. */
  readonly inPlan: Action | null
}

/** The suggestions for the step from where an area is to the next level; none at the top or without a level. */
export function startersFor(
  rows: Reads<'areas' | 'actions'>,
  principle: Principle,
  at: { readonly areaId: AreaId; readonly level: Level | null },
  today: Day,
): Starter[] {
  const step = principle.starterActions.find(starters => starters.from === at.level)
  if (!step) return []
  const planned = actionsOf(rows, { areaId: at.areaId, principleId: principle.id })
  return step.actions.map((action, index) => ({
    from: step.from,
    to: step.to,
    index,
    action,
    dueOn: addMonths(today, action.typicalMonths),
    inPlan: planned.find(row => sameText(row.title, action.title)) ?? null,
  }))
}

/** The fields a starter action begins life with; `null` when the framework has no such one. */
export function starterFields(
  framework: Pick<Framework, 'roles'>,
  principle: Principle,
  starter: { readonly from: number; readonly index: number },
  systemKind: SystemKind,
  today: Day,
): Pick<
  Action,
  'title' | 'successMeasure' | 'ownerRole' | 'currentLevel' | 'targetLevel' | 'startOn' | 'dueOn'
> | null {
  const step = principle.starterActions.find(starters => starters.from === starter.from)
  const action = step?.actions[starter.index]
  if (!step || !action) return null
  return {
    title: action.title,
    successMeasure: action.successMeasure,
    ownerRole: roleFor(framework, action, systemKind),
    currentLevel: step.from as Level,
    targetLevel: step.to as Level,
    startOn: today,
    dueOn: addMonths(today, action.typicalMonths),
  }
}

/** Who usually leads it, in the words of an integrated care system where the workbook is one. */
export function roleFor(
  framework: Pick<Framework, 'roles'>,
  action: StarterAction,
  systemKind: SystemKind,
): string {
  const role = framework.roles.find(row => row.id === action.suggestedOwnerRoleId)
  const equivalent = role?.icsEquivalent
  if (systemKind !== 'ics' || !equivalent || equivalent === 'Same role') return action.suggestedOwnerRole
  return equivalent
}

function sameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
