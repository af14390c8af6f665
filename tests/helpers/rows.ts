import type { Action } from '../../shared/model/action.ts'
import type { Evidence, EvidenceLink } from '../../shared/model/evidence.ts'
import type { AreaId, PrincipleId, RoundId } from '../../shared/model/ids.ts'
import type { Rating, Vote } from '../../shared/model/rating.ts'
import { ratingIdOf } from '../../shared/model/rating-id.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import type { Area, Round, Status } from '../../shared/model/workbook.ts'

/** Builders for rows, so that a test names only what it is about. Not fixtures: every call makes a fresh row. */
export const SYSTEM = 'system' as AreaId
export const ALDERBROOK = 'alderbrook' as AreaId
export const WESTMERE = 'westmere' as AreaId
export const ROUND = 'autumn' as RoundId
export const PARITY = 'parity-of-esteem' as PrincipleId
export const OUTCOMES = 'outcomes-that-matter' as PrincipleId
export const PARTNERS = 'beyond-the-nhs' as PrincipleId

/** A workbook of one system, two places, one open round and the usual key, with what a test adds. */
export function rowsWith(more: Partial<Rows> = {}): Rows {
  return {
    workbook: [],
    statuses: [status('on-track'), status('waiting'), status('done', true), status('embedded', true)],
    areas: [
      area(SYSTEM, 'Northmoor and Vale', 'system', 0),
      area(WESTMERE, 'Westmere', 'place', 2),
      area(ALDERBROOK, 'Alderbrook', 'place', 1),
    ],
    rounds: [round(ROUND, 'Autumn 2026')],
    ratings: [],
    votes: [],
    evidence: [],
    evidenceLinks: [],
    actions: [],
    updates: [],
    measures: [],
    measurePoints: [],
    sentFiles: [],
    slips: [],
    slipAnswers: [],
    decisions: [],
    participants: [],
    rooms: [],
    roomSteps: [],
    parked: [],
    clearedFindings: [],
    origins: [],
    leftOutFiles: [],
    ...more,
  }
}

export function area(id: AreaId, name: string, kind: Area['kind'], position: number): Area {
  return { id, name, kind, position }
}

export function round(id: RoundId, name: string, more: Partial<Round> = {}): Round {
  return {
    id,
    name,
    asAt: '2026-11-30',
    state: 'open',
    position: 1,
    signedOffAt: null,
    signedOffBy: '',
    ...more,
  }
}

export function status(id: string, isClosing = false): Status {
  return {
    id,
    code: id.slice(0, 1).toUpperCase(),
    label: id,
    meaning: '',
    fill: '#FFFFFF',
    textColour: '#000000',
    position: 1,
    isClosing,
  }
}

/** Rated 2 with a reason, unless told otherwise. */
export function rating(principleId: PrincipleId, more: Partial<Rating> = {}): Rating {
  const areaId = more.areaId ?? SYSTEM
  const roundId = more.roundId ?? ROUND
  return {
    id: ratingIdOf(roundId, areaId, principleId),
    roundId,
    areaId,
    principleId,
    state: 'rated',
    level: 2,
    reason: 'Because.',
    notApplicableReason: '',
    confidence: 'medium',
    targetLevel: null,
    targetDate: null,
    minorityView: '',
    minorityType: null,
    changeReason: null,
    changeNote: '',
    ...more,
  }
}

/** Hands per level in one count, as vote rows. */
export function votes(of: Rating, count: 1 | 2, ...hands: readonly number[]): Vote[] {
  return hands.flatMap((number, level) =>
    number === 0
      ? []
      : [
          {
            id: `${of.id}:${count}:${level}`,
            ratingId: of.id,
            count,
            organisationType: 'other',
            level: level as Vote['level'],
            hands: number,
            participantId: null,
          },
        ],
  )
}

let refs = 0

export function action(principleId: PrincipleId, more: Partial<Action> = {}): Action {
  const ref = more.ref ?? ++refs
  return {
    id: `action-${ref}` as Action['id'],
    ref,
    areaId: SYSTEM,
    principleId,
    levelOfNeed: null,
    currentLevel: null,
    targetLevel: null,
    gap: '',
    title: 'Agree a costed plan',
    successMeasure: '',
    baseline: '',
    owner: 'Helen Marsh',
    ownerRole: '',
    sponsor: '',
    partners: '',
    startOn: null,
    dueOn: '2027-03-31',
    priority: null,
    statusId: 'on-track',
    resources: '',
    risk: '',
    likelihood: null,
    consequence: null,
    mitigation: '',
    evidenceNote: '',
    verifiedBy: '',
    verifiedOn: null,
    governance: '',
    createdAt: '2026-05-01T09:00:00.000Z',
    updatedAt: '2026-05-01T09:00:00.000Z',
    ...more,
  }
}

export function evidence(more: Partial<Evidence> = {}): Evidence {
  const ref = more.ref ?? ++refs
  return {
    id: `evidence-${ref}` as Evidence['id'],
    ref,
    kind: 'note',
    title: 'Board minutes',
    shows: '',
    refersOn: '2026-10-01',
    strength: 'document',
    handling: 'share',
    url: '',
    note: '',
    fileName: '',
    mediaType: '',
    size: 0,
    contentHash: '',
    addedAt: '2026-10-02T09:00:00.000Z',
    ...more,
  }
}

/** Ties an item to principles and areas. */
export function ties(
  item: Evidence,
  principleIds: readonly PrincipleId[],
  areaIds: readonly AreaId[],
): EvidenceLink[] {
  const none = { evidenceId: item.id, areaId: null, principleId: null, actionId: null }
  return [
    ...principleIds.map(principleId => ({ ...none, id: `${item.id}:${principleId}`, principleId })),
    ...areaIds.map(areaId => ({ ...none, id: `${item.id}:${areaId}`, areaId })),
  ]
}

/** An owner workbook sent on 15 October and still expected, unless told otherwise. */
export function sentFile(more: Partial<SentFile> = {}): SentFile {
  const madeOn = more.madeOn ?? '2026-10-15'
  return {
    id: `S${String(++sent).padStart(7, '0')}`,
    kind: 'owner',
    madeAt: `${madeOn}T09:00:00.000Z`,
    madeOn,
    editSeq: 4,
    forWhom: '',
    fileName: `${more.forWhom ?? 'Plan'}.xlsx`,
    fingerprint: '',
    rowCount: 2,
    view: 'full',
    readers: 'others',
    roundId: ROUND,
    areaId: null,
    hasRatings: false,
    isAwaited: true,
    returnedAt: null,
    returnedName: '',
    ...more,
  }
}

let sent = 0
