import type { Action, Update } from '../model/action.ts'
import type { Evidence, EvidenceLink } from '../model/evidence.ts'
import type { Day } from '../model/fields.ts'
import type { ActionId, AreaId, PrincipleId, RatingId, RoundId } from '../model/ids.ts'
import type { Rating, RatingState, Vote } from '../model/rating.ts'
import { ratingIdOf } from '../model/rating-id.ts'
import type { RoomStep } from '../model/room.ts'
import type { CollectionName, RowOf } from '../model/snapshot.ts'
import type { Area, Round, Status } from '../model/workbook.ts'
import { type Agreement, agreementOf, tallyOf } from './agreement.ts'
import { groupsOf, rowById, type Source, workedOut } from './indexed.ts'
import { daysLate } from './lateness.ts'

export type { Source } from './indexed.ts'

/** The collections of a workbook. `Rows` and the page's `RowMaps` both are one. */
export type RowSources = { readonly [C in CollectionName]: Source<RowOf<C>> }

/** Some of the collections: what a rule really reads. */
export type Reads<C extends CollectionName> = Pick<RowSources, C>

/** Which area, and with `principleId` which principle in it. */
export type Scope = { readonly areaId: AreaId; readonly principleId?: PrincipleId }

/** What a rating is of. */
export type RatingKey = {
  readonly roundId: RoundId
  readonly areaId: AreaId
  readonly principleId: PrincipleId
}

/** The rating of one area, principle and round; none means not yet discussed. */
export function ratingOf(rows: Reads<'ratings'>, key: RatingKey): Rating | undefined {
  return rowById(rows.ratings, ratingIdOf(key.roundId, key.areaId, key.principleId))
}

/** Its state in one word, whether or not there is a row. */
export function ratingStateOf(rating: Rating | undefined): RatingState {
  return rating?.state ?? 'not-discussed'
}

/** The votes on a rating, or those of one count. */
export function votesOf(rows: Reads<'votes'>, ratingId: RatingId, count?: 1 | 2): Vote[] {
  return votesOn(rows, ratingId).filter(vote => !count || vote.count === count)
}

/**
 * The votes that everyone may see: those of a count a room still keeps hidden are left out (RM13). A rating that no room came to
 * has nothing hidden.
 */
export function shownVotes(rows: Reads<'votes' | 'roomSteps'>, ratingId?: RatingId): Vote[] {
  const isShown = (vote: Vote) => vote.count < firstHidden(rowById(rows.roomSteps, vote.ratingId))
  return ratingId ? votesOn(rows, ratingId).filter(isShown) : filter(rows.votes, isShown)
}

/** The count from which on nobody has seen anything; beyond the last where nothing is hidden. */
function firstHidden(step: RoomStep | undefined): number {
  if (step?.stage === 'first') return 1
  return step?.stage === 'first-shown' || step?.stage === 'second' ? 2 : 3
}

function votesOn(rows: Reads<'votes'>, ratingId: RatingId): readonly Vote[] {
  return groupsOf(rows.votes, ratingOfVote).get(ratingId) ?? []
}

/** The agreement in the last count that was shown. Only a rated rating has one to speak of. */
export function agreementIn(rows: Reads<'votes' | 'roomSteps'>, ratingId: RatingId): Agreement {
  const votes = shownVotes(rows, ratingId)
  const last = votes.some(vote => vote.count === 2) ? 2 : 1
  return agreementOf(tallyOf(votes.filter(vote => vote.count === last)))
}

/** The one area that is the whole system. */
export function systemOf(rows: Reads<'areas'>): Area | undefined {
  return find(rows.areas, area => area.kind === 'system')
}

/** The places, in their order. */
export function placesOf(rows: Reads<'areas'>): Area[] {
  return filter(rows.areas, area => area.kind === 'place').sort(byPosition)
}

/** The round being worked on: the last open one. */
export function openRoundOf(rows: Reads<'rounds'>): Round | undefined {
  return filter(rows.rounds, round => round.state === 'open')
    .sort(byPosition)
    .at(-1)
}

/** The round a file speaks of unless it names one: the last open, else the last. */
export function roundToReport(rows: Reads<'rounds'>): Round {
  return openRoundOf(rows) ?? [...rows.rounds.values()].sort(byPosition).at(-1)!
}

