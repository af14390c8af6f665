import { useEffect, useMemo, useState } from 'react'
import type { Measure } from '../../../../shared/model/measure.ts'
import { drawMeasure, hasChart } from '../../../../shared/pictures/measure-chart.ts'
import {
  measureRemarks,
  measureStanding,
  pointsOf,
  standingOfMeasureWords,
} from '../../../../shared/rules/measures.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { figureWords } from '../../../../shared/text/typed-number.ts'
import { Button } from '../../../components/button.tsx'
import { Drawing } from '../../../components/drawing.tsx'
import { PictureTable } from '../../../components/picture-table.tsx'
import { ShowAsTable } from '../../../components/show-as-table.tsx'
import { useWorkbook } from '../../../state/hooks.ts'
import { useToday } from '../../../state/select.ts'
import { AddFigure } from './add-figure.tsx'
import { MeasureDetails } from './measure-details.tsx'

/** One measure: where it stands, its chart, a line for the next figure, and all there is to say of it. */
export function MeasureCard(props: {
  measure: Measure
  /** What the framework says of it. */
  note: string
  /** Just added: it opens for what is missing. */
  isNew: boolean
  isReadOnly: boolean
}) {
  const { measure, isReadOnly } = props
  const measurePoints = useWorkbook(state => state.rows.measurePoints)
  const points = useMemo(() => pointsOf({ measurePoints }, measure.id), [measurePoints, measure.id])
  const picture = useMemo(() => drawMeasure({ measure, points }), [measure, points])
  const [isOpen, setIsOpen] = useState(props.isNew)
  // The row may be here before the answer that says it is the new one.
  useEffect(() => {
    if (props.isNew) setIsOpen(true)
  }, [props.isNew])
  const { name } = measure
  const isDrawn = hasChart({ measure, points })
  const toggle = isOpen ? 'Hide details' : isReadOnly ? 'Show details' : 'Change details and figures'
  const details = (
    <Button
      variant="link"
      isExpanded={isOpen}
      label={`${toggle}: ${name}`}
      onPress={() => setIsOpen(!isOpen)}
    >
      {toggle}
    </Button>
  )
  return (
    <li className="measure">
      <h3 className="measure-name">
        <bdi>{name}</bdi>
      </h3>
      <Standing measure={measure} points={points} />
      {isDrawn && <Drawing picture={picture} />}
      {!isReadOnly && <AddFigure measure={measure} />}
      {isDrawn ? (
        <ShowAsTable of={name} table={<PictureTable table={picture.table} />} tools={details} />
      ) : (
        <p>{details}</p>
      )}
      {isOpen && (
        <MeasureDetails
          measure={measure}
          points={points}
          note={props.note}
          isNew={props.isNew}
          isReadOnly={isReadOnly}
        />
      )}
    </li>
  )
}

function Standing({ measure, points }: { measure: Measure; points: ReturnType<typeof pointsOf> }) {
  const standing = measureStanding(measure, points)
  const { latest } = standing
  const remarks = measureRemarks(measure, standing, useToday())
  return (
    <p aria-live="polite">
      <strong>{standingOfMeasureWords(measure, standing)}</strong>
      {latest && (
        <>
          : {figureWords(latest.value, measure.unit)} on {longDate(latest.on)}
        </>
      )}
      {remarks.length > 0 && <span className="quiet">. {remarks.join(' ')}</span>}
    </p>
  )
}
