import type { BoardInput, BoardOptions } from '../../electron/engine/exchange/board/input.ts'
import type { BookInput } from '../../electron/engine/exchange/book-input.ts'
import { MARKS_FORMAT, type SentMarks } from '../../electron/engine/exchange/marks.ts'
import type { Action, Update } from '../../shared/model/action.ts'
import type { AreaId, PrincipleId, RoundId } from '../../shared/model/ids.ts'
import type { MeasurePoint } from '../../shared/model/measure.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import type { Workbook } from '../../shared/model/workbook.ts'
import { framework } from './framework.ts'
import {
  ALDERBROOK,
  action,
  evidence,
  OUTCOMES,
  PARITY,
  PARTNERS,
  ROUND,
  rating,
  round,
  rowsWith,
  SYSTEM,
  ties,
  votes,
  WESTMERE,
} from './rows.ts'

export const TODAY = '2026-11-24'
export const SPRING = 'spring' as RoundId

const options: BoardOptions = {
  view: 'board',
  purpose: 'decision',
  meeting: 'the Partnership Board, 3 December 2026',
  preparedBy: 'Helen Marsh, programme director',
  asks: [
    'Agree a new date for the costed two-year plan (A-01), with the money it needs',
    'Ask the council for its decision on the Prevention Concordat (A-09)',
    'Note that 3 of 9 principles have not been discussed, and agree a date',
  ],
  readers: 'board',
}

/** Marks of a file that is sent from the story. */
export function marks(more: Partial<SentMarks> = {}): SentMarks {
  return {
    format: MARKS_FORMAT,
    sentFileId: '7KQ2MX4D',
    workbookUid: 'story',
    systemName: 'Northmoor and Vale',
    kind: 'board',
    madeAt: '2026-11-24T10:42:00.000Z',
    madeOn: TODAY,
    editSeq: 41,
    seal: 'e1f0',
    forWhom: '',
    view: 'board',
    readers: 'board',
    roundId: ROUND,
    areaId: null,
    hasRatings: false,
    ...more,
  }
}

/** The input of a board workbook: the made-up story of the mock, with what a test changes. */
export function boardInput(
  more: {
    readonly rows?: Partial<Rows>
    readonly options?: Partial<BoardOptions>
    readonly workbook?: Partial<Workbook>
    readonly changes?: BoardInput['changes']
    readonly today?: string
    readonly sent?: SentMarks
  } = {},
): BoardInput {
  return {
    kind: 'board',
    rows: { ...storyRows(more.workbook), ...more.rows },
    framework,
    roundId: ROUND,
    options: { ...options, ...more.options },
    today: more.today ?? TODAY,
    changes: more.changes ?? {
      since: null,
      edits: [
        {
          at: '2026-11-20T10:42:00.000Z',
          who: 'Helen Marsh',
          words: 'Set Parity of esteem to 2 Developing',
          about: { principleId: PARITY, areaId: SYSTEM },
        },
      ],
    },
    sent: more.sent ?? null,
    file: { name: 'Northmoor and Vale.ninefold', appVersion: '0.1.0' },
  }
}

const WHOLE = 'whole-person-care' as PrincipleId
const START = 'from-the-start' as PrincipleId

/** The input of a file that is filled in: the story as others may read it, with what a test changes. */
export function fillIn<K extends 'plan' | 'owner' | 'slip'>(
  kind: K,
  more: Parameters<typeof boardInput>[0] & {
    readonly marks?: Partial<SentMarks>
    readonly set?: Partial<Extract<BookInput, { kind: K }>>
  } = {},
): Extract<BookInput, { kind: K }> {
  const { changes: _, ...shared } = boardInput(more)
  const about: Partial<SentMarks> =
    kind === 'owner'
      ? { forWhom: 'Sunita Rao' }
      : kind === 'slip'
        ? { areaId: ALDERBROOK }
        : { hasRatings: true }
  return {
    ...shared,
    kind,
    options: { view: 'full', readers: 'others' },
    sent: marks({ kind, view: 'full', readers: 'others', ...about, ...more.marks }),
    replyBy: '2026-12-01',
    replyTo: 'Helen Marsh',
    ...(kind === 'slip' ? { name: '', organisationType: null } : {}),
    ...more.set,
  } as unknown as Extract<BookInput, { kind: K }>
}

