import { Field, type FieldWords } from './field.tsx'

export type PlainTextFieldProps = FieldWords & {
  value: string
  /** On every keystroke. */
  onChange: (value: string) => void
  autoComplete?: string
  placeholder?: string
  type?: 'text' | 'url' | 'search'
  className?: string
}

/** One line of a form that is sent as a whole. For what is kept in the workbook, `TextField` saves by itself. */
export function PlainTextField(props: PlainTextFieldProps) {
  return (
    <Field {...props}>
      {ids => (
        <input
          id={ids.id}
          className="input"
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid || undefined}
          onChange={event => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
