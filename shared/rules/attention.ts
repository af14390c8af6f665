import type { Action } from '../model/action.ts'
import type { Day } from '../model/fields.ts'
import type { Framework } from '../model/framework.ts'
import type { ActionId, AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { longDate } from '../text/dates.ts'
import { refOf } from '../text/names.ts'
import { type Exception, type ExceptionKind, type ExceptionReads, exceptionsOf } from './exceptions.ts'
import { actionsOf, type Reads, systemOf } from './select.ts'
import { overdueBack } from './sent.ts'

/** One line of "Needs attention", with where it leads. */
export type AttentionItem = {
  /** `A-01 Agree a costed two-year plan`, `2 Outcomes that matter to people`. */
  readonly label: string
  /** `55 days late, says amber.`, and the owner. */
  readonly detail: string
  readonly target:
    | { readonly screen: 'actions'; readonly id: ActionId }
    | { readonly screen: 'principle'; readonly id: PrincipleId }
    | { readonly screen: 'export'; readonly id?: undefined }
}

export type AttentionGroup = {
  readonly heading: 'Late' | 'Split' | 'Old evidence' | 'Waiting' | 'Sent out'
  readonly items: readonly AttentionItem[]
}

const GROUPS: readonly (readonly [AttentionGroup['heading'], readonly ExceptionKind[]])[] = [
  ['Late', ['late', 'late-green']],
  ['Split', ['split']],
  ['Old evidence', ['old-evidence']],
  ['Waiting', ['waiting']],
]

/** What the overview lists beside the nine, in groups; a group without items is left out. Latest first. */
export function attentionOf(
  rows: ExceptionReads & Reads<'sentFiles'>,
  framework: Pick<Framework, 'principles' | 'scale'>,
  at: { readonly areaId: AreaId; readonly roundId: RoundId },
  today: Day,
): AttentionGroup[] {
  const exceptions = exceptionsOf(rows, framework, at.areaId, at.roundId, today)
  const groups = GROUPS.map(([heading, kinds]): AttentionGroup => {
    const found = exceptions.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => b.days - a.days)
    const items = found.map(itemOf)
    return { heading, items: heading === 'Waiting' ? [...items, ...unchecked(rows, at)] : items }
  })
  return [...groups, { heading: 'Sent out' as const, items: notBack(rows, at, today) }].filter(
    group => group.items.length > 0,
  )
}

/** What was sent is of the whole workbook, so a place does not hear of it. */
function notBack(
  rows: ExceptionReads & Reads<'sentFiles'>,
  at: { readonly areaId: AreaId },
  today: Day,
): AttentionItem[] {
  if (systemOf(rows)?.id !== at.areaId) return []
  return overdueBack(rows, today).map(({ what, since }) => ({
    label: what,
    detail: since,
    target: { screen: 'export' },
  }))
}

function itemOf(exception: Exception): AttentionItem {
  return {
    label: `${exception.ref} ${exception.title}`,
    detail: exception.brief,
    target: exception.actionId
      ? { screen: 'actions', id: exception.actionId }
      : { screen: 'principle', id: exception.principleId },
  }
}

/** Done by the owner, checked by nobody: that waits too, for someone to go and look. */
function unchecked(rows: ExceptionReads, at: { readonly areaId: AreaId }): AttentionItem[] {
  return actionsOf(rows, at)
    .filter(action => action.statusId === 'done')
    .map(action => ({
      label: `${refOf('action', action.ref)} ${action.title}`,
      detail: doneWords(action),
      target: { screen: 'actions', id: action.id },
    }))
}

function doneWords(action: Action): string {
  return action.dueOn
    ? `Done, not yet checked. It was due ${longDate(action.dueOn)}`
    : 'Done, not yet checked'
}