/** Two rounds, two places, split and agreed ratings, evidence of every handling, actions in every status. */
export function storyRows(more: Partial<Workbook> = {}): Rows {
  const split = rating(OUTCOMES, { level: 1, targetLevel: 2, targetDate: '2027-06-30', confidence: 'low' })
  const agreed = rating(PARITY, {
    level: 2,
    targetLevel: 3,
    targetDate: '2027-03-31',
    reason: 'A joint plan exists and is funded in two places; the third has no named lead for it yet.',
  })
  const whole = rating(WHOLE, {
    level: 3,
    targetLevel: 4,
    targetDate: '2027-12-31',
    confidence: 'medium',
    changeReason: 'better-evidence',
    changeNote: 'The audit now covers every ward.',
  })
  const partners = rating(PARTNERS, {
    level: 2,
    targetLevel: 3,
    targetDate: '2027-09-30',
    confidence: 'high',
    changeReason: 'real-change',
    minorityView: 'Small groups are still asked last.',
    minorityType: 'voluntary-sector',
  })
  const minutes = evidence({
    ref: 1,
    title: 'Board minutes, October',
    shows: 'The plan was agreed with its budget.',
  })
  const audit = evidence({
    ref: 2,
    kind: 'file',
    title: 'Ward audit',
    shows: 'Physical health checks on every ward.',
    refersOn: '2025-07-20',
    strength: 'data',
    fileName: 'ward-audit.pdf',
    size: 1_482_113,
  })
  const letter = evidence({
    ref: 3,
    title: 'Letter from the council',
    handling: 'board',
    refersOn: '2026-11-02',
  })
  const draft = evidence({ ref: 4, title: 'Draft savings paper', handling: 'keep' })
  const link = evidence({
    ref: 5,
    kind: 'link',
    title: 'Published dashboard',
    url: 'https://example.org/dashboard',
  })
  const actions = storyActions()
  return rowsWith({
    workbook: [
      {
        id: 'workbook',
        uid: 'story',
        systemName: 'Northmoor and Vale',
        systemKind: 'stp',
        systemKindOther: '',
        isRehearsal: false,
        frameworkId: framework.framework.id,
        frameworkVersion: framework.framework.version,
        frameworkHash: '',
        createdAt: '2026-05-01T09:00:00.000Z',
        ...more,
      },
    ],
    statuses: framework.actionPlan.statuses.map(status => ({
      id: status.id,
      code: status.code,
      label: status.label,
      meaning: status.meaning,
      fill: status.fill,
      textColour: status.text,
      position: status.order,
      isClosing: status.closes,
    })),
    rounds: [
      round(SPRING, 'Spring 2026', { asAt: '2026-05-29', state: 'signed-off', position: 0 }),
      round(ROUND, 'Autumn 2026'),
    ],
    ratings: [
      agreed,
      split,
      partners,
      rating(START, { level: 0, targetLevel: 2, targetDate: '2027-12-31', confidence: 'medium' }),
      whole,
      rating('every-contact' as PrincipleId, {
        state: 'not-applicable',
        level: null,
        notApplicableReason: 'Run by the region',
      }),
      rating(PARITY, { areaId: ALDERBROOK, level: 3 }),
      rating(PARITY, { areaId: WESTMERE, level: 1 }),
      ...[PARITY, OUTCOMES, PARTNERS, WHOLE].map((id, index) =>
        rating(id, { roundId: SPRING, level: ([2, 1, 1, 2] as const)[index]! }),
      ),
    ],
    votes: [...votes(agreed, 1, 0, 3, 9, 2), ...votes(split, 1, 0, 2, 9), ...votes(split, 2, 0, 4, 0, 5)],
    evidence: [minutes, audit, letter, draft, link],
    evidenceLinks: [
      ...ties(minutes, [PARITY, PARTNERS], [SYSTEM]),
      ...ties(audit, [WHOLE], [SYSTEM, ALDERBROOK]),
      ...ties(letter, [PARITY], [SYSTEM]),
      ...ties(draft, [PARITY], [SYSTEM]),
      ...ties(link, [PARTNERS], [WESTMERE]),
      { id: 'letter-a-9', evidenceId: letter.id, areaId: null, principleId: null, actionId: actions[1]!.id },
    ],
    actions,
    updates: [
      update(actions[0]!, '2026-10-02', 'First costs are in.'),
      update(actions[0]!, '2026-11-12', 'Finance has asked for a second look at the workforce lines.'),
    ],
    measures: [
      {
        id: 'checks' as never,
        areaId: SYSTEM,
        principleId: PARITY,
        name: 'People with severe mental illness who had a full physical health check',
        unit: '%',
        direction: 'up',
        source: 'Quarterly return',
        baseline: 31.5,
        baselineOn: '2026-03-31',
        target: 60,
        targetOn: '2027-03-31',
      },
    ],
    measurePoints: [point('2026-09-30', 41.2), point('2026-06-30', 36)],
  })
}

