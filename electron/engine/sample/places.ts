import type { NewWorkbook } from '../../../shared/contract/control.ts'
import type { AreaId, PrincipleId, RoundId } from '../../../shared/model/ids.ts'
import { SYSTEM_AREA } from '../create.ts'
import { shippedFramework } from '../framework.ts'

/** The whole system and its three places, by the letter the story uses for them. */
export type Where = 'N' | 'A' | 'C' | 'W'

const PLACE_NAMES = ['Alderbrook', 'Castle Vale', 'Westmere']

/** The ids `createWorkbookFile` asks for, in its order: the workbook, the places, the round. */
export const FIRST_IDS = [
  'sample-workbook',
  'sample-alderbrook',
  'sample-castle-vale',
  'sample-westmere',
  'sample-spring-2026',
]

/** Fixed ids, so that two runs give the same bytes. */
export const areaIds = {
  N: SYSTEM_AREA,
  A: FIRST_IDS[1] as AreaId,
  C: FIRST_IDS[2] as AreaId,
  W: FIRST_IDS[3] as AreaId,
} as const satisfies Record<Where, AreaId>

/** The round signed off. */
export const SPRING = FIRST_IDS[4] as RoundId
/** The round open. */
export const AUTUMN = 'sample-autumn-2026' as RoundId

/** Who writes most of the history. Made up, like everyone else in the sample. */
export const LEAD = 'Anna Whitcombe'

/** What the sample is made from. */
export const SAMPLE_DETAILS: NewWorkbook = {
  systemName: 'Northmoor and Vale',
  systemKind: 'ics',
  systemKindOther: '',
  places: PLACE_NAMES,
  roundName: 'Spring 2026',
  asAt: '2026-05-15',
}

/** `Parity of esteem`, or in a place `Parity of esteem in Westmere`. */
export function subjectOf(where: Where, number: number): string {
  const place = where === 'N' ? '' : ` in ${PLACE_NAMES['ACW'.indexOf(where)]}`
  return `${principleOf(number).title}${place}`
}

/** A principle by its number. */
export function principleOf(number: number) {
  return shippedFramework.principles.find(row => row.number === number)!
}

/** The id of a principle, by its number. */
export function principleIdOf(number: number): PrincipleId {
  return principleOf(number).id
}
