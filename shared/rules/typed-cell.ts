import type { Action } from '../model/action.ts'
import type { Day } from '../model/fields.ts'
import { LONGEST_TEXT } from '../model/fields.ts'
import { type Choice, type ChoiceColumn, choiceMeant } from '../text/choices.ts'
import { typedDate } from '../text/typed-date.ts'

/** Fields of an action that a cell sets: those a person may. */
type ActionFields = Partial<Omit<Action, 'id' | 'ref' | 'createdAt' | 'updatedAt'>>

/** What typing or pasting something into a cell asks for, or why it cannot be taken, in a few words. */
export type CellEdit = { readonly set: ActionFields } | { readonly problem: string }

export type EditContext = {
  readonly choices: Readonly<Record<ChoiceColumn, readonly Choice[]>>
  readonly today: Day
}

/** The edit that puts `typed` into a column of an action. Empty clears the cell, where a cell may be empty. */
export function cellEdit(columnId: string, typed: string, context: EditContext): CellEdit {
  const text = typed.trim()
  if (columnId in TEXT_FIELDS) return textEdit(TEXT_FIELDS[columnId]!, text)
  if (columnId in context.choices) return choiceEdit(columnId as ChoiceColumn, text, context)
  if (columnId === 'action') return titleEdit(text)
  if (columnId === 'start') return dateEdit('startOn', text, context.today)
  if (columnId === 'due') return dateEdit('dueOn', text, context.today)
  if (columnId === 'verifiedBy') return checkEdit(text, context.today)
  if (columnId === 'progress')
    return { problem: 'progress is added as an update, so that none is overwritten' }
  return { problem: 'this column is worked out, not typed' }
}

type TextField = Exclude<keyof ActionFields, 'title'>

/** The field of each column of free text. */
export const TEXT_FIELDS: Readonly<Record<string, TextField>> = {
  gap: 'gap',
  successMeasure: 'successMeasure',
  baseline: 'baseline',
  owner: 'owner',
  ownerRole: 'ownerRole',
  sponsor: 'sponsor',
  partners: 'partners',
  resources: 'resources',
  risk: 'risk',
  mitigation: 'mitigation',
  evidence: 'evidenceNote',
  governance: 'governance',
}

function textEdit(field: TextField, text: string): CellEdit {
  if (text.length > LONGEST_TEXT)
    return { problem: `is longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters` }
  return { set: { [field]: text } }
}

function titleEdit(typed: string): CellEdit {
  const text = typed.replace(/\s*\n\s*/g, ' ')
  if (text === '') return { problem: 'an action must say what will be done' }
  if (text.length > 1000) return { problem: 'is longer than 1,000 characters' }
  return { set: { title: text } }
}

function dateEdit(field: 'startOn' | 'dueOn', text: string, today: Day): CellEdit {
  if (text === '') return { set: { [field]: null } }
  const day = typedDate(text, today)
  return day ? { set: { [field]: day } } : { problem: `“${short(text)}” is not a date; try 30 Nov 2026` }
}

/** Who checked, and when. Either half alone is taken too. */
function checkEdit(text: string, today: Day): CellEdit {
  if (text === '') return { set: { verifiedBy: '', verifiedOn: null } }
  const { name, day } = nameAndDay(text, today)
  if (name === '') return { set: { verifiedOn: day } }
  const edit = textEdit('verifiedBy', name)
  return day && 'set' in edit ? { set: { ...edit.set, verifiedOn: day } } : edit
}

/** `Dr A. Osei, 3 Nov 2026`, with a comma, a dash, brackets or just a space between; without one, all is the name. */
function nameAndDay(text: string, today: Day): { readonly name: string; readonly day: Day | null } {
  const whole = typedDate(text, today)
  if (whole) return { name: '', day: whole }
  const bare = text.replace(/\)$/, '')
  for (const between of [...bare.matchAll(/[,;:(\n\u2013\u2014]|\s-\s|\son\s/g)].reverse()) {
    const day = typedDate(bare.slice(between.index + between[0].length), today)
    if (day) return { name: bare.slice(0, between.index).trim(), day }
  }
  const words = bare.split(/\s+/)
  for (const number of [3, 1]) {
    const day = words.length > number && typedDate(words.slice(-number).join(' '), today)
    if (day) return { name: words.slice(0, -number).join(' '), day }
  }
  return { name: text, day: null }
}

function choiceEdit(column: ChoiceColumn, text: string, { choices }: EditContext): CellEdit {
  const choice = choiceMeant(choices[column], text)
  if (!choice)
    return {
      problem: text === '' ? 'this cell cannot be empty' : `“${short(text)}” is not one of its choices`,
    }
  return { set: setOfChoice(column, choice.value) }
}

/** The fields a chosen value sets. Empty is nothing chosen. */
export function setOfChoice(column: ChoiceColumn, value: string): ActionFields {
  switch (column) {
    case 'place':
      return { areaId: value as Action['areaId'] }
    case 'principle':
      return { principleId: value as Action['principleId'] }
    case 'levelOfNeed':
      return { levelOfNeed: value || null }
    case 'priority':
      return { priority: (value || null) as Action['priority'] }
    case 'status':
      return { statusId: value }
    default:
      return { [column]: value === '' ? null : Number(value) }
  }
}

/** The choice an action holds in a column, as `choicesOf` spells it. */
export function heldChoice(column: ChoiceColumn, action: Action): string {
  switch (column) {
    case 'place':
      return action.areaId
    case 'principle':
      return action.principleId
    case 'status':
      return action.statusId
    default:
      return String(action[column] ?? '')
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
