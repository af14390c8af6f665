import { useEffect, useId, useRef, useState } from 'react'
import type { Day } from '../../../shared/model/fields.ts'
import { EMBEDDED, whyNotChecked } from '../../../shared/rules/closing.ts'
import { updatesOf } from '../../../shared/rules/select.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { Select } from '../../components/select.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { useStatuses, useToday } from '../../state/select.ts'
import type { ActionRow } from './action-row.ts'

/** The dated lines of progress, newest first. Lines are added, never written over. */
export function Updates(props: { row: ActionRow; canEdit: boolean; isOpenFirst: boolean }) {
  const { row, canEdit } = props
  const all = useWorkbook(state => state.rows.updates)
  const updates = updatesOf({ updates: all }, row.action.id)
  const statuses = useStatuses()
  const [isOpen, setIsOpen] = useState(props.isOpenFirst)
  const opener = useRef<HTMLButtonElement>(null)
  function close() {
    setIsOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <section className="actions-part" aria-label="Updates">
      <div className="actions-part-head">
        <h3>Updates</h3>
        {canEdit && !isOpen && (
          <Button icon="add" onPress={() => setIsOpen(true)} buttonRef={opener}>
            Add update
          </Button>
        )}
      </div>
      {isOpen && canEdit && <UpdateForm row={row} onClose={close} />}
      {updates.length === 0 ? (
        <p className="quiet">No update yet.</p>
      ) : (
        <ol className="timeline">
          {updates.map(update => {
            const status = statuses.find(each => each.id === update.statusId)
            return (
              <li key={update.id}>
                <p className="timeline-when">
                  <strong>{longDate(update.on)}</strong> <span className="quiet">{update.author}</span>
                </p>
                {status && <StatusChip status={status} />}
                <p className="timeline-words">{update.text}</p>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

function UpdateForm({ row, onClose }: { row: ActionRow; onClose: () => void }) {
  const act = useAct()
  const today = useToday()
  const statuses = useStatuses()
  const [on, setOn] = useState<Day>(today)
  const [text, setText] = useState('')
  const [statusId, setStatusId] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const formId = useId()
  useEffect(() => box.current?.focus(), [])

  async function add() {
    if (text.trim() === '') {
      setProblem('Say in a line or two what has changed.')
      box.current?.focus()
      return
    }
    const unchecked = statusId === EMBEDDED ? whyNotChecked(row.action) : null
    if (unchecked) return setProblem(unchecked)
    const added = await act(client =>
      client.action.addUpdate({ actionId: row.action.id, on, text, statusId: statusId || null }),
    )
    if (added) onClose()
  }

  return (
    <form
      className="actions-fields update-form"
      aria-label="New update"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Field label="What has changed" error={problem} className="is-wide">
        {ids => (
          <textarea
            ref={box}
            id={ids.id}
            form={formId}
            className="input"
            rows={3}
            value={text}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid || undefined}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add()
            }}
          />
        )}
      </Field>
      <DateField label="On" value={on} onSave={day => day && setOn(day)} isRequired />
      <Select
        label="Status now"
        value={statusId}
        choices={[
          { value: '', label: 'Leave as it is' },
          ...statuses.map(status => ({ value: status.id, label: status.label })),
        ]}
        onChange={setStatusId}
      />
      <p className="actions-buttons is-wide">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit">
          Add update
        </Button>
      </p>
    </form>
  )
}