/** The round before this one. */
export function roundBefore(rows: Reads<'rounds'>, roundId: RoundId): Round | undefined {
  const rounds = [...rows.rounds.values()].sort(byPosition)
  return rounds[rounds.findIndex(round => round.id === roundId) - 1]
}

/** Actions by reference. The system's are all of them; a place's are its own. */
export function actionsOf(rows: Reads<'areas' | 'actions'>, scope: Scope): Action[] {
  const { areaId, principleId } = scope
  const isSystem = systemOf(rows)?.id === areaId
  if (isSystem && !principleId) return [...inOrder(rows.actions)]
  const found = isSystem
    ? groupsOf(inOrder(rows.actions), principleOfAction).get(principleId!)
    : groupsOf(inOrder(rows.actions), areaOfAction).get(areaId)
  return (found ?? []).filter(action => !principleId || action.principleId === principleId)
}

/**
 * Evidence by reference. The system's is all of it; a place's is what covers that place or the whole system. An item
 * that names no area counts for the system only.
 */
export function evidenceOf(rows: Reads<'areas' | 'evidence' | 'evidenceLinks'>, scope: Scope): Evidence[] {
  const { areaId, principleId } = scope
  const systemId = systemOf(rows)?.id
  const tiedTo = (links: readonly EvidenceLink[] = []) => links.map(link => link.evidenceId as string)
  const byArea = groupsOf(rows.evidenceLinks, areaOfLink)
  const covering =
    areaId === systemId
      ? null
      : new Set([...tiedTo(byArea.get(areaId)), ...tiedTo((systemId && byArea.get(systemId)) || [])])
  if (!principleId) return inOrder(rows.evidence).filter(item => !covering || covering.has(item.id))
  const backing = new Set(tiedTo(groupsOf(rows.evidenceLinks, principleOfLink).get(principleId)))
  return [...backing]
    .filter(id => !covering || covering.has(id))
    .flatMap(id => rowById(rows.evidence, id) ?? [])
    .sort(byRef)
}

/** The areas an item says it covers. */
export function areasCoveredBy(rows: Reads<'evidenceLinks'>, evidenceId: string): AreaId[] {
  const links = groupsOf(rows.evidenceLinks, evidenceOfLink).get(evidenceId) ?? []
  return links.flatMap(link => (link.areaId ? [link.areaId] : []))
}

/** Dated lines of progress, newest first. */
export function updatesOf(rows: Reads<'updates'>, actionId: ActionId): Update[] {
  const updates = groupsOf(rows.updates, actionOfUpdate).get(actionId) ?? []
  return [...updates].sort((a, b) => compare(b.on, a.on) || compare(b.addedAt, a.addedAt))
}

/** The word of the workbook's key that an action declares. */
export function statusOf(rows: Reads<'statuses'>, action: Pick<Action, 'statusId'>): Status | undefined {
  return rowById(rows.statuses, action.statusId)
}

/** True when the status closes the action (done or embedded). */
export function isClosed(rows: Reads<'statuses'>, action: Pick<Action, 'statusId'>): boolean {
  return statusOf(rows, action)?.isClosing ?? false
}

/** Days an action of this workbook is late today. */
export function latenessOf(rows: Reads<'statuses'>, action: Action, today: Day): number {
  return daysLate(action, isClosed(rows, action), today)
}

const ratingOfVote = (vote: Vote) => vote.ratingId
const areaOfAction = (action: Action) => action.areaId
const principleOfAction = (action: Action) => action.principleId
const areaOfLink = (link: EvidenceLink) => link.areaId
const principleOfLink = (link: EvidenceLink) => link.principleId
const evidenceOfLink = (link: EvidenceLink) => link.evidenceId
const actionOfUpdate = (update: Update) => update.actionId

/** Every row by reference, sorted once. */
function inOrder<T extends { readonly ref: number }>(source: Source<T>): readonly T[] {
  return workedOut(source, inOrder, () => [...source.values()].sort(byRef))
}

function find<T>(source: Source<T>, test: (row: T) => boolean): T | undefined {
  for (const row of source.values()) if (test(row)) return row
  return undefined
}

function filter<T>(source: Source<T>, test: (row: T) => boolean): T[] {
  return [...source.values()].filter(test)
}

function byPosition(a: { position: number }, b: { position: number }): number {
  return a.position - b.position
}

function byRef(a: { ref: number }, b: { ref: number }): number {
  return a.ref - b.ref
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
