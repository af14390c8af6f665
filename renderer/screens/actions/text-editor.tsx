import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useFlush } from '../../components/draft.ts'

/** Where the cursor goes once an edit is taken. */
export type Then = 'down' | 'up' | 'right' | 'left' | 'stay'

export type CellEditorProps = {
  label: string
  /** What stands in the cell, or the letter typed over it. */
  initial: string
  /** Typing replaced the cell: the caret goes to the end instead of choosing everything. */
  isTypedOver: boolean
  isLong: boolean
  /** A sentence when the text cannot be taken; the editor stays. */
  onCommit: (text: string, then: Then) => string | null
  onCancel: () => void
  /** The editor went away with typing that cannot be taken. */
  onLost: (sentence: string) => void
}

/** Typing in a cell: Enter and Tab take it, Esc leaves the cell as it was. */
export function TextEditor(props: CellEditorProps) {
  const [text, setText] = useState(props.initial)
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const isOver = useRef(false)
  const errorId = useId()

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    if (props.isTypedOver) box.current?.setSelectionRange(text.length, text.length)
    else box.current?.select()
  }, [])

  // Left behind by a click elsewhere, an undo, a closing window: what was typed is taken, or said to be lost.
  useFlush(() => {
    if (isOver.current) return
    isOver.current = true
    const refused = props.onCommit(text, 'stay')
    if (refused) props.onLost(refused)
  })

  function commit(then: Then) {
    if (isOver.current) return
    const refused = props.onCommit(text, then)
    if (refused) setProblem(refused)
    else isOver.current = true
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const then = thenOf(event)
    if (event.key === 'Escape') {
      event.preventDefault()
      isOver.current = true
      props.onCancel()
    } else if (then) {
      event.preventDefault()
      commit(then)
    } else if (event.key === 'Enter' && props.isLong) {
      event.preventDefault()
      box.current?.setRangeText('\n', box.current.selectionStart ?? 0, box.current.selectionEnd ?? 0, 'end')
      setText(box.current?.value ?? text)
    }
  }

  const common = {
    ref: box,
    className: 'input',
    'aria-label': props.label,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': problem ? errorId : undefined,
    // Ctrl+Z takes back letters while the cell is open.
    'data-unsaved': true,
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onKeyDown,
    onBlur: () => commit('stay'),
  }
  return (
    <div className={props.isLong ? 'sheet-editor sheet-editor-long' : 'sheet-editor'}>
      {props.isLong ? <textarea rows={3} {...common} /> : <input autoComplete="off" {...common} />}
      {problem && (
        <p className="sheet-problem" role="alert" id={errorId}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** Enter moves down, with Shift up; Tab right, with Shift left. Alt+Enter is a line break, as in a spreadsheet. */
export function thenOf(event: KeyboardEvent): Then | null {
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  if (event.key !== 'Enter' || event.altKey || event.ctrlKey) return null
  return event.shiftKey ? 'up' : 'down'
}
