import type { ChangeReason, Confidence, OrganisationType } from '../../../shared/model/rating.ts'
import type { Where } from './places.ts'

/** One rating of the story. `votes` are single hands in the order of `ROOM`, a string a count. */
export type SampleRating = {
  readonly where: Where
  readonly principle: number
  readonly on: string
  readonly level: 0 | 1 | 2 | 3 | 4 | null
  readonly reason: string
  readonly confidence?: Confidence
  readonly target?: readonly [level: 1 | 2 | 3 | 4, by: string]
  readonly votes?: readonly string[]
  readonly minority?: readonly [type: OrganisationType, view: string]
  readonly change?: readonly [why: ChangeReason, note: string]
}

/** Who was in the system's room, in the order of the digits of a count. */
export const ROOM: readonly OrganisationType[] = [
  'commissioner',
  'commissioner',
  'mental-health-trust',
  'mental-health-trust',
  'acute-trust',
  'community',
  'primary-care',
  'council',
  'council',
  'voluntary-sector',
  'lived-experience',
  'lived-experience',
]

/** Who was in a place's room. */
export const PLACE_ROOM: readonly OrganisationType[] = [
  'commissioner',
  'mental-health-trust',
  'primary-care',
  'council',
  'lived-experience',
]
