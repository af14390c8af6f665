import '../styles/attach.css'
import { type ReactNode, useId, useState } from 'react'
import type { NoteStart } from '../state/use-attaching.ts'
import { Button } from './button.tsx'

type Closes = { onClose: () => void }

/** Asks for an address. */
export function LinkForm(props: Closes & { onAdd: (url: string) => Promise<boolean> }) {
  const id = useId()
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState('')
  async function add() {
    const address = url.trim()
    if (address === '') setProblem('Type or paste the address first.')
    else if (await props.onAdd(address)) props.onClose()
    else setProblem('The link was not added. It must start with http:// or https://.')
  }
  return (
    <AttachForm add="Add the link" id={id} problem={problem} onAdd={add} onClose={props.onClose}>
      <label className="label" htmlFor={id}>
        Address of the page or file
      </label>
      <input
        id={id}
        className="input"
        value={url}
        placeholder="https://"
        // biome-ignore lint/a11y/noAutofocus: the form opens because its button was pressed; typing starts here
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={event => setUrl(event.target.value)}
      />
    </AttachForm>
  )
}

/** Asks for a note: what was said or seen, where there is no document. */
export function NoteForm(
  props: Closes & { start: NoteStart | null; onAdd: (title: string, note: string) => Promise<boolean> },
) {
  const id = useId()
  const [title, setTitle] = useState(props.start?.title ?? '')
  const [note, setNote] = useState(props.start?.note ?? '')
  const [problem, setProblem] = useState('')
  async function add() {
    if (title.trim() === '') setProblem('Give the note a title first.')
    else if (await props.onAdd(title.trim(), note)) props.onClose()
  }
  return (
    <AttachForm add="Add the note" id={id} problem={problem} onAdd={add} onClose={props.onClose}>
      <label className="label" htmlFor={id}>
        Title of the note
      </label>
      <input
        id={id}
        className="input"
        value={title}
        maxLength={1000}
        // biome-ignore lint/a11y/noAutofocus: the form opens because it was asked for; typing starts here
        autoFocus
        autoComplete="off"
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={event => setTitle(event.target.value)}
      />
      <label className="label" htmlFor={`${id}-note`}>
        What was said or seen
      </label>
      <textarea
        id={`${id}-note`}
        className="input"
        rows={4}
        maxLength={200_000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </AttachForm>
  )
}

function AttachForm(
  props: Closes & { add: string; id: string; problem: string; onAdd: () => void; children: ReactNode },
) {
  return (
    <form
      className="attach-form"
      onSubmit={event => {
        event.preventDefault()
        props.onAdd()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onClose()
      }}
    >
      {props.problem && (
        <span className="error" id={`${props.id}-error`} role="alert">
          {props.problem}
        </span>
      )}
      {props.children}
      <div className="attach-ways">
        <Button type="submit">{props.add}</Button>
        <Button variant="quiet" onPress={props.onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
