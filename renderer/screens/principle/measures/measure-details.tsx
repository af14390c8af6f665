import { useEffect, useRef } from 'react'
import type { MeasureFields } from '../../../../shared/contract/measure.ts'
import type { Measure, MeasurePoint } from '../../../../shared/model/measure.ts'
import { Button } from '../../../components/button.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { NumberField } from '../../../components/number-field.tsx'
import { SegmentedChoice } from '../../../components/segmented-choice.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useAct, useSession } from '../../../state/hooks.ts'
import { focusPage } from '../focus-page.ts'
import { FigureList } from './figure-list.tsx'

/** All that can be said of a measure, in fields that save themselves, and its figures. */
export function MeasureDetails(props: {
  measure: Measure
  /** Its figures, oldest first. */
  points: readonly MeasurePoint[]
  note: string
  isNew: boolean
  isReadOnly: boolean
}) {
  const { measure, points, isReadOnly } = props
  const { id, name, unit } = measure
  const act = useAct()
  const say = useSession(state => state.say)
  const box = useRef<HTMLDivElement>(null)
  const save = (set: Partial<MeasureFields>) => act(client => client.measure.set({ id, set }))
  // Where a measure was just added, typing goes on with its baseline.
  const isNew = useRef(props.isNew)
  useEffect(() => {
    if (!isNew.current) return
    box.current?.querySelector('input')?.focus()
    box.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [])

  async function remove() {
    if (!(await act(client => client.measure.remove({ id })))) return
    say({ tone: 'done', sentence: `Removed: ${name}`, commandId: 'edit.undo' })
    focusPage()
  }

  return (
    <div className="measure-details" ref={box}>
      {props.note && <p className="small quiet">{props.note}</p>}
      <div className="measure-pair">
        <NumberField
          label="Baseline"
          value={measure.baseline}
          unit={unit}
          onSave={baseline => save({ baseline })}
          isReadOnly={isReadOnly}
        />
        <DateField
          label="Baseline date"
          value={measure.baselineOn}
          example="31 March 2026"
          onSave={baselineOn => save({ baselineOn })}
          isReadOnly={isReadOnly}
        />
        <NumberField
          label="Target"
          value={measure.target}
          unit={unit}
          onSave={target => save({ target })}
          isReadOnly={isReadOnly}
        />
        <DateField
          label="Target date"
          value={measure.targetOn}
          example="31 March 2028"
          onSave={targetOn => save({ targetOn })}
          isReadOnly={isReadOnly}
        />
        <TextField
          label="Unit"
          value={unit}
          placeholder="%"
          onSave={next => save({ unit: next.trim() })}
          isReadOnly={isReadOnly}
        />
        <SegmentedChoice
          label="Better when"
          value={measure.direction}
          choices={[
            { value: 'up', label: 'Higher' },
            { value: 'down', label: 'Lower' },
          ]}
          onChange={direction => save({ direction })}
          isDisabled={isReadOnly}
        />
      </div>
      <TextField
        label="Source"
        value={measure.source}
        onSave={source => save({ source: source.trim() })}
        isReadOnly={isReadOnly}
      />
      <TextField
        label="Name"
        value={name}
        maxLength={1000}
        isRequired
        onSave={next => save({ name: next })}
        isReadOnly={isReadOnly}
      />
      <FigureList measure={measure} points={points} isReadOnly={isReadOnly} />
      {!isReadOnly && (
        <p>
          <Button
            icon="trash"
            variant="quiet"
            label={`Remove the measure: ${name}`}
            onPress={() => void remove()}
          >
            Remove the measure
          </Button>
        </p>
      )}
    </div>
  )
}
