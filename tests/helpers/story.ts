import framework from '../../resources/framework/nine-principles.json' with { type: 'json' }
import type { Action, Update } from '../../shared/model/action.ts'
import type { Evidence } from '../../shared/model/evidence.ts'
import type { Day, Level } from '../../shared/model/fields.ts'
import { Framework } from '../../shared/model/framework.ts'
import type { AreaId, EvidenceId, PrincipleId, RoundId } from '../../shared/model/ids.ts'
import type { Rating } from '../../shared/model/rating.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Area, Status } from '../../shared/model/workbook.ts'
import * as make from './rows.ts'

/**
 * The story of the reference pictures, as rows: Tuesday 24 November 2026, six of nine discussed, two split, three
 * actions late. Made up, like the places in it.
 */
export const TODAY = '2026-11-24' as Day
const content = Framework.parse(framework)
const ids = content.principles.map(principle => principle.id)
const id = (number: number) => ids[number - 1] as PrincipleId
const CASTLE = 'castle-vale' as AreaId
const SPRING = 'spring' as RoundId

type Told = readonly [number, Level, Rating['confidence'], Level, string, readonly number[], Level]

/** Principle, level, confidence, target, by when, second count per level, last round's level. */
const told: readonly Told[] = [
  [1, 2, 'medium', 3, '2027-03-31', [0, 2, 9, 3, 0], 2],
  [2, 1, 'low', 2, '2027-06-30', [0, 7, 2, 5, 0], 1],
  [3, 2, 'medium', 3, '2027-09-30', [0, 3, 8, 3, 0], 1],
  [4, 0, 'low', 2, '2027-12-31', [7, 2, 5, 0, 0], 0],
  [5, 3, 'medium', 4, '2027-12-31', [0, 0, 4, 9, 1], 2],
  [6, 2, 'medium', 3, '2027-09-30', [0, 2, 10, 2, 0], 3],
]

const reasons: Readonly<Record<number, string>> = {
  3: 'The agreement signed in June covers the council, three voluntary groups and housing. Wellbeing workers sit with teams in Alderbrook and Castle Vale, all on one-year money. Nothing like it yet in Westmere.',
}

/** Principle, title, strength, the day it speaks about, places it covers. */
const items: readonly (readonly [number, string, Evidence['strength'], Day, readonly AreaId[]])[] = [
  [1, 'Board performance report, October', 'data', '2026-11-03', [make.SYSTEM]],
  [1, 'Five-year plan, mental health chapter', 'document', '2026-04-01', [make.SYSTEM]],
  [1, 'Investment return', 'checked', '2026-03-31', [make.SYSTEM]],
  [1, 'Board minutes, September', 'document', '2026-09-15', [make.SYSTEM]],
  [2, 'Outcomes survey', 'data', '2025-09-20', [make.ALDERBROOK]],
  [3, 'Partnership agreement, signed', 'document', '2026-06-18', [make.SYSTEM]],
  [3, 'Voluntary sector contract register', 'data', '2026-10-19', [make.ALDERBROOK, CASTLE]],
  [3, 'Housing and police protocol meeting', 'assertion', '2026-09-03', [CASTLE]],
  [4, 'New service design template', 'document', '2026-09-24', [make.SYSTEM]],
  [4, 'Digital programme scope', 'document', '2026-05-10', [make.SYSTEM]],
  [5, 'Integrated team audit', 'checked', '2025-07-20', [make.SYSTEM]],
  [5, 'Physical health check figures', 'data', '2025-06-30', [make.ALDERBROOK]],
  [6, 'Advice line call log', 'data', '2026-10-05', [CASTLE]],
  [6, 'Network meeting notes', 'assertion', '2026-07-02', [make.SYSTEM]],
  [6, 'Staff survey', 'data', '2026-03-01', [make.SYSTEM]],
  [7, 'Prevention needs assessment', 'document', '2026-10-12', [make.SYSTEM]],
  [9, 'Training records', 'data', '2026-02-20', [make.SYSTEM]],
]

