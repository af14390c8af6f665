import { z } from 'zod'
import { MeasureId } from '../model/ids.ts'
import { LARGEST_FIGURE, Measure, MeasurePoint } from '../model/measure.ts'
import { change } from './edited.ts'

/** A number no larger than what can be kept to its last digit. */
const Figure = z.number().min(-LARGEST_FIGURE).max(LARGEST_FIGURE)

/** What may be said of a measure; where it belongs stays. */
export const MeasureFields = Measure.omit({ id: true, areaId: true, principleId: true }).extend({
  baseline: Figure.nullable(),
  target: Figure.nullable(),
})
export type MeasureFields = z.infer<typeof MeasureFields>

/** A dated figure. */
const PointFields = MeasurePoint.pick({ on: true }).extend({ value: Figure })

/** Outcome figures over time. They go on whatever becomes of the rounds. */
export const measure = {
  /** Only the name is needed; more is better when higher unless told. */
  add: change.input(
    Measure.pick({ areaId: true, principleId: true, name: true }).extend({
      set: MeasureFields.omit({ name: true }).partial().default({}),
    }),
  ),
  set: change.input(z.object({ id: MeasureId, set: MeasureFields.partial() })),
  /** Takes its figures along. */
  remove: change.input(z.object({ id: MeasureId })),
  /** Refused where the day has a figure or is still to come. */
  addPoint: change.input(PointFields.extend({ measureId: MeasureId })),
  setPoint: change.input(z.object({ id: z.string(), set: PointFields.partial() })),
  removePoint: change.input(z.object({ id: z.string() })),
}
