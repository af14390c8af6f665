import { z } from 'zod'
import { Day, Instant, Level, Line, LONGEST_TEXT, RiskStep, Text } from './fields.ts'
import { ActionId, AreaId, PrincipleId, UpdateId } from './ids.ts'

export const Priority = z.enum(['high', 'medium', 'low'])
export type Priority = z.infer<typeof Priority>

/** One row of the action plan. The columns are those of the framework's `actionPlan`. */
export const Action = z.object({
  id: ActionId,
  /** Shown as A-07. */
  ref: z.int().min(1),
  areaId: AreaId,
  principleId: PrincipleId,
  levelOfNeed: z.string().nullable(),
  currentLevel: Level.nullable(),
  targetLevel: Level.nullable(),
  gap: Text,
  title: Line,
  successMeasure: Text,
  baseline: Text,
  owner: Text,
  ownerRole: Text,
  sponsor: Text,
  partners: Text,
  startOn: Day.nullable(),
  dueOn: Day.nullable(),
  priority: Priority.nullable(),
  /** An id of the workbook's status key. */
  statusId: z.string(),
  resources: Text,
  risk: Text,
  likelihood: RiskStep.nullable(),
  consequence: RiskStep.nullable(),
  mitigation: Text,
  evidenceNote: Text,
  verifiedBy: Text,
  verifiedOn: Day.nullable(),
  governance: Text,
  createdAt: Instant,
  updatedAt: Instant,
})
export type Action = z.infer<typeof Action>

/** An action before anything is known of it but its words and where they belong; made at `at`. */
export function blankAction(id: ActionId, at: Instant): Omit<Action, 'areaId' | 'principleId' | 'title'> {
  return {
    id,
    ref: 0,
    levelOfNeed: null,
    currentLevel: null,
    targetLevel: null,
    gap: '',
    successMeasure: '',
    baseline: '',
    owner: '',
    ownerRole: '',
    sponsor: '',
    partners: '',
    startOn: null,
    dueOn: null,
    priority: null,
    statusId: 'not-started',
    resources: '',
    risk: '',
    likelihood: null,
    consequence: null,
    mitigation: '',
    evidenceNote: '',
    verifiedBy: '',
    verifiedOn: null,
    governance: '',
    createdAt: at,
    updatedAt: at,
  }
}

/** A dated line of progress on an action. Kept, never overwritten. */
export const Update = z.object({
  id: UpdateId,
  actionId: ActionId,
  on: Day,
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  author: Text,
  /** The status declared with it, if any. */
  statusId: z.string().nullable(),
  addedAt: Instant,
})
export type Update = z.infer<typeof Update>
