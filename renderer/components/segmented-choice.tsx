import { type ReactNode, useId } from 'react'

export type SegmentedChoiceProps<T extends string> = {
  /** The question, read out as the group's name. */
  label: string
  isLabelHidden?: boolean
  hint?: string
  /** The chosen value; `null` while nothing is. */
  value: T | null
  choices: readonly { readonly value: T; readonly label: ReactNode; readonly name?: string }[]
  onChange: (value: T) => unknown
  isDisabled?: boolean
  className?: string
}

/** A few answers side by side, of which one stands. Radio buttons underneath: arrows move, Space chooses. */
export function SegmentedChoice<T extends string>(props: SegmentedChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className={`field ${props.className ?? ''}`} disabled={props.isDisabled}>
      <legend className={props.isLabelHidden ? 'hidden-words' : 'label'}>{props.label}</legend>
      {props.hint && <span className="hint">{props.hint}</span>}
      <div className="segments">
        {props.choices.map(choice => (
          <label
            key={choice.value}
            className={choice.value === props.value ? 'segment is-chosen' : 'segment'}
          >
            <input
              type="radio"
              className="hidden-words"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              aria-label={choice.name}
              onChange={() => void props.onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
