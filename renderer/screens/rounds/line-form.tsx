import { type ReactNode, useState } from 'react'
import { PlainTextField } from '../../components/plain-text-field.tsx'

/** One line that must be said, and the button that sends it. */
export function LineForm(props: {
  label: string
  hint: string
  /** Said when the line is empty. */
  missing: string
  value: string
  onChange: (value: string) => void
  /** With the line as it was typed, without spaces around it. */
  onSend: (line: string) => unknown
  children: ReactNode
}) {
  const [isMissing, setMissing] = useState(false)
  const line = props.value.trim()
  return (
    <form
      className="rounds-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setMissing(line === '')
        if (line !== '') void props.onSend(line)
      }}
    >
      <PlainTextField
        label={props.label}
        hint={props.hint}
        value={props.value}
        onChange={props.onChange}
        error={isMissing ? props.missing : null}
      />
      {props.children}
    </form>
  )
}
