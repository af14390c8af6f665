import type { Action, Update } from '../model/action.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Day } from '../model/fields.ts'
import type { ActionId, AreaId, PrincipleId, RoundId } from '../model/ids.ts'
import { type RatingId, ratingIdOf } from '../model/ids.ts'
import type { Rating, RatingState, Vote } from '../model/rating.ts'
import type { CollectionName, RowOf } from '../model/snapshot.ts'
import type { Area, Round, Status } from '../model/workbook.ts'
import { type Agreement, agreementOf, tallyOf } from './agreement.ts'
import { daysLate } from './lateness.ts'

/** Rows as a list (the engine) or a map by id (the page's mirror): both answer `values()` as often as asked. */
export type Source<T> = { values(): Iterable<T> }

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
  const id = ratingIdOf(key.roundId, key.areaId, key.principleId)
  return find(rows.ratings, rating => rating.id === id)
}

/** Its state in one word, whether or not there is a row. */
export function ratingStateOf(rating: Rating | undefined): RatingState {
  return rating?.state ?? 'not-discussed'
}

/** The votes on a rating, or those of one count. */
export function votesOf(rows: Reads<'votes'>, ratingId: RatingId, count?: 1 | 2): Vote[] {
  return filter(rows.votes, vote => vote.ratingId === ratingId && (!count || vote.count === count))
}

/**
 * The votes that everyone may see: those of a count a room still keeps hidden are left out (RM13). A rating that no room came to
 * has nothing hidden.
 */
export function shownVotes(rows: Reads<'votes' | 'roomSteps'>, ratingId?: RatingId): Vote[] {
  const hiddenFrom = new Map<string, 1 | 2>()
  for (const { id, stage } of rows.roomSteps.values()) {
    if (stage === 'first') hiddenFrom.set(id, 1)
    else if (stage === 'first-shown' || stage === 'second') hiddenFrom.set(id, 2)
  }
  return filter(
    rows.votes,
    vote => (!ratingId || vote.ratingId === ratingId) && vote.count < (hiddenFrom.get(vote.ratingId) ?? 3),
  )
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
  const isSystem = systemOf(rows)?.id === scope.areaId
  return filter(
    rows.actions,
    action =>
      (isSystem || action.areaId === scope.areaId) &&
      (!scope.principleId || action.principleId === scope.principleId),
  ).sort(byRef)
}

/**
 * Evidence by reference. The system's is all of it; a place's is what covers that place or the whole system. An item
 * that names no area counts for the system only.
 */
export function evidenceOf(rows: Reads<'areas' | 'evidence' | 'evidenceLinks'>, scope: Scope): Evidence[] {
  const systemId = systemOf(rows)?.id
  const covering = new Set<string>()
  const backing = new Set<string>()
  for (const link of rows.evidenceLinks.values()) {
    if (link.areaId && (link.areaId === scope.areaId || link.areaId === systemId))
      covering.add(link.evidenceId)
    if (link.principleId && link.principleId === scope.principleId) backing.add(link.evidenceId)
  }
  return filter(
    rows.evidence,
    item =>
      (scope.areaId === systemId || covering.has(item.id)) && (!scope.principleId || backing.has(item.id)),
  ).sort(byRef)
}

/** The areas an item says it covers. */
export function areasCoveredBy(rows: Reads<'evidenceLinks'>, evidenceId: string): AreaId[] {
  return filter(rows.evidenceLinks, link => link.evidenceId === evidenceId).flatMap(link =>
    link.areaId ? [link.areaId] : [],
  )
}

/** Dated lines of progress, newest first. */
export function updatesOf(rows: Reads<'updates'>, actionId: ActionId): Update[] {
  return filter(rows.updates, update => update.actionId === actionId).sort(
    (a, b) => compare(b.on, a.on) || compare(b.addedAt, a.addedAt),
  )
}

/** The word of the workbook's key that an action declares. */
export function statusOf(rows: Reads<'statuses'>, action: Pick<Action, 'statusId'>): Status | undefined {
  return find(rows.statuses, status => status.id === action.statusId)
}

/** True when the status closes the action (done or embedded). */
export function isClosed(rows: Reads<'statuses'>, action: Pick<Action, 'statusId'>): boolean {
  return statusOf(rows, action)?.isClosing ?? false
}

/** Days an action of this workbook is late today. */
export function latenessOf(rows: Reads<'statuses'>, action: Action, today: Day): number {
  return daysLate(action, isClosed(rows, action), today)
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
