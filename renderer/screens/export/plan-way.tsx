import type { PlanExport } from '../../../shared/contract/export-request.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useStage } from '../../state/hooks.ts'
import type { RowMaps } from '../../state/workbook-store.ts'
import { PlanThumb } from './thumbs.tsx'
import { useMaking } from './use-making.ts'
import { SavedLine, Way } from './way.tsx'

/** Every action with every column, made to be changed and sent back. */
export function PlanWay(props: {
  rows: RowMaps
  options: PlanExport
  latest: () => PlanExport
  onChange: (more: Partial<PlanExport>) => void
}) {
  const { rows, options, latest, onChange } = props
  const { shell } = useStage()
  const making = useMaking(
    'export.plan',
    () => ({ way: 'export', request: { kind: 'plan', options: latest() } }),
    () => shell.exportFile({ kind: 'plan', options: latest() }),
  )
  return (
    <Way
      thumb={<PlanThumb />}
      title="Plan to fill in"
      what="The whole plan for someone who keeps it with you, or for a place."
      holds={
        <p>
          {count(rows.actions.size, 'action')} with every column
          {options.hasRatings ? '; the ratings with their reasons' : ''}
        </p>
      }
      leavesOut={
        <p>
          What is worked out here: days late and risk scores come back unread.
          {options.hasRatings ? '' : ' Ratings, unless you say so.'}
        </p>
      }
      fields={
        <>
          <TextField
            label="For whom"
            className="field-inline"
            placeholder="Everyone"
            value={options.forWhom}
            onSave={forWhom => onChange({ forWhom })}
            maxLength={400}
          />
          <Checkbox
            label="Ratings may be changed in it too"
            isChecked={options.hasRatings}
            onChange={hasRatings => onChange({ hasRatings })}
          />
        </>
      }
    >
      <Button offBecause={making.isBusy ? 'It is being made.' : null} onPress={making.make}>
        {making.isBusy ? 'Making the plan' : 'Make plan to fill in'}
      </Button>
      {making.list}
      {making.made && <SavedLine made={making.made} />}
    </Way>
  )
}
