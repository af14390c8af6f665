import type { OrganisationType } from '../../../../shared/model/rating.ts'
import type { MadeFrom, SheetInput } from '../board/input.ts'
import type { SentMarks } from '../marks.ts'

/** What a file that is filled in and comes back is made from, whichever it is. */
type FillInInput = SheetInput & {
  readonly sent: SentMarks
  readonly file: MadeFrom
  /** By when, in words or as a day, and to whom; empty says nothing of it. */
  readonly replyBy: string
  readonly replyTo: string
}

/** The plan to fill in; `sent` says whom it is for and whether ratings are in it. */
export type PlanInput = FillInInput & { readonly kind: 'plan' }

/** One owner's open actions; `sent` says whose. */
export type OwnerInput = FillInInput & { readonly kind: 'owner' }

/** A rating slip; `sent` says of which area. */
export type SlipInput = FillInInput & {
  readonly kind: 'slip'
  readonly name: string
  readonly organisationType: OrganisationType | null
}
