import type { SlipExport } from '../../../shared/contract/export-request.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useStage } from '../../state/hooks.ts'
import { useAreas } from '../../state/select.ts'
import { SlipThumb } from './thumbs.tsx'
import { useMaking } from './use-making.ts'
import { SavedLine, Way } from './way.tsx'

const organisations = Object.entries(organisationWords) as [OrganisationType, string][]

type Options = Pick<SlipExport, 'areaId' | 'name' | 'organisationType'>

/** Nine questions for someone who cannot come. */
export function SlipWay(props: {
  options: Options
  latest: () => SlipExport
  onChange: (more: Partial<Options>) => void
}) {
  const { options, latest, onChange } = props
  const { shell } = useStage()
  const areas = useAreas()
  const areaId = areas.some(area => area.id === options.areaId) ? options.areaId : areas[0]!.id
  const request = () => ({ kind: 'slip', options: { ...latest(), areaId } }) as const
  const making = useMaking(
    'export.slip',
    () => ({ way: 'export', request: request() }),
    () => shell.exportFile(request()),
  )
  return (
    <Way
      thumb={<SlipThumb />}
      title="Rating slip"
      what="For someone who cannot come: nine levels and why, on one sheet."
      holds={<p>The nine statements and their five levels, a line each for the answer and the reason</p>}
      leavesOut={<p>What anyone else said: a slip is kept hidden until the room has voted.</p>}
      fields={
        <>
          <Select
            label="Area"
            className="field-inline"
            value={areaId}
            choices={areas.map(({ id, name, kind }) => ({
              value: id,
              label: kind === 'system' ? 'Whole system' : name,
            }))}
            onChange={value => onChange({ areaId: value })}
          />
          <TextField
            label="From"
            className="field-inline"
            placeholder="Name, if you know it"
            value={options.name}
            onSave={name => onChange({ name })}
            maxLength={400}
          />
          <Select
            label="Who is"
            className="field-inline"
            value={options.organisationType ?? ''}
            choices={[
              { value: '' as const, label: 'for them to say' },
              ...organisations.map(([value, label]) => ({ value, label })),
            ]}
            onChange={value => onChange({ organisationType: value === '' ? null : value })}
          />
        </>
      }
    >
      <Button offBecause={making.isBusy ? 'It is being made.' : null} onPress={making.make}>
        {making.isBusy ? 'Making the slip' : 'Make rating slip'}
      </Button>
      {making.list}
      {making.made && <SavedLine made={making.made} />}
    </Way>
  )
}
