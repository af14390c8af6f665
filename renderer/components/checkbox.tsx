import { type ReactNode, useId } from 'react'

/** One thing that is so or not. */
export function Checkbox(props: {
  label: ReactNode
  isChecked: boolean
  onChange: (isChecked: boolean) => unknown
  isDisabled?: boolean
  /** Its name, where the label is hidden. */
  isLabelHidden?: boolean
}) {
  const id = useId()
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        checked={props.isChecked}
        disabled={props.isDisabled}
        onChange={event => void props.onChange(event.target.checked)}
      />
      <label htmlFor={id} className={props.isLabelHidden ? 'hidden-words' : undefined}>
        {props.label}
      </label>
    </div>
  )
}

export type CheckGroupProps<T extends string> = {
  label: string
  isLabelHidden?: boolean
  hint?: string
  chosen: readonly T[]
  choices: readonly { readonly value: T; readonly label: ReactNode }[]
  onChange: (chosen: T[]) => unknown
  isDisabled?: boolean
}

/** Several of a list, in the order of the list. */
export function CheckGroup<T extends string>(props: CheckGroupProps<T>) {
  const chosen = new Set(props.chosen)
  return (
    <fieldset className="field" disabled={props.isDisabled}>
      <legend className={props.isLabelHidden ? 'hidden-words' : 'label'}>{props.label}</legend>
      {props.hint && <span className="hint">{props.hint}</span>}
      {props.choices.map(choice => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          isChecked={chosen.has(choice.value)}
          onChange={isChecked =>
            props.onChange(
              props.choices
                .map(one => one.value)
                .filter(value => (value === choice.value ? isChecked : chosen.has(value))),
            )
          }
        />
      ))}
    </fieldset>
  )
}
