import type { Action, Update } from '../../../../shared/model/action.ts'
import type { Evidence } from '../../../../shared/model/evidence.ts'
import type { Principle } from '../../../../shared/model/framework.ts'
import type { ActionId, AreaId, EvidenceId, PrincipleId, RatingId } from '../../../../shared/model/ids.ts'
import type { Rating, Vote } from '../../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import type { Area, Round, Status } from '../../../../shared/model/workbook.ts'
import { type Agreement, agreementOf, tallyOf } from '../../../../shared/rules/agreement.ts'
import { personKey } from '../../../../shared/rules/closing.ts'
import { redactedWords } from '../../../../shared/rules/copy-words.ts'
import { daysLate } from '../../../../shared/rules/lateness.ts'
import { roundBefore, roundToReport, shownVotes } from '../../../../shared/rules/select.ts'
import type { BoardInput, SheetInput } from './input.ts'

/** What only the sheets of the board workbook look up. */
export type BoardFacts = SheetFacts & { readonly input: BoardInput }

/** The rows of a workbook looked up by id once, so that ten thousand actions take ten thousand steps. */
export type SheetFacts = {
  readonly input: SheetInput
  readonly systemName: string
  readonly isRehearsal: boolean
  /** What a redacted copy says of itself; `null` for any other workbook. */
  readonly redacted: string | null
  readonly areas: readonly Area[]
  readonly principles: readonly Principle[]
  readonly round: Round
  readonly previous: Round | null
  readonly actions: readonly Action[]
  /** Those of a principle, in every area. */
  actionsOf(id: PrincipleId): readonly Action[]
  /** Those of an owner that are not closed. */
  openActionsOf(owner: string): readonly Action[]
  /** What this copy may show, and how many items it may not. */
  readonly evidence: readonly Evidence[]
  readonly hidden: { readonly board: number; readonly keep: number; readonly ids: ReadonlySet<EvidenceId> }
  rating(areaId: AreaId, principleId: PrincipleId, round?: Round | null): Rating | undefined
  agreement(ratingId: RatingId): Agreement
  /** The votes of the last count, and which count that was. */
  lastCount(ratingId: RatingId): { readonly count: 1 | 2; readonly votes: readonly Vote[] }
  /** The votes of both counts, as far as they were shown. */
  shownVotes(ratingId: RatingId): readonly Vote[]
  areaName(id: AreaId): string
  /** `3 Partners beyond the NHS`. */
  principleName(id: PrincipleId): string
  levelName(level: number): string
  status(id: string): Status | undefined
  isClosed(action: Action): boolean
  daysLate(action: Action): number
  latestUpdate(id: ActionId): Update | undefined
  /** Items this copy may show that are tied to an action or a principle. */
  evidenceFor(id: ActionId | PrincipleId): readonly Evidence[]
  /** How many items back a principle, those this copy leaves out included: the sheets say how many that is. */
  evidenceCount(id: PrincipleId): number
  /** The areas an item says it covers. */
  coveredBy(id: EvidenceId): ReadonlySet<AreaId>
  /** What an item is tied to, in words. */
  tiesOf(id: EvidenceId): {
    readonly areas: readonly string[]
    readonly principles: readonly string[]
    readonly actionIds: readonly ActionId[]
  }
}

