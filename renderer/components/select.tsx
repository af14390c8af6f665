import { Field, type FieldWords } from './field.tsx'

export type Choice<T extends string> = {
  readonly value: T
  readonly label: string
  readonly isDisabled?: boolean
}

export type SelectProps<T extends string> = FieldWords & {
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => unknown
  isDisabled?: boolean
  className?: string
  /** Left out of the order of Tab, where something around it moves the focus; `true` unless told. */
  isReachable?: boolean
}

/** One of a short list. The system's own list, which every keyboard and screen reader knows. */
export function Select<T extends string>(props: SelectProps<T>) {
  return (
    <Field {...props}>
      {ids => (
        <select
          id={ids.id}
          className="input"
          value={props.value}
          tabIndex={props.isReachable === false ? -1 : undefined}
          disabled={props.isDisabled}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid || undefined}
          onChange={event => void props.onChange(event.target.value as T)}
        >
          {props.choices.map(choice => (
            <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
