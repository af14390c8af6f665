import { useRef } from 'react'
import type { Measure, MeasurePoint } from '../../../../shared/model/measure.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { figureWords } from '../../../../shared/text/typed-number.ts'
import { IconButton } from '../../../components/button.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { NumberField } from '../../../components/number-field.tsx'
import { useAct, useSession } from '../../../state/hooks.ts'

/** The figures of a measure, newest first, each to be changed where it stands or taken out. */
export function FigureList(props: {
  measure: Measure
  /** Oldest first. */
  points: readonly MeasurePoint[]
  isReadOnly: boolean
}) {
  const { measure, points, isReadOnly } = props
  const act = useAct()
  const say = useSession(state => state.say)
  const heading = useRef<HTMLHeadingElement>(null)
  if (points.length === 0) return null

  async function remove(point: MeasurePoint) {
    if (!(await act(client => client.measure.removePoint({ id: point.id })))) return
    say({ tone: 'done', sentence: `Removed: ${figureOn(measure, point)}`, commandId: 'edit.undo' })
    heading.current?.focus()
  }

  return (
    <>
      <h4 className="label" ref={heading} tabIndex={-1}>
        Figures
      </h4>
      <ul className="measure-figures">
        {points.toReversed().map(point => (
          <li key={point.id}>
            <DateField
              label={`Date of ${figureOn(measure, point)}`}
              isLabelHidden
              value={point.on}
              isRequired
              isReadOnly={isReadOnly}
              onSave={on => on && act(client => client.measure.setPoint({ id: point.id, set: { on } }))}
            />
            <NumberField
              label={`Figure on ${longDate(point.on)}`}
              isLabelHidden
              value={point.value}
              unit={measure.unit}
              isRequired
              isReadOnly={isReadOnly}
              onSave={value =>
                value !== null && act(client => client.measure.setPoint({ id: point.id, set: { value } }))
              }
            />
            {!isReadOnly && (
              <IconButton
                icon="trash"
                label={`Remove: ${figureOn(measure, point)}`}
                onPress={() => void remove(point)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function figureOn({ unit }: Measure, { on, value }: MeasurePoint): string {
  return `${figureWords(value, unit)} on ${longDate(on)}`
}