function storyActions(): Action[] {
  const usual = {
    levelOfNeed: 'ongoing-care',
    priority: 'high',
    sponsor: 'Priya Nair',
    governance: 'Programme board',
  } as const
  return [
    action(PARITY, {
      ...usual,
      ref: 1,
      title: 'Agree a costed two-year plan for the largest gaps',
      gap: 'No plan covers all three places.',
      successMeasure: 'Plan approved and funded, with work started in at least one place',
      currentLevel: 2,
      targetLevel: 3,
      dueOn: '2026-09-30',
      startOn: '2026-05-01',
      statusId: 'at-risk',
      likelihood: 4,
      consequence: 4,
      risk: 'Money is moved to winter pressures.',
      ownerRole: 'Programme director, Northmoor and Vale STP',
    }),
    action(PARITY, {
      ...usual,
      ref: 9,
      title: 'Sign the Prevention Concordat',
      owner: 'Sunita Rao',
      dueOn: '2026-11-30',
      statusId: 'waiting',
      areaId: ALDERBROOK,
      evidenceNote: 'Letter attached',
    }),
    action(PARTNERS, {
      ref: 7,
      title: 'Offer two-year contracts to voluntary groups',
      owner: 'Sunita Rao',
      areaId: ALDERBROOK,
      dueOn: '2026-10-14',
      statusId: 'on-track',
      likelihood: 2,
      consequence: 3,
    }),
    action(OUTCOMES, {
      ref: 3,
      title: 'Agree ten outcomes with people who use services',
      owner: '',
      dueOn: null,
      statusId: 'not-started',
    }),
    action(PARTNERS, {
      ref: 4,
      title: 'Map local help',
      statusId: 'done',
      dueOn: '2026-06-12',
      areaId: WESTMERE,
    }),
    action(WHOLE, {
      ref: 5,
      title: 'Audit physical health checks',
      statusId: 'embedded',
      verifiedBy: 'Dr A. Osei',
      verifiedOn: '2026-11-03',
    }),
    action(START, {
      ref: 6,
      title: 'Put a mental health lead on each new programme',
      statusId: 'off-track',
      dueOn: '2026-10-31',
      owner: 'Daniel Okafor',
    }),
  ]
}

function update(of: Action, on: string, text: string): Update {
  return {
    id: `${of.id}:${on}` as never,
    actionId: of.id,
    on,
    text,
    author: 'Helen Marsh',
    statusId: null,
    addedAt: `${on}T09:00:00.000Z`,
  }
}

function point(on: string, value: number): MeasurePoint {
  return { id: `checks:${on}`, measureId: 'checks' as never, on, value }
}

/** A plan of so many actions, each with text in every field, for timing. */
export function manyActions(number: number, areaId: AreaId = SYSTEM): Action[] {
  const statuses = framework.actionPlan.statuses
  return Array.from({ length: number }, (_, index) =>
    action(framework.principles[index % 9]!.id, {
      ref: index + 1,
      areaId,
      title: `Action ${index + 1}: agree who does what with the partners in this place`,
      gap: `Gap ${index + 1}: there is no shared plan for this yet`,
      successMeasure: `Plan ${index + 1} approved and funded, with work started`,
      owner: `Owner ${index % 40}`,
      ownerRole: 'Programme lead',
      dueOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
      startOn: '2026-01-05',
      statusId: statuses[index % statuses.length]!.id,
      currentLevel: 1,
      targetLevel: 2,
      likelihood: (index % 5) + 1,
      consequence: (index % 4) + 1,
      risk: 'People leave before it is done',
      mitigation: 'Two people share the work',
      priority: 'medium',
    }),
  )
}
