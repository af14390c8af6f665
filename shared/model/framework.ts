import { z } from 'zod'
import { PrincipleId } from './ids.ts'

const Ids = z.array(z.string())

const ScaleLevel = z.object({
  value: z.int(),
  id: z.string(),
  label: z.string(),
  short: z.string(),
  definition: z.string(),
})

const Neighbour = z.object({
  between: z.tuple([z.int(), z.int()]),
  question: z.string(),
  ifYes: z.int(),
  ifNo: z.int(),
  watchFor: z.string(),
})

const StarterAction = z.object({
  title: z.string(),
  successMeasure: z.string(),
  suggestedOwnerRole: z.string(),
  suggestedOwnerRoleId: z.string(),
  typicalMonths: z.int(),
})
export type StarterAction = z.infer<typeof StarterAction>

const SuggestedMeasure = z.object({
  name: z.string(),
  unit: z.string(),
  dataSource: z.string(),
  direction: z.enum(['up', 'down']),
  note: z.string().optional(),
})

export const Principle = z.object({
  id: PrincipleId,
  number: z.int(),
  title: z.string(),
  statement: z.string(),
  whyItMatters: z.string(),
  whyFactIds: Ids,
  levels: z.array(z.object({ value: z.int(), descriptor: z.string() })),
  prompts: z.array(z.string()),
  evidenceIdeas: z.array(z.string()),
  measures: z.array(SuggestedMeasure),
  starterActions: z.array(z.object({ from: z.int(), to: z.int(), actions: z.array(StarterAction) })),
  examples: z.array(
    z.object({ site: z.string(), what: z.string(), source: z.string(), exampleId: z.string().nullable() }),
  ),
  levelsOfNeed: Ids,
})
export type Principle = z.infer<typeof Principle>

const Example = z.object({
  id: z.string(),
  site: z.string(),
  place: z.string(),
  model: z.string(),
  whatTheyDid: z.string(),
  reportedResult: z.string(),
  figure: z.string().nullish(),
  resultType: z.string(),
  sourceIds: Ids,
})

const Fact = z.object({
  id: z.string(),
  text: z.string(),
  figure: z.string().nullable(),
  source: z.string(),
  sourceIds: Ids,
  caution: z.string().optional(),
})
export type Fact = z.infer<typeof Fact>

const PlanColumn = z.object({
  id: z.string(),
  header: z.string(),
  why: z.string(),
  width: z.number(),
  type: z.enum(['text', 'choice', 'number', 'date', 'formula']),
  required: z.boolean(),
  boardView: z.boolean(),
})
export type PlanColumn = z.infer<typeof PlanColumn>

const FrameworkStatus = z.object({
  id: z.string(),
  code: z.string(),
  label: z.string(),
  meaning: z.string(),
  fill: z.string(),
  text: z.string(),
  order: z.int(),
  closes: z.boolean(),
})

const RiskStepName = z.object({ value: z.int(), label: z.string(), meaning: z.string() })

const ActionPlan = z.object({
  title: z.string(),
  columns: z.array(PlanColumn),
  statuses: z.array(FrameworkStatus),
  statusNote: z.string(),
  priorities: z.array(z.object({ id: z.string(), label: z.string(), meaning: z.string(), order: z.int() })),
  risk: z.object({
    method: z.string(),
    basis: z.string(),
    likelihood: z.array(RiskStepName),
    consequence: z.array(RiskStepName),
    bands: z.array(
      z.object({ min: z.int(), max: z.int(), id: z.string(), label: z.string(), response: z.string() }),
    ),
  }),
})

const SystemName = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  onsCode: z.string(),
  alsoKnownAs: z.array(z.string()).optional(),
})

/** The content a workbook is about: principles, scale, columns, facts and their sources. Extra keys are dropped. */
export const Framework = z.object({
  framework: z.object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    source: z.object({
      title: z.string(),
      publisher: z.string(),
      year: z.int(),
      url: z.string(),
      authors: z.array(z.string()),
    }),
    summary: z.string(),
    period: z.string(),
  }),
  scale: z.object({
    levels: z.array(ScaleLevel),
    terms: z.array(z.object({ term: z.string(), meaning: z.string() })),
    choosing: z.object({ rules: z.array(z.string()), neighbours: z.array(Neighbour) }),
    confidence: z.array(z.object({ id: z.string(), label: z.string(), meaning: z.string() })),
    notes: z.string(),
  }),
  levelsOfNeed: z.array(z.object({ id: z.string(), label: z.string(), description: z.string() })),
  principles: z.array(Principle),
  examples: z.array(Example),
  facts: z.array(Fact),
  areas: z.object({ asOf: z.string(), note: z.string(), items: z.array(SystemName) }),
  actionPlan: ActionPlan,
  roles: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      organisation: z.string(),
      part: z.string(),
      icsEquivalent: z.string().nullish(),
    }),
  ),
  glossary: z.array(z.object({ term: z.string(), meaning: z.string() })),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string().nullish(),
      year: z.union([z.int(), z.string()]).nullish(),
      url: z.string().nullish(),
    }),
  ),
})
export type Framework = z.infer<typeof Framework>
