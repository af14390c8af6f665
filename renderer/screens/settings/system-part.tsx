import type { SystemKind } from '../../../shared/model/workbook.ts'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { useAbout, useCanEdit } from '../../state/select.ts'

const kinds: readonly { value: SystemKind; label: string; name: string }[] = [
  { value: 'stp', label: 'STP', name: 'Sustainability and transformation partnership' },
  { value: 'ics', label: 'ICS', name: 'Integrated care system' },
  { value: 'other', label: 'Something else', name: 'Something else' },
]

/** Name and kind of the system. */
export function SystemPart() {
  const about = useAbout()
  const canEdit = useCanEdit()
  const act = useAct()
  return (
    <>
      <TextField
        label="Name of the system"
        value={about.systemName}
        isReadOnly={!canEdit}
        onSave={systemName => act(client => client.workbook.set({ systemName }))}
      />
      <SegmentedChoice
        label="What it is called"
        value={about.systemKind}
        choices={kinds}
        isDisabled={!canEdit}
        onChange={systemKind => act(client => client.workbook.set({ systemKind }))}
      />
      {about.systemKind === 'other' && (
        <TextField
          label="Its kind of name"
          hint="For example: partnership, health and care alliance."
          value={about.systemKindOther}
          isReadOnly={!canEdit}
          onSave={systemKindOther => act(client => client.workbook.set({ systemKindOther }))}
        />
      )}
    </>
  )
}
