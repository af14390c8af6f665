import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../components/button.tsx'

/** Something new that begins with one line of words. Opens with the focus in it; Esc closes it. */
export function OneLineForm(props: {
  /** What is asked. */
  label: string
  /** Said when nothing was typed. */
  missing: string
  /** The words on the main button. */
  submit: string
  /** Gives `undefined` when refused: the form stays. */
  onAdd: (text: string) => Promise<unknown>
  onClose: () => void
  /** More buttons, each given a way to send the form that ends otherwise. */
  more?: (send: (onAdd: (text: string) => Promise<unknown>) => void) => ReactNode
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  async function send(onAdd: (text: string) => Promise<unknown>) {
    if (text.trim() === '') return setProblem(props.missing)
    if ((await onAdd(text.trim())) !== undefined) props.onClose()
  }
  return (
    <form
      className="attach-form tab-part"
      onSubmit={event => {
        event.preventDefault()
        void send(props.onAdd)
      }}
      onKeyDown={event => event.key === 'Escape' && props.onClose()}
    >
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      {problem && (
        <span className="error" id={`${id}-error`} role="alert">
          {problem}
        </span>
      )}
      <input
        id={id}
        className="input"
        value={text}
        maxLength={1000}
        // biome-ignore lint/a11y/noAutofocus: the form opens because its button was pressed; typing starts here
        autoFocus
        autoComplete="off"
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={event => setText(event.target.value)}
      />
      <div className="attach-ways">
        <Button type="submit">{props.submit}</Button>
        {props.more?.(onAdd => void send(onAdd))}
        <Button variant="quiet" onPress={props.onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
