import type { Action } from '../../../../shared/model/action.ts'
import type { ReviewValue } from '../../../../shared/model/review.ts'
import { heldChoice, TEXT_FIELDS } from '../../../../shared/rules/typed-cell.ts'
import type { ChoiceColumn } from '../../../../shared/text/choices.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { plainText } from '../../../../shared/text/plain.ts'
import type { State } from '../state.ts'
import { dayMeaning, levelValue, type Meaning, textMeaning, textValue } from '../value.ts'
import { evidenceShown } from './evidence-cell.ts'
import { progressMeaning } from './progress-cell.ts'

/** The fields of an action behind a column a person may change; of progress and evidence, those that are not rows. */
export const FIELDS: Readonly<Record<string, readonly (keyof Action)[]>> = {
  ...Object.fromEntries(Object.entries(TEXT_FIELDS).map(([id, field]) => [id, [field]])),
  place: ['areaId'],
  principle: ['principleId'],
  levelOfNeed: ['levelOfNeed'],
  currentLevel: ['currentLevel'],
  targetLevel: ['targetLevel'],
  action: ['title'],
  start: ['startOn'],
  due: ['dueOn'],
  priority: ['priority'],
  status: ['statusId'],
  likelihood: ['likelihood'],
  consequence: ['consequence'],
  verifiedBy: ['verifiedBy', 'verifiedOn'],
  progress: [],
}

/** What an action holds in a column a person may change. */
export function meaningOf(columnId: string, action: Action, state: State): Meaning {
  if (columnId === 'progress') return progressMeaning(state.facts.latestUpdate(action.id))
  if (columnId === 'evidence') return evidenceShown(action, state)
  if (columnId in TEXT_FIELDS) return textMeaning(action[TEXT_FIELDS[columnId]!] as string)
  switch (columnId) {
    case 'action':
      return textMeaning(action.title)
    case 'start':
      return dayMeaning(action.startOn)
    case 'due':
      return dayMeaning(action.dueOn)
    case 'verifiedBy': {
      const day = action.verifiedOn
      const words = [action.verifiedBy.trim(), day ? longDate(day) : ''].filter(Boolean).join(', ')
      return { key: `${plainText(action.verifiedBy)}\u0000${day ?? ''}`, value: textValue(words) }
    }
    default:
      return {
        key: heldChoice(columnId as ChoiceColumn, action),
        value: choiceValue(columnId, action, state),
      }
  }
}

function choiceValue(columnId: string, action: Action, { facts }: State): ReviewValue {
  const { framework } = facts.input
  switch (columnId) {
    case 'place':
      return textValue(facts.areaName(action.areaId))
    case 'principle':
      return textValue(facts.principleName(action.principleId))
    case 'status':
      return {
        ...textValue(facts.status(action.statusId)?.label ?? action.statusId),
        statusId: action.statusId,
      }
    case 'levelOfNeed':
      return textValue(labelOf(framework.levelsOfNeed, action.levelOfNeed))
    case 'priority':
      return textValue(labelOf(framework.actionPlan.priorities, action.priority))
    case 'currentLevel':
    case 'targetLevel':
      return levelValue(action[columnId], facts)
    case 'likelihood':
    case 'consequence': {
      const step = framework.actionPlan.risk[columnId].find(one => one.value === action[columnId])
      return textValue(step ? `${step.value} ${step.label}` : String(action[columnId] ?? ''))
    }
    default:
      return textValue('')
  }
}

function labelOf(
  list: readonly { readonly id: string; readonly label: string }[],
  id: string | null,
): string {
  return list.find(one => one.id === id)?.label ?? id ?? ''
}
