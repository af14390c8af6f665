import type { Action } from '../model/action.ts'
import type { Decision } from '../model/decision.ts'
import type { Day } from '../model/fields.ts'
import type { Framework, Principle } from '../model/framework.ts'
import type { AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import type { Rating } from '../model/rating.ts'
import type { Area, Round } from '../model/workbook.ts'
import { hiddenCountWords } from '../text/room-close.ts'
import { ageOfItems, type EvidenceAge } from './evidence-age.ts'
import { type ExceptionReads, exceptionsOf, exceptionWords } from './exceptions.ts'
import { type HiddenCount, hiddenCounts } from './hidden-counts.ts'
import { actionsOf, evidenceOf, isClosed, latenessOf, type Reads, ratingOf, ratingStateOf } from './select.ts'

/** One thing to look at before a round is signed off, and where. */
export type RoundCheck = {
  readonly kind: 'not-discussed' | 'hidden-count' | 'split' | 'old-evidence' | 'no-action'
  readonly heading: string
  /** `7 Prevention and early help`, or an area in which nothing was discussed. */
  readonly label: string
  readonly detail: string
  readonly areaId: AreaId
  /** `null` where a whole area is meant. */
  readonly principleId: PrincipleId | null
}

type CheckReads = ExceptionReads & Reads<'slips' | 'slipAnswers'>

const LOOKED_AT = ['split', 'old-evidence', 'no-action'] as const

/** What a round is looked through for before it is signed off (RN1), in the order of the spec; empty when all is in order. */
export function roundChecks(
  rows: CheckReads,
  framework: Pick<Framework, 'principles' | 'scale'>,
  roundId: RoundId,
  today: Day,
): RoundCheck[] {
  const areas = [...rows.areas.values()].sort(systemFirst)
  const exceptions = exceptionsOf(rows, framework, null, roundId, today)
  const hidden = hiddenCounts(rows, { roundId })
  return [
    ...areas.flatMap(area => notDiscussed(rows, framework.principles, area, roundId)),
    ...areas.flatMap(area => neverRevealed(hidden, framework.principles, area)),
    ...LOOKED_AT.flatMap(kind =>
      exceptions
        .filter(exception => exception.kind === kind && exception.actionId === null)
        .map(({ ref, title, detail, areaId, principleId }) => ({
          kind,
          heading: exceptionWords[kind],
          label: `${ref} ${title}${inPlace(areas, areaId)}`,
          detail,
          areaId,
          principleId,
        })),
    ),
  ]
}

/** Why a round of this name and day cannot start now, in a sentence; `null` when it can (RN10, RN11). */
export function whyNotStart(rounds: readonly Round[], next: { name: string; asAt: Day }): string | null {
  const open = rounds.find(round => round.state === 'open')
  if (open) return `${open.name} is still open. Sign it off before you start another round.`
  const same = rounds.find(round => sameWords(round.name, next.name))
  if (same) return `There is already a round called ${same.name}. Give the new one another name.`
  const last = lastRoundOf(rounds)
  if (last && next.asAt < last.asAt)
    return `${last.name} already speaks of a later day. Choose an as-at date after it.`
  return null
}

/** What the board said on a round, the oldest first. A decision on an action belongs to its principle too. */
export function decisionsOf(rows: Reads<'decisions' | 'actions'>, roundId: RoundId): Decision[] {
  const principles = new Map<string, PrincipleId>()
  for (const action of rows.actions.values()) principles.set(action.id, action.principleId)
  return [...rows.decisions.values()]
    .filter(decision => decision.roundId === roundId)
    .map(decision => ({
      ...decision,
      principleId: decision.principleId ?? principles.get(decision.actionId ?? '') ?? null,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The round with the highest position. */
export function lastRoundOf(rounds: readonly Round[]): Round | undefined {
  return rounds.reduce<Round | undefined>(
    (last, round) => (last === undefined || round.position > last.position ? round : last),
    undefined,
  )
}

/** What was promised, and what became of it (RN13). */
export type Promised = { readonly action: Action; readonly outcome: 'kept' | 'late' | 'on-its-way' }

/** Where one principle stood in a round, seen from a later day (RN12). */
export type LastTime = {
  readonly principle: Principle
  readonly rating: Rating | undefined
  /** The newest evidence there was by the round's as-at day. */
  readonly evidence: EvidenceAge
  readonly promises: readonly Promised[]
}

type LastTimeReads = Reads<
  'areas' | 'ratings' | 'evidence' | 'evidenceLinks' | 'actions' | 'statuses' | 'rounds'
>

/** What a round leaves to the next, a principle each: level, evidence then, promises and what became of them. */
export function lastTime(
  rows: LastTimeReads,
  principles: readonly Principle[],
  at: { readonly areaId: AreaId; readonly round: Round },
  today: Day,
): LastTime[] {
  const { areaId, round } = at
  return [...principles]
    .sort((a, b) => a.number - b.number)
    .map(principle => {
      const scope = { areaId, principleId: principle.id }
      const known = evidenceOf(rows, scope).filter(
        item => item.refersOn === null || item.refersOn <= round.asAt,
      )
      return {
        principle,
        rating: ratingOf(rows, { ...scope, roundId: round.id }),
        evidence: ageOfItems(known, today),
        promises: actionsOf(rows, scope).map(action => ({ action, outcome: outcomeOf(rows, action, today) })),
      }
    })
}

function outcomeOf(rows: Reads<'statuses'>, action: Action, today: Day): Promised['outcome'] {
  if (isClosed(rows, action)) return 'kept'
  return latenessOf(rows, action, today) > 0 ? 'late' : 'on-its-way'
}

function notDiscussed(
  rows: Reads<'ratings'>,
  principles: readonly Principle[],
  area: Area,
  roundId: RoundId,
): RoundCheck[] {
  const open = principles.filter(
    ({ id }) =>
      ratingStateOf(ratingOf(rows, { roundId, areaId: area.id, principleId: id })) === 'not-discussed',
  )
  const base = { kind: 'not-discussed', heading: 'Not discussed', areaId: area.id } as const
  if (open.length === principles.length)
    return [{ ...base, label: area.name, detail: 'Nothing has been discussed here', principleId: null }]
  return open.map(principle => ({
    ...base,
    label: `${principle.number} ${principle.title}${area.kind === 'place' ? ` (${area.name})` : ''}`,
    detail: 'Not yet discussed',
    principleId: principle.id,
  }))
}

/** Signing off keeps hidden what is hidden, so it is said before (RN6). */
function neverRevealed(
  hidden: readonly HiddenCount[],
  principles: readonly Principle[],
  area: Area,
): RoundCheck[] {
  return principles.flatMap(principle =>
    hidden
      .filter(({ areaId, principleId }) => areaId === area.id && principleId === principle.id)
      .map(one => ({
        kind: 'hidden-count' as const,
        heading: 'Counted and never revealed',
        label: `${principle.number} ${principle.title}${area.kind === 'place' ? ` (${area.name})` : ''}`,
        detail: `${hiddenCountWords(one)} Signing off keeps it hidden`,
        areaId: area.id,
        principleId: principle.id,
      })),
  )
}

function inPlace(areas: readonly Area[], id: AreaId): string {
  const area = areas.find(one => one.id === id)
  return area?.kind === 'place' ? ` (${area.name})` : ''
}

function systemFirst(a: Area, b: Area): number {
  return Number(a.kind === 'place') - Number(b.kind === 'place') || a.position - b.position
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB')
}
