import { type ReactNode, useId } from 'react'

export type FieldWords = {
  /** What is asked. Always visible unless `isLabelHidden`. */
  label: string
  /** The label is read out but not drawn, where the place says it. */
  isLabelHidden?: boolean
  /** A line of help under the label. */
  hint?: string | undefined
  /** What is wrong with the answer, in a sentence. */
  error?: string | null | undefined
}

/** Label, hint and error around a control of your own. The child gets the ids to point at. */
export function Field(
  props: FieldWords & {
    children: (ids: { id: string; describedBy: string | undefined; isInvalid: boolean }) => ReactNode
    className?: string
  },
) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className={`field${props.error ? ' field-wrong' : ''} ${props.className ?? ''}`}>
      <label className={props.isLabelHidden ? 'hidden-words' : 'label'} htmlFor={id}>
        {props.label}
      </label>
      {props.hint && (
        <span className="hint" id={hintId}>
          {props.hint}
        </span>
      )}
      {props.error && (
        <span className="error" id={errorId}>
          {props.error}
        </span>
      )}
      {props.children({ id, describedBy, isInvalid: Boolean(props.error) })}
    </div>
  )
}