/** Gathers what the sheets look up. */
export function factsOf<I extends SheetInput>(input: I): SheetFacts & { readonly input: I } {
  const { rows, framework, options, today } = input
  const workbook = rows.workbook[0]!
  const areas = [...rows.areas].sort(
    (a, b) => Number(b.kind === 'system') - Number(a.kind === 'system') || a.position - b.position,
  )
  const principles = [...framework.principles].sort((a, b) => a.number - b.number)
  const round = rows.rounds.find(row => row.id === input.roundId) ?? roundToReport(rows)
  const actions = [...rows.actions].sort((a, b) => a.ref - b.ref)
  const actionsByPrinciple = groupBy(actions, action => action.principleId)
  const ratings = byId(rows.ratings)
  const votes = groupBy(shownVotes(rows), vote => vote.ratingId)
  const areaById = byId(areas)
  const principleById = byId(principles)
  const statusById = byId(rows.statuses)
  const levelNames = new Map(framework.scale.levels.map(level => [level.value, level.label]))
  const updates = latestUpdates(rows.updates)
  const shown = rows.evidence.filter(
    item => item.handling === 'share' || (item.handling === 'board' && options.readers === 'board'),
  )
  const shownIds = new Set(shown.map(item => item.id))
  const hiddenItems = rows.evidence.filter(item => !shownIds.has(item.id))
  const links = groupBy(rows.evidenceLinks, link => link.evidenceId)
  const backing = new Map<PrincipleId, Set<EvidenceId>>()
  for (const { evidenceId, principleId } of rows.evidenceLinks)
    if (principleId) backing.set(principleId, (backing.get(principleId) ?? new Set()).add(evidenceId))
  const covered = new Map<EvidenceId, Set<AreaId>>()
  for (const { evidenceId, areaId } of rows.evidenceLinks)
    if (areaId) covered.set(evidenceId, (covered.get(evidenceId) ?? new Set()).add(areaId))
  const evidenceByTarget = new Map<string, Evidence[]>()
  for (const item of [...shown].sort((a, b) => a.ref - b.ref))
    for (const link of links.get(item.id) ?? []) {
      const target = link.actionId ?? link.principleId
      if (target) push(evidenceByTarget, target, item)
    }
  const lastCount = (ratingId: RatingId) => {
    const all = votes.get(ratingId) ?? []
    const count = all.some(vote => vote.count === 2) ? 2 : 1
    return { count, votes: all.filter(vote => vote.count === count) } as const
  }
  const isClosed = (action: Action) => statusById.get(action.statusId)?.isClosing ?? false
  let byOwner: Map<string, Action[]> | null = null
  const openByOwner = () =>
    groupBy(
      actions.filter(action => !isClosed(action)),
      action => personKey(action.owner),
    )
  const principleName = (id: PrincipleId) => {
    const principle = principleById.get(id)
    return principle ? `${principle.number} ${principle.title}` : id
  }
  return {
    input,
    systemName: workbook.systemName,
    isRehearsal: workbook.isRehearsal,
    redacted: redactedWords(rows.origins),
    areas,
    principles,
    round,
    previous: roundBefore(rows, round.id) ?? null,
    actions,
    actionsOf: id => actionsByPrinciple.get(id) ?? [],
    openActionsOf: owner => {
      byOwner ??= openByOwner()
      return byOwner.get(personKey(owner)) ?? []
    },
    evidence: [...shown].sort((a, b) => a.ref - b.ref),
    hidden: {
      board: hiddenItems.filter(item => item.handling === 'board').length,
      keep: hiddenItems.filter(item => item.handling === 'keep').length,
      ids: new Set(hiddenItems.map(item => item.id)),
    },
    rating: (areaId, principleId, of = round) =>
      of ? ratings.get(ratingIdOf(of.id, areaId, principleId)) : undefined,
    agreement: ratingId => agreementOf(tallyOf(lastCount(ratingId).votes)),
    lastCount,
    shownVotes: ratingId => votes.get(ratingId) ?? [],
    areaName: id => areaById.get(id)?.name ?? id,
    principleName,
    levelName: level => levelNames.get(level) ?? '',
    status: id => statusById.get(id),
    isClosed,
    daysLate: action => daysLate(action, isClosed(action), today),
    latestUpdate: id => updates.get(id),
    evidenceFor: id => evidenceByTarget.get(id) ?? [],
    evidenceCount: id => backing.get(id)?.size ?? 0,
    coveredBy: id => covered.get(id) ?? new Set(),
    tiesOf: id => {
      const of = links.get(id) ?? []
      return {
        areas: areas.filter(area => of.some(link => link.areaId === area.id)).map(area => area.name),
        principles: principles
          .filter(principle => of.some(link => link.principleId === principle.id))
          .map(principle => principleName(principle.id)),
        actionIds: of.flatMap(link => link.actionId ?? []),
      }
    },
  }
}

function latestUpdates(updates: readonly Update[]): Map<ActionId, Update> {
  const latest = new Map<ActionId, Update>()
  for (const update of updates) {
    const known = latest.get(update.actionId)
    if (!known || update.on > known.on || (update.on === known.on && update.addedAt > known.addedAt))
      latest.set(update.actionId, update)
  }
  return latest
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<T['id'], T> {
  return new Map(rows.map(row => [row.id, row]))
}

/** Rows by a key of theirs. */
export function groupBy<K extends string, T>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) push(groups, key(row), row)
  return groups
}

function push<K, T>(groups: Map<K, T[]>, key: K, row: T): void {
  const group = groups.get(key)
  if (group) group.push(row)
  else groups.set(key, [row])
}
