import type { Level } from '../../../shared/model/fields.ts'
import type { ReviewValue } from '../../../shared/model/review.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { plainText } from '../../../shared/text/plain.ts'
import type { SheetFacts } from '../exchange/board/board-facts.ts'
import type { RowWrite } from './comparison.ts'

/** What a cell means: equal keys mean the same, whatever was typed. */
export type Meaning = { readonly key: string; readonly value: ReviewValue }

/** What came of reading a cell: a meaning and what it would write, or why it cannot be kept, in a sentence. */
export type Reading<Row> =
  | {
      readonly kind: 'read'
      readonly meaning: Meaning
      /** Fields of the row itself. */
      readonly set: Partial<Row>
      /** Rows of other collections. */
      readonly writes: readonly RowWrite[]
      readonly remarks: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly why: string; readonly typed: string }

/** A text as a value without status or level. */
export function textValue(text: string): ReviewValue {
  return { text, statusId: null, level: null }
}

/** What a text means: itself, with what does not count left out. */
export function textMeaning(text: string): Meaning {
  return { key: plainText(text), value: textValue(text) }
}

/** What a day means; an empty cell is no day. */
export function dayMeaning(day: string | null): Meaning {
  return { key: day ?? '', value: textValue(day ? longDate(day) : '') }
}

/** A level with its name, `2 Developing`. */
export function levelValue(level: Level | null, facts: SheetFacts): ReviewValue {
  const text = level === null ? '' : `${level} ${facts.levelName(level)}`.trim()
  return { text, statusId: null, level }
}

/** A cell that cannot be kept. */
export function unreadable(why: string, typed: string): Reading<never> {
  return { kind: 'unreadable', why, typed }
}