/** Principle, area, title, owner, start, due, status. In the order of their references. */
const plan: readonly (readonly [number, AreaId, string, string, Day | null, Day, string])[] = [
  [
    1,
    make.SYSTEM,
    'Agree a costed two-year plan for the largest gaps',
    'Helen Marsh',
    '2026-04-01',
    '2026-09-30',
    'at-risk',
  ],
  [
    6,
    CASTLE,
    'Set up an advice line or email for staff, with an agreed reply time',
    'Daniel Okafor',
    '2026-05-01',
    '2026-10-31',
    'off-track',
  ],
  [
    3,
    make.SYSTEM,
    'Agree information sharing so that partner staff can see and add to plans',
    'Priya Nair',
    '2026-06-01',
    '2027-01-31',
    'waiting',
  ],
  [
    4,
    make.SYSTEM,
    'Bring in a two-page mental health check for all new proposals',
    'Tom Adeyemi',
    '2026-06-01',
    '2026-12-18',
    'on-track',
  ],
  [
    2,
    make.ALDERBROOK,
    'Recruit and train two people with lived experience for each review group',
    'Ruth Bell',
    '2027-01-04',
    '2027-06-30',
    'not-started',
  ],
  [
    3,
    CASTLE,
    'Place voluntary sector wellbeing workers with two neighbourhood teams',
    'Daniel Okafor',
    '2026-05-01',
    '2027-02-26',
    'on-track',
  ],
  [
    3,
    make.ALDERBROOK,
    'Move wellbeing and community roles to contracts of two years or more',
    'Sunita Rao',
    '2026-03-01',
    '2026-10-14',
    'on-track',
  ],
  [
    9,
    make.SYSTEM,
    'Map training needs by role against the three tiers',
    'Grace Lindley',
    '2026-02-01',
    '2026-06-30',
    'done',
  ],
  [
    7,
    CASTLE,
    'Sign the Prevention Concordat and publish local commitments',
    'Meg Thornton',
    '2026-06-01',
    '2026-11-30',
    'waiting',
  ],
  [
    6,
    make.WESTMERE,
    'Give at least two neighbourhoods a named mental health link worker',
    'Ali Hassan',
    '2026-06-01',
    '2027-01-15',
    'at-risk',
  ],
  [
    1,
    make.SYSTEM,
    'Add mental health spend, access and outcome lines to the board report',
    'Colin Firbank',
    '2026-01-01',
    '2026-07-31',
    'embedded',
  ],
  [
    5,
    make.ALDERBROOK,
    'Add a mental health professional to integrated teams',
    'Jo Castell',
    '2026-01-01',
    '2026-08-28',
    'embedded',
  ],
]

/** A snapshot as the engine would give it. */
export function storySnapshot(): Snapshot {
  const ratings = told.map(ratingFor)
  const lastRatings = [
    ...told.map(row => [row[0], row[6]] as const),
    [7, 1] as const,
    [8, 0] as const,
    [9, 2] as const,
  ].map(([number, level]) => make.rating(id(number), { roundId: SPRING, level: level as Level }))
  const evidence = items.map(([, title, strength, refersOn], index) =>
    make.evidence({
      ref: index + 1,
      title,
      strength,
      refersOn,
      kind: 'file',
      fileName: `${title}.pdf`,
      mediaType: 'application/pdf',
      size: 48_000 * (index + 1),
      shows: 'What it shows, in a sentence.',
      handling: index === 4 ? 'board' : index === 12 ? 'keep' : 'share',
    }),
  )
  const statuses = content.actionPlan.statuses.map(
    (one): Status => ({
      id: one.id,
      code: one.code,
      label: one.label,
      meaning: one.meaning,
      fill: one.fill,
      textColour: one.text,
      position: one.order,
      isClosing: one.closes,
    }),
  )
  return {
    rows: make.rowsWith({
      workbook: [aboutRow],
      statuses,
      areas: [...areaRows],
      rounds: [
        make.round(SPRING, 'Spring 2026', {
          asAt: '2026-05-31',
          state: 'signed-off',
          signedOffAt: '2026-05-29T15:00:00.000Z',
          position: 1,
        }),
        make.round(make.ROUND, 'Autumn 2026', { position: 2 }),
      ],
      ratings: [...ratings, ...lastRatings, ...placeRatings()],
      votes: told.flatMap(row => make.votes(ratings[told.indexOf(row)]!, 2, ...row[5])),
      evidence,
      evidenceLinks: items.flatMap(([number, , , , areas], index) =>
        make.ties(evidence[index]!, [id(number)], areas),
      ),
      actions: plan.map(actionFor),
      updates: updates(),
    }),
    framework: content,
    undo: { undo: null, redo: null },
    lastSavedAt: `${TODAY}T10:42:00.000Z`,
    access: { mode: 'edit', why: '' },
    seq: 100,
  }
}

