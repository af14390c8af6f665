import { useEffect, useState } from 'react'
import { useFlush } from './draft.ts'
import { Field, type FieldWords } from './field.tsx'

export type TypedFieldProps<T> = FieldWords & {
  value: T | null
  /** The value as it stands in the field. */
  show: (value: T) => string
  /** What was meant, or a sentence that says why it cannot be read. Never asked of an empty field. */
  read: (text: string) => { readonly value: T } | { readonly problem: string }
  /** Called when the user leaves the field or presses Enter; with `null` when emptied. */
  onSave: (value: T | null) => unknown
  /** Said when emptied though it must not be; without it, it may. */
  emptied?: string | undefined
  /** In the empty field: one that could stand here. */
  example?: string | undefined
  isReadOnly?: boolean | undefined
  className?: string | undefined
}

/** A value typed as people type it, and read when the field is left. What cannot be read stays, with a sentence. */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const shown = props.value === null ? '' : props.show(props.value)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a value set elsewhere replaces what stood here
  useEffect(() => {
    setTyped(null)
    setProblem(null)
  }, [props.value])

  function save() {
    if (typed === null) return
    const text = typed.trim()
    if (text === '' && props.emptied) return setProblem(props.emptied)
    const read = text === '' ? { value: null } : props.read(text)
    if ('problem' in read) return setProblem(read.problem)
    setProblem(null)
    setTyped(null)
    if (read.value !== props.value) void props.onSave(read.value)
  }
  useFlush(save)

  return (
    <Field {...wordsOf(props)} error={problem ?? props.error}>
      {ids => (
        <input
          id={ids.id}
          className="input"
          value={typed ?? shown}
          placeholder={props.isReadOnly ? undefined : props.example}
          readOnly={props.isReadOnly}
          required={props.emptied !== undefined}
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

function wordsOf<T>({ label, isLabelHidden, hint, className }: TypedFieldProps<T>) {
  return {
    label,
    hint,
    ...(isLabelHidden === undefined ? {} : { isLabelHidden }),
    ...(className === undefined ? {} : { className }),
  }
}
