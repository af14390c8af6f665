import type { BoardInput } from './board/input.ts'
import type { OwnerInput, PlanInput, SlipInput } from './fill-in/input.ts'
import type { HistoryInput } from './history/history-book.ts'

/** Everything one Excel file is made from. */
export type BookInput = BoardInput | PlanInput | OwnerInput | SlipInput | HistoryInput

/** The same without the rows, which are sent to the thread once for all files made of them. */
export type WithoutRows = BookInput extends infer I ? (I extends BookInput ? Omit<I, 'rows'> : never) : never
