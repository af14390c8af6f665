import { numberWords, typedNumber } from '../../shared/text/typed-number.ts'
import type { FieldWords } from './field.tsx'
import { TypedField } from './typed-field.tsx'

export type NumberFieldProps = FieldWords & {
  value: number | null
  /** What the number counts: it may be typed after it. */
  unit: string
  /** Called when the user leaves the field or presses Enter; with `null` when emptied. */
  onSave: (value: number | null) => unknown
  isReadOnly?: boolean
  isRequired?: boolean
  className?: string
}

/** A number as people type it: `1,234.5`, `45%`. What cannot be read stays in the field, with a sentence. */
export function NumberField({ unit, isRequired, ...props }: NumberFieldProps) {
  return (
    <TypedField
      {...props}
      show={numberWords}
      read={text => typedNumber(text, unit)}
      emptied={isRequired ? 'A number is needed here.' : undefined}
    />
  )
}
