import { useEffect, useState } from 'react'
import type { Day } from '../../shared/model/fields.ts'
import { longDate, todayHere } from '../../shared/text/dates.ts'
import { typedDate } from '../../shared/text/typed-date.ts'
import { useFlush } from './draft.ts'
import { Field, type FieldWords } from './field.tsx'

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

/**
 * A day as people type it: `30 September 2027`, `30/9/27`, `2027-09-30`. Typing beats a calendar for dates a year away.
 * What cannot be read stays in the field, with a sentence.
 */
export function DateField(props: DateFieldProps) {
  const shown = props.value ? longDate(props.value) : ''
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a day set elsewhere replaces what stood here
  useEffect(() => {
    setTyped(null)
    setProblem(null)
  }, [props.value])

  function save() {
    if (typed === null) return
    const text = typed.trim()
    if (text === '' && props.isRequired) return setProblem('A date is needed here.')
    const day = text === '' ? null : typedDate(text, todayHere())
    if (text !== '' && day === null)
      return setProblem('This date cannot be read. Type it like 30 September 2027.')
    setProblem(null)
    setTyped(null)
    if (day !== props.value) void props.onSave(day)
  }
  useFlush(save)

  return (
    <Field {...props} error={problem ?? props.error}>
      {ids => (
        <input
          id={ids.id}
          className="input"
          value={typed ?? shown}
          placeholder={props.example ?? '30 September 2027'}
          readOnly={props.isReadOnly}
          required={props.isRequired}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid || undefined}
          data-unsaved={typed !== null || undefined}
          autoComplete="off"
          onChange={event => setTyped(event.target.value)}
          onBlur={save}
          onKeyDown={event => {
            if (event.key === 'Enter') save()
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation()
              setTyped(null)
              setProblem(null)
            }
          }}
        />
      )}
    </Field>
  )
}