const areaRows: readonly Area[] = [
  make.area(make.SYSTEM, 'Northmoor and Vale', 'system', 0),
  make.area(make.ALDERBROOK, 'Alderbrook', 'place', 1),
  make.area(CASTLE, 'Castle Vale', 'place', 2),
  make.area(make.WESTMERE, 'Westmere', 'place', 3),
]

const aboutRow: Snapshot['rows']['workbook'][number] = {
  id: 'workbook',
  uid: 'story',
  systemName: 'Northmoor and Vale',
  systemKind: 'ics',
  systemKindOther: '',
  isRehearsal: false,
  frameworkId: content.framework.id,
  frameworkVersion: content.framework.version,
  frameworkHash: '0'.repeat(64),
  createdAt: '2026-04-02T09:00:00.000Z',
}

function ratingFor([number, level, confidence, targetLevel, targetDate]: Told): Rating {
  return make.rating(id(number), {
    level,
    confidence,
    targetLevel,
    targetDate,
    reason: reasons[number] ?? 'What the room agreed, and why.',
    changeReason: number === 3 ? 'real-change' : number === 6 ? 'misjudged' : null,
  })
}

function placeRatings(): Rating[] {
  const levels: readonly (readonly [AreaId, readonly (Level | null | 'na')[]])[] = [
    [make.ALDERBROOK, [3, 1, 3, 0, 3, 2, 2, 1, 2]],
    [CASTLE, [2, 1, 2, 1, 2, 1, 1, 0, 2]],
    [make.WESTMERE, [1, 3, 1, 'na', 4, 3, null, 1, null]],
  ]
  return levels.flatMap(([areaId, row]) =>
    row.flatMap((level, index) => {
      if (level === null) return []
      if (level === 'na')
        return [
          make.rating(id(index + 1), {
            areaId,
            state: 'not-applicable',
            level: null,
            notApplicableReason: 'No new services are planned here.',
          }),
        ]
      return [make.rating(id(index + 1), { areaId, level })]
    }),
  )
}

function actionFor(row: (typeof plan)[number], index: number): Action {
  const [number, areaId, title, owner, startOn, dueOn, statusId] = row
  return make.action(id(number), {
    ref: index + 1,
    areaId,
    title,
    owner,
    startOn,
    dueOn,
    statusId,
    currentLevel: 2,
    targetLevel: 3,
    priority: index % 3 === 0 ? 'high' : 'medium',
    successMeasure: 'Three in four of these roles on longer contracts',
    baseline: '4 of 22 roles, March 2026',
    likelihood: 4,
    consequence: 3,
    risk: 'Council budget not set until February',
    sponsor: 'Helen Marsh',
  })
}

function updates(): Update[] {
  const line = (number: number, on: Day, text: string): Update => ({
    id: `update-${number}` as Update['id'],
    actionId: 'action-7' as Update['actionId'],
    on,
    text,
    author: 'Sunita Rao',
    statusId: 'on-track',
    addedAt: `${on}T09:00:00.000Z`,
  })
  return [
    line(
      1,
      '2026-10-02',
      '9 of 22 roles moved. Council has asked for the rest to wait for the spring budget.',
    ),
    line(2, '2026-08-11', 'Green. First six contracts signed with two voluntary groups.'),
  ]
}

/** An item's id, by its reference. */
export function evidenceId(ref: number): EvidenceId {
  return `evidence-${ref}` as EvidenceId
}
