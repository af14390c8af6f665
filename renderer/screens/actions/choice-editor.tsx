import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Choice, choiceMeant } from '../../../shared/text/choices.ts'
import { StatusChip } from '../../components/status-chip.tsx'
import { useStatuses } from '../../state/select.ts'
import { type Then, thenOf } from './text-editor.tsx'

export type ChoiceEditorProps = {
  label: string
  choices: readonly Choice[]
  /** The value the cell holds. */
  held: string
  /** The letter that opened it, if one did. */
  typed: string
  /** Draws the choices as chips of the status key. */
  isStatus: boolean
  onCommit: (choice: Choice, then: Then) => string | null
  onCancel: () => void
}

/** A list in a cell: letters find, arrows move, Enter and Tab take, Esc leaves the cell as it was. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const statuses = useStatuses()
  const [typed, setTyped] = useState(props.typed)
  const [problem, setProblem] = useState<string | null>(null)
  const [at, setAt] = useState(() => startAt(props))
  const input = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState<{ host: Element; style: object } | null>(null)
  const id = useId()

  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    if (input.current) setPlace(placeBelow(input.current))
  }, [])

  useEffect(() => {
    if (!place) return
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, id, place])

  function take(index: number, then: Then) {
    const choice = props.choices[index]
    if (!choice) return props.onCancel()
    setProblem(props.onCommit(choice, then))
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    const last = props.choices.length - 1
    const then = thenOf(event)
    if (event.key === 'Escape') props.onCancel()
    else if (then) take(at, then)
    else if (event.key === 'ArrowDown') setAt(Math.min(last, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(last)
    else return
    event.preventDefault()
  }

  function find(text: string) {
    setTyped(text)
    const found = foundAt(props.choices, text)
    if (found >= 0) setAt(found)
  }

  return (
    <div className="sheet-editor">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${at}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={props.choices[at]?.label}
        value={typed}
        onChange={event => find(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={props.onCancel}
      />
      {place &&
        createPortal(
          <div className="sheet-choices" style={place.style}>
            {problem && (
              <p className="sheet-refusal" role="alert">
                {problem}
              </p>
            )}
            <div role="listbox" id={`${id}-list`} aria-label={props.label}>
              {props.choices.map((choice, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys; the pointer is an extra
                <div
                  key={choice.value}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={index === at ? 'sheet-choice is-at' : 'sheet-choice'}
                  title={choice.hint}
                  // Before the box loses its focus, or the list would be gone by the click.
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => take(index, 'stay')}
                >
                  {props.isStatus ? (
                    <StatusChip status={statuses.find(status => status.id === choice.value)} />
                  ) : (
                    choice.label
                  )}
                </div>
              ))}
            </div>
          </div>,
          place.host,
        )}
    </div>
  )
}

function startAt({ choices, held, typed }: ChoiceEditorProps): number {
  const found = typed === '' ? -1 : foundAt(choices, typed)
  return found >= 0
    ? found
    : Math.max(
        0,
        choices.findIndex(choice => choice.value === held),
      )
}

/** The choice meant, or while typing the first that starts like it. */
function foundAt(choices: readonly Choice[], typed: string): number {
  const meant = choiceMeant(choices, typed)
  if (meant && typed.trim() !== '') return choices.indexOf(meant)
  const text = typed.trim().toLocaleLowerCase('en-GB')
  return choices.findIndex(choice =>
    [choice.label, ...choice.also].some(name => name.trim().toLocaleLowerCase('en-GB').startsWith(text)),
  )
}

/** Under the cell, or over it where there is more room; outside the list, which would cut it off. */
function placeBelow(input: HTMLElement): { host: Element; style: object } {
  const box = input.getBoundingClientRect()
  const below = window.innerHeight - box.bottom - 8
  const isBelow = below > 240 || below > box.top
  const isAtEdge = box.left + 328 > window.innerWidth
  const across = {
    ...(isAtEdge ? { right: window.innerWidth - box.right } : { left: box.left }),
    minWidth: box.width,
  }
  const style = isBelow
    ? { ...across, top: box.bottom + 2, maxHeight: below }
    : { ...across, bottom: window.innerHeight - box.top + 2, maxHeight: box.top - 8 }
  return { host: input.closest('main') ?? document.body, style }
}
