import type { Day } from '../../shared/model/fields.ts'
import { longDate, todayHere } from '../../shared/text/dates.ts'
import { typedDate } from '../../shared/text/typed-date.ts'
import type { FieldWords } from './field.tsx'
import { TypedField } from './typed-field.tsx'

export type DateFieldProps = FieldWords & {
  value: Day | null
  /** Called when the user leaves the field or presses Enter, with a day that exists, or `null` when emptied. */
  onSave: (day: Day | null) => unknown
  /** What a date looks like, in the empty field: one that could stand here. */
  example?: string
  isReadOnly?: boolean
  isRequired?: boolean
  className?: string
}

/** Said of a date that cannot be read. */
export const NO_DATE = 'This date cannot be read. Type it like 30 September 2027.'

/**
 * A day as people type it: `30 September 2027`, `30/9/27`, `2027-09-30`. Typing beats a calendar for dates a year away.
 * What cannot be read stays in the field, with a sentence.
 */
export function DateField({ isRequired, example, ...props }: DateFieldProps) {
  return (
    <TypedField
      {...props}
      show={longDate}
      read={readDay}
      example={example ?? '30 September 2027'}
      emptied={isRequired ? 'A date is needed here.' : undefined}
    />
  )
}

function readDay(text: string) {
  const day = typedDate(text, todayHere())
  return day === null ? { problem: NO_DATE } : { value: day }
}
