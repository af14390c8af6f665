import { useState } from 'react'
import { Button } from './button.tsx'
import { Field, type FieldWords } from './field.tsx'

/** A password, hidden until *Show* is pressed. Nothing of it is kept, nor offered by the browser. */
export function PasswordField(
  props: FieldWords & {
    value: string
    onChange: (value: string) => void
    isAutoFocused?: boolean
    isNew?: boolean
  },
) {
  const [isShown, setIsShown] = useState(false)
  return (
    <Field {...props}>
      {ids => (
        <span className="password">
          <input
            id={ids.id}
            className="input"
            type={isShown ? 'text' : 'password'}
            value={props.value}
            autoComplete={props.isNew ? 'new-password' : 'off'}
            spellCheck={false}
            maxLength={1000}
            // biome-ignore lint/a11y/noAutofocus: the one field of a window that was asked for
            autoFocus={props.isAutoFocused}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid || undefined}
            onChange={event => props.onChange(event.target.value)}
          />
          <Button isPressed={isShown} label="Show the password" onPress={() => setIsShown(!isShown)}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </span>
      )}
    </Field>
  )
}
