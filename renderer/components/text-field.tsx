import type { KeyboardEvent, Ref } from 'react'
import { type SaveText, useDraft } from './draft.ts'
import { Field, type FieldWords } from './field.tsx'

type Common = FieldWords & {
  /** What the workbook holds. */
  value: string
  /** Called after a pause in typing, on blur and when the field goes away. Give back the promise of `useAct`. */
  onSave: SaveText
  placeholder?: string
  isReadOnly?: boolean
  isRequired?: boolean
  maxLength?: number
  className?: string
}

export type TextFieldProps = Common & {
  type?: 'text' | 'url' | 'search'
  /** Width in characters, for answers of a known length. */
  characters?: number
  inputRef?: Ref<HTMLInputElement>
}

/** One line of text that saves itself. Enter saves at once; Esc goes back to what was saved. */
export function TextField(props: TextFieldProps) {
  const draft = useDraft(props.value, props.onSave)
  return (
    <Field {...props}>
      {ids => (
        <input
          ref={props.inputRef}
          id={ids.id}
          type={props.type ?? 'text'}
          className="input"
          style={props.characters ? { maxWidth: `${props.characters + 3}ch` } : undefined}
          {...common(props, draft, ids)}
          onKeyDown={event => {
            if (event.key === 'Enter') void draft.flush()
            else leave(event, draft)
          }}
        />
      )}
    </Field>
  )
}

export type TextAreaProps = Common & {
  /** Lines shown before it scrolls; 4 unless told. It grows with its text where the browser can. */
  rows?: number
  areaRef?: Ref<HTMLTextAreaElement>
}

/** Several lines of text that save themselves. */
export function TextArea(props: TextAreaProps) {
  const draft = useDraft(props.value, props.onSave)
  return (
    <Field {...props}>
      {ids => (
        <textarea
          ref={props.areaRef}
          id={ids.id}
          className="input"
          rows={props.rows ?? 4}
          {...common(props, draft, ids)}
          onKeyDown={event => leave(event, draft)}
        />
      )}
    </Field>
  )
}

type DraftHandle = ReturnType<typeof useDraft>

function common(
  props: Common,
  draft: DraftHandle,
  ids: { describedBy: string | undefined; isInvalid: boolean },
) {
  return {
    value: draft.text,
    placeholder: props.placeholder,
    readOnly: props.isReadOnly,
    required: props.isRequired,
    maxLength: props.maxLength,
    'aria-describedby': ids.describedBy,
    'aria-invalid': ids.isInvalid || undefined,
    // Ctrl+Z takes back letters while there is typing not yet saved, and the saved change after that.
    'data-unsaved': draft.isUnsaved || undefined,
    onChange: (event: { target: { value: string } }) => draft.change(event.target.value),
    onFocus: () => draft.focus(true),
    onBlur: () => {
      draft.focus(false)
      void draft.flush()
    },
  }
}

function leave(event: KeyboardEvent, draft: DraftHandle) {
  if (event.key !== 'Escape' || !draft.isUnsaved) return
  event.stopPropagation()
  draft.forget()
}
