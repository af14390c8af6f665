import type { BoardInput } from './board/input.ts'
import type { OwnerInput, PlanInput, SlipInput } from './fill-in/input.ts'

/** Everything one Excel file is made from. */
export type BookInput = BoardInput | PlanInput | OwnerInput | SlipInput

/** The same without the rows, which are sent to the thread once for all files made of them. */
export type WithoutRows = BookInput extends infer I ? (I extends BookInput ? Omit<I, 'rows'> : never) : never
