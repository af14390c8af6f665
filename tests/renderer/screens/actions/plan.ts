import { readFileSync } from 'node:fs'
import { type ActionRow, type PlanSources, rowsOf } from '../../../../renderer/screens/actions/action-row.ts'
import { columnsOf } from '../../../../renderer/screens/actions/columns.ts'
import type { Action } from '../../../../shared/model/action.ts'
import { Framework } from '../../../../shared/model/framework.ts'
import type { Status } from '../../../../shared/model/workbook.ts'
import { choicesOf } from '../../../../shared/text/choices.ts'
import { rowsWith } from '../../../helpers/rows.ts'

export const TODAY = '2026-11-24'

const file = new URL('../../../../resources/framework/nine-principles.json', import.meta.url)
export const framework = Framework.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The framework's own status key, as a new workbook has it. */
export const statuses: readonly Status[] = framework.actionPlan.statuses.map(
  ({ id, code, label, meaning, fill, text, order, closes }) => ({
    id,
    code,
    label,
    meaning,
    fill,
    textColour: text,
    position: order,
    isClosing: closes,
  }),
)

export const areas = rowsWith().areas
export const columns = columnsOf(framework)
export const context = { choices: choicesOf({ framework, areas, statuses }), today: TODAY }

/** The rows of these actions, as the screen works them out. */
export function planOf(actions: readonly Action[], more: Partial<PlanSources> = {}): readonly ActionRow[] {
  return rowsOf({
    actions: byId(actions),
    updates: new Map(),
    areas: byId(areas),
    statuses: byId(statuses),
    evidenceLinks: new Map(),
    framework,
    today: TODAY,
    ...more,
  })
}

export function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map(row => [row.id, row]))
}
