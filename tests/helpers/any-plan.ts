import fc from 'fast-check'
import type { Action, Update } from '../../shared/model/action.ts'
import type { EvidenceLink } from '../../shared/model/evidence.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { storyRows } from './board-input.ts'
import { framework } from './framework.ts'
import { ALDERBROOK, action, evidence, SYSTEM, WESTMERE } from './rows.ts'

const words = fc.constantFrom(
  'Agree a costed plan',
  'Straße und Übergabe',
  '=SUM(A1)',
  '-5',
  '12',
  '1/2/19',
  'E-02',
  'zero\u200bwidth',
  'cafe\u0301',
  'two  spaces',
  '“quoted”',
  'TRUE',
  '#REF!',
  '\u{1f600} all good',
  'bell\u0007',
)

/** Free text as people leave it: several lines, odd characters, often nothing. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: words },
  { weight: 2, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map(list => list.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
)

export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 3000 })
  .map(days => new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const level = orNull(fc.constantFrom(0, 1, 2, 3, 4) as fc.Arbitrary<0 | 1 | 2 | 3 | 4>)
const step = orNull(fc.integer({ min: 1, max: 5 }))

const anyFields: fc.Arbitrary<Partial<Action>> = fc.record({
  areaId: fc.constantFrom(SYSTEM, ALDERBROOK, WESTMERE),
  levelOfNeed: orNull(fc.constantFrom(...framework.levelsOfNeed.map(need => need.id))),
  currentLevel: level,
  targetLevel: level,
  gap: anyText,
  successMeasure: anyText,
  baseline: anyText,
  owner: fc.constantFrom('', 'Helen Marsh', 'Sunita Rao'),
  ownerRole: anyText,
  sponsor: anyText,
  partners: anyText,
  startOn: orNull(anyDay),
  dueOn: orNull(anyDay),
  priority: orNull(fc.constantFrom('high', 'medium', 'low') as fc.Arbitrary<'high'>),
  statusId: fc.constantFrom('not-started', 'on-track', 'at-risk', 'off-track', 'waiting', 'done'),
  resources: anyText,
  risk: anyText,
  likelihood: step,
  consequence: step,
  mitigation: anyText,
  evidenceNote: anyText,
  verifiedBy: fc.constantFrom('', 'Dr A. Osei', 'Rao, Sunita'),
  verifiedOn: orNull(anyDay),
  governance: anyText,
})

type Made = {
  readonly fields: Partial<Action>
  readonly title: string
  readonly principle: number
  readonly updates: readonly { readonly on: string; readonly text: string }[]
  readonly evidence: readonly number[]
}

const anyAction: fc.Arbitrary<Made> = fc.record({
  fields: anyFields,
  title: fc
    .oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
    .map(text => text.trim() || 'Act'),
  principle: fc.nat({ max: 8 }),
  updates: fc.array(fc.record({ on: anyDay, text: words }), { maxLength: 3 }),
  evidence: fc.subarray([1, 2, 3, 5]),
})

/** A workbook with a plan of a few actions, odd in every way the model allows. */
export const anyPlan: fc.Arbitrary<Rows> = fc.array(anyAction, { minLength: 1, maxLength: 8 }).map(made => {
  const actions = made.map(({ fields, title, principle }, index) =>
    action(framework.principles[principle]!.id, {
      ...fields,
      ref: index + 1,
      title: `${title} ${index + 1}`.trim(),
    }),
  )
  const updates = made.flatMap(({ updates }, index) =>
    updates.map(
      ({ on, text }, number): Update => ({
        id: `u-${index}-${number}` as Update['id'],
        actionId: actions[index]!.id,
        on,
        text: `${text} ${number}`.trim(),
        author: 'Helen Marsh',
        statusId: null,
        addedAt: `2026-10-0${number + 1}T09:00:00.000Z`,
      }),
    ),
  )
  const links = made.flatMap((one, index) =>
    one.evidence.map(
      (ref): EvidenceLink => ({
        id: `l-${index}-${ref}`,
        evidenceId: `evidence-${ref}` as EvidenceLink['evidenceId'],
        areaId: null,
        principleId: null,
        actionId: actions[index]!.id,
      }),
    ),
  )
  const items = [1, 2, 3, 4, 5].map(ref =>
    evidence({ ref, handling: ref === 3 ? 'board' : ref === 4 ? 'keep' : 'share' }),
  )
  return { ...storyRows(), actions, updates, evidence: items, evidenceLinks: links }
})
