import type { Status } from '../../../shared/model/workbook.ts'
import { StatusChip } from '../../components/status-chip.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { useCanEdit, useStatuses } from '../../state/select.ts'

/** The status key: letter, word and meaning are the workbook's own; the colours and the order stay. */
export function StatusPart() {
  const statuses = useStatuses()
  return (
    <ul className="settings-statuses" aria-label="Status key">
      {statuses.map(status => (
        <StatusLine key={status.id} status={status} />
      ))}
    </ul>
  )
}

function StatusLine({ status }: { status: Status }) {
  const canEdit = useCanEdit()
  const act = useAct()
  const save = (set: Partial<Pick<Status, 'code' | 'label' | 'meaning'>>) => {
    const { id, code, label, meaning } = status
    return act(client => client.status.set({ id, code, label, meaning, ...set }))
  }
  return (
    <li>
      <StatusChip status={status} />
      <div className="settings-status-words">
        <TextField
          label={`Letter of ${status.label}`}
          isLabelHidden
          value={status.code}
          maxLength={3}
          isReadOnly={!canEdit}
          onSave={code => save({ code })}
        />
        <TextField
          label={`Word for ${status.label}`}
          isLabelHidden
          value={status.label}
          isReadOnly={!canEdit}
          onSave={label => save({ label })}
        />
        <TextArea
          className="settings-meaning"
          rows={2}
          label={`Meaning of ${status.label}`}
          isLabelHidden
          value={status.meaning}
          isReadOnly={!canEdit}
          onSave={meaning => save({ meaning })}
        />
      </div>
    </li>
  )
}
