import { longDate } from '../../../shared/text/dates.ts'
import { DateField } from '../../components/date-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { useCanEdit, useRound } from '../../state/select.ts'

/** Name and as-at date of the round. */
export function RoundPart() {
  const round = useRound()
  const canEdit = useCanEdit() && round.state === 'open'
  const act = useAct()
  return (
    <>
      <div className="settings-pair">
        <TextField
          label="Name of the round"
          value={round.name}
          isReadOnly={!canEdit}
          onSave={name => act(client => client.round.set({ id: round.id, name }))}
        />
        <DateField
          label="As at"
          value={round.asAt}
          isRequired
          isReadOnly={!canEdit}
          onSave={asAt => asAt && act(client => client.round.set({ id: round.id, asAt }))}
        />
      </div>
      <p className="small quiet">
        {round.state === 'open'
          ? `The ratings say how things stood on ${longDate(round.asAt)}.`
          : 'This round is signed off, so it can only be read.'}
      </p>
    </>
  )
}
