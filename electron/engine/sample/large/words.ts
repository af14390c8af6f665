import type { Chance } from './chance.ts'

/** Names that no town has, in parts. */
const PLACE_STARTS = [
  'Zeph',
  'Quill',
  'Orrin',
  'Tavel',
  'Morrow',
  'Velm',
  'Brindle',
  'Ossel',
  'Yarrin',
  'Kestle',
]
const PLACE_ENDS = ['mere', 'ford', 'combe', 'holt', 'stead', 'dale', 'wick', 'haven', 'ley', 'marsh']
const PLACE_FIRSTS = ['', 'Upper ']

const FIRST_NAMES = [
  'Avela',
  'Brenno',
  'Cassin',
  'Dorrel',
  'Eskil',
  'Fenna',
  'Garrit',
  'Hesper',
  'Iorwen',
  'Jessel',
]
const LAST_NAMES = [
  'Tarnquill',
  'Velmarsh',
  'Oxenbrook',
  'Pellwether',
  'Quorrin',
  'Ravenstead',
  'Sallowby',
  'Thrushgate',
  'Underholt',
  'Wexcombe',
]

/** The name of a place by its number, from 0; two hundred differ. */
export function placeName(number: number): string {
  const first = PLACE_FIRSTS[Math.floor(number / 100) % 2]!
  const start = PLACE_STARTS[(number + Math.floor(number / 10)) % 10]!
  return `${first}${start}${PLACE_ENDS[Math.floor(number / 10) % 10]}`
}

/** The name of a person by a number, from 0; a hundred differ. */
export function personName(number: number): string {
  return `${FIRST_NAMES[number % 10]} ${LAST_NAMES[(number + Math.floor(number / 10)) % 10]}`
}

const SUBJECTS = [
  'The advice line',
  'The shared plan',
  'The first clinic',
  'The training day',
  'The joint budget',
]
const STATES = [
  'has started',
  'is agreed on paper',
  'waits for rooms',
  'runs in two teams',
  'was shown to the board',
]
const SIZES = [
  '4 of 22 teams',
  '9 of 14 practices',
  'one ward',
  'half of the neighbourhoods',
  '3 of 8 partners',
]
const NEXT = [
  'The rest follows in spring.',
  'A date is set.',
  'Nobody has the lead yet.',
  'Figures come next month.',
]

/** A sentence or two of progress, of a gap, of what a file shows. */
export function says(chance: Chance): string {
  return `${chance.pick(SUBJECTS)} ${chance.pick(STATES)}: ${chance.pick(SIZES)}. ${chance.pick(NEXT)}`
}

/** A long text, as some people write them. */
export function saysMuch(chance: Chance, sentences: number): string {
  return Array.from({ length: sentences }, () => says(chance)).join(' ')
}

export const TEAMS = [
  'older people',
  'young adults',
  'the neighbourhood teams',
  'the wards',
  'the practices',
] as const

export const RISKS = [
  'Money for a second year is not agreed',
  'The post may stay empty',
  'Two systems do not exchange records',
  'Partners have other priorities this winter',
] as const

export const MITIGATIONS = [
  'Named in the budget paper for the spring',
  'The bank covers two days a week',
  'A weekly list goes by hand until then',
  'The chair speaks to both chief officers',
] as const

export const MEETINGS = ['Partnership board', 'Health and wellbeing board', 'Finance committee'] as const
