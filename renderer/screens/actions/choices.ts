import type { Framework } from '../../../shared/model/framework.ts'
import type { Area, Status } from '../../../shared/model/workbook.ts'
import { claimWord } from '../../../shared/text/standing.ts'
import { nameOfArea } from './action-row.ts'

/** One thing a choice column can hold. `also` are other ways people write it. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly also: readonly string[]
  /** What choosing it means, where the framework says so. */
  readonly hint?: string
}

export type ChoiceSources = {
  readonly framework: Framework
  readonly areas: readonly Area[]
  readonly statuses: readonly Status[]
}

export type ChoiceColumn =
  | 'place'
  | 'principle'
  | 'levelOfNeed'
  | 'currentLevel'
  | 'targetLevel'
  | 'priority'
  | 'status'
  | 'likelihood'
  | 'consequence'

/** What each choice column can hold, in the order people see it. Columns that may be empty start with nothing. */
export function choicesOf(sources: ChoiceSources): Readonly<Record<ChoiceColumn, readonly Choice[]>> {
  const { framework } = sources
  const levels = [
    NOTHING,
    ...framework.scale.levels.map(level => numbered(level.value, level.label, 'level ')),
  ]
  const steps = (list: Framework['actionPlan']['risk']['likelihood']) => [
    NOTHING,
    ...list.map(step => ({ ...numbered(step.value, step.label, ''), hint: step.meaning })),
  ]
  return {
    place: sources.areas.map(area => ({
      value: area.id,
      label: nameOfArea(area),
      also: area.kind === 'system' ? [area.name, 'whole system', 'system'] : [],
    })),
    principle: framework.principles.map(({ id, number, title }) => ({
      value: id,
      label: `${number} ${title}`,
      also: [String(number), title, `principle ${number}`],
    })),
    levelOfNeed: [
      NOTHING,
      ...framework.levelsOfNeed.map(need => ({
        value: need.id,
        label: need.label,
        also: [],
        hint: need.description,
      })),
    ],
    currentLevel: levels,
    targetLevel: levels,
    priority: [
      NOTHING,
      ...framework.actionPlan.priorities.map(({ id, label, meaning }) => ({
        value: id,
        label,
        also: [],
        hint: meaning,
      })),
    ],
    status: sources.statuses.map(({ id, label, code, meaning }) => ({
      value: id,
      label,
      also: [code, claimWord(label), ...label.split(':').slice(1), id],
      hint: meaning,
    })),
    likelihood: steps(framework.actionPlan.risk.likelihood),
    consequence: steps(framework.actionPlan.risk.consequence),
  }
}

/** The choice a person meant by typing or pasting: written out, one of its other names, or the start of just one. */
export function choiceMeant(choices: readonly Choice[], typed: string): Choice | null {
  const text = folded(typed)
  const named = choices.find(choice => namesOf(choice).includes(text))
  if (named || text === '') return named ?? null
  const starting = choices.filter(choice =>
    namesOf(choice).some(name => name !== '' && name.startsWith(text)),
  )
  return starting.length === 1 ? starting[0]! : null
}

const NOTHING: Choice = { value: '', label: 'Nothing chosen', also: ['', '-'] }

function numbered(value: number, label: string, prefix: string): Choice {
  return {
    value: String(value),
    label: `${value} ${label}`,
    also: [String(value), label, `${prefix}${value}`],
  }
}

function namesOf(choice: Choice): readonly string[] {
  return [choice.label, ...choice.also].map(folded)
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB')
}
