import type { Framework } from '../model/framework.ts'
import type { Area, Status } from '../model/workbook.ts'
import { nameOfArea } from './names.ts'
import { shortTitleOf } from './principles.ts'
import { claimWord } from './standing.ts'

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
    principle: framework.principles.map(principle => {
      const { id, number, title } = principle
      return {
        value: id,
        label: `${number} ${title}`,
        also: [
          String(number),
          title,
          shortTitleOf(principle),
          `principle ${number}`,
          `principle ${number} ${title}`,
        ],
      }
    }),
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
    status: statusChoices(sources),
    likelihood: steps(framework.actionPlan.risk.likelihood),
    consequence: steps(framework.actionPlan.risk.consequence),
  }
}

/**
 * The choice a person meant by typing or pasting: written out, one of its other names, or the start of just one.
 * Letter case, spaces and punctuation do not count, so `on-track` and `Green – on track.` are known.
 */
export function choiceMeant(choices: readonly Choice[], typed: string): Choice | null {
  const text = folded(typed)
  const labelled = choices.filter(choice => namesOf(choice)[0] === text)
  if (labelled.length > 0) return onlyOf(labelled)
  const named = choices.filter(choice => namesOf(choice).includes(text))
  if (named.length > 0 || text === '') return onlyOf(named)
  return onlyOf(choices.filter(choice => namesOf(choice).some(name => name.startsWith(text))))
}

/** Choices that are also known by the names they had once, as far as nothing else has those names now. */
export function withFormerNames(now: readonly Choice[], then: readonly Choice[]): readonly Choice[] {
  const taken = new Set(now.flatMap(namesOf))
  const former = new Map(then.map(choice => [choice.value, choice]))
  return now.map(choice => {
    const was = former.get(choice.value)
    const more = was ? [was.label, ...was.also].filter(name => !taken.has(folded(name))) : []
    return more.length === 0 ? choice : { ...choice, also: [...choice.also, ...more] }
  })
}

const NOTHING: Choice = { value: '', label: 'Nothing chosen', also: [''] }

/** The words of this workbook's key, and those the framework uses where the key does not give them to another. */
function statusChoices({ framework, statuses }: ChoiceSources): Choice[] {
  const own = statuses.map(({ id, label, code, meaning }) => ({
    value: id,
    label,
    also: [code, ...partsOf(label), id],
    hint: meaning,
  }))
  const taken = new Set(own.flatMap(namesOf))
  return own.map(choice => {
    const usual = framework.actionPlan.statuses.find(({ id }) => id === choice.value)
    const more = usual ? [usual.label, usual.code, ...partsOf(usual.label)] : []
    return { ...choice, also: [...choice.also, ...more.filter(name => !taken.has(folded(name)))] }
  })
}

/** `Green: on track` is known as green and as on track. */
function partsOf(label: string): string[] {
  return [claimWord(label), ...label.split(':').slice(1)]
}

function numbered(value: number, label: string, prefix: string): Choice {
  return {
    value: String(value),
    label: `${value} ${label}`,
    also: [String(value), label, `${value}.0`, `${prefix}${value}`, `${prefix}${value} ${label}`],
  }
}

function onlyOf(choices: readonly Choice[]): Choice | null {
  return choices.length === 1 ? choices[0]! : null
}

/** Names are looked through for every cell of a column, and folding them takes longer than that. */
const foldedNames = new WeakMap<Choice, readonly string[]>()

function namesOf(choice: Choice): readonly string[] {
  const known = foldedNames.get(choice)
  if (known) return known
  const names = [choice.label, ...choice.also].map(folded)
  foldedNames.set(choice, names)
  return names
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en-GB')
}
