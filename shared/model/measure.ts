import { z } from 'zod'
import { Day, Line, Text } from './fields.ts'
import { AreaId, MeasureId, PrincipleId } from './ids.ts'

/** Figures beyond this, either way, would lose their last digits. */
export const LARGEST_FIGURE = 999_999_999_999_999

/** An outcome figure over time. */
export const Measure = z.object({
  id: MeasureId,
  areaId: AreaId,
  principleId: PrincipleId,
  name: Line,
  unit: Text,
  direction: z.enum(['up', 'down']),
  source: Text,
  baseline: z.number().nullable(),
  baselineOn: Day.nullable(),
  target: z.number().nullable(),
  targetOn: Day.nullable(),
})
export type Measure = z.infer<typeof Measure>

export const MeasurePoint = z.object({
  id: z.string(),
  measureId: MeasureId,
  on: Day,
  value: z.number(),
})
export type MeasurePoint = z.infer<typeof MeasurePoint>
