import { useMemo, useSyncExternalStore } from 'react'
import type { Action } from '../../shared/model/action.ts'
import type { Evidence } from '../../shared/model/evidence.ts'
import type { Day } from '../../shared/model/fields.ts'
import type { Framework, Principle } from '../../shared/model/framework.ts'
import { type AreaId, type PrincipleId, ratingIdOf } from '../../shared/model/ids.ts'
import type { Rating } from '../../shared/model/rating.ts'
import type { Area, Round, Status, Workbook } from '../../shared/model/workbook.ts'
import { useSession, useWorkbook } from './hooks.ts'

/** The one row about the workbook itself. */
export function useAbout(): Workbook {
  return useWorkbook(state => state.rows.workbook.get('workbook'))!
}

export function useFramework(): Framework {
  return useWorkbook(state => state.framework)
}

export function usePrinciples(): readonly Principle[] {
  return useFramework().principles
}

/** The system first, then its places in order. */
export function useAreas(): readonly Area[] {
  const areas = useWorkbook(state => state.rows.areas)
  return useMemo(() => inOrder(areas), [areas])
}

/** The area chosen in the bar. The system, if the chosen one is gone. */
export function useArea(): Area {
  const chosen = useSession(state => state.areaId)
  const areas = useAreas()
  return areas.find(area => area.id === chosen) ?? areas[0]!
}

export function useRound(): Round {
  const chosen = useSession(state => state.roundId)
  const rounds = useWorkbook(state => state.rows.rounds)
  return rounds.get(chosen) ?? [...rounds.values()].at(-1)!
}

/** The status key in order. */
export function useStatuses(): readonly Status[] {
  const statuses = useWorkbook(state => state.rows.statuses)
  return useMemo(() => [...statuses.values()].sort((a, b) => a.position - b.position), [statuses])
}

/** The rating of a principle in the chosen area and round. `undefined` means not discussed. */
export function useRating(principleId: PrincipleId): Rating | undefined {
  const area = useArea()
  const round = useRound()
  return useWorkbook(state => state.rows.ratings.get(ratingIdOf(round.id, area.id, principleId)))
}

/** The ratings of one area in the chosen round, by principle. */
export function useRatings(areaId: AreaId): ReadonlyMap<PrincipleId, Rating> {
  const round = useRound()
  const ratings = useWorkbook(state => state.rows.ratings)
  return useMemo(
    () =>
      new Map(
        [...ratings.values()]
          .filter(rating => rating.areaId === areaId && rating.roundId === round.id)
          .map(rating => [rating.principleId, rating]),
      ),
    [ratings, areaId, round.id],
  )
}

/** Evidence by principle, for one area: what covers the area, or names no area at all. */
export function useEvidenceByPrinciple(areaId: AreaId): ReadonlyMap<PrincipleId, readonly Evidence[]> {
  const evidence = useWorkbook(state => state.rows.evidence)
  const links = useWorkbook(state => state.rows.evidenceLinks)
  return useMemo(() => {
    const areasOf = new Map<string, Set<AreaId>>()
    for (const link of links.values())
      if (link.areaId)
        areasOf.set(link.evidenceId, (areasOf.get(link.evidenceId) ?? new Set()).add(link.areaId))
    const found = new Map<PrincipleId, Evidence[]>()
    for (const link of links.values()) {
      const item = evidence.get(link.evidenceId)
      const covers = areasOf.get(link.evidenceId)
      if (!item || !link.principleId || (covers && !covers.has(areaId))) continue
      found.set(link.principleId, [...(found.get(link.principleId) ?? []), item])
    }
    return found
  }, [evidence, links, areaId])
}

/** Actions of one area, by reference. */
export function useActions(areaId: AreaId): readonly Action[] {
  const actions = useWorkbook(state => state.rows.actions)
  return useMemo(
    () => [...actions.values()].filter(action => action.areaId === areaId).sort((a, b) => a.ref - b.ref),
    [actions, areaId],
  )
}

/** True when this opener may write. */
export function useCanEdit(): boolean {
  return useWorkbook(state => state.access.mode === 'edit')
}

/** Today as the wall calendar has it. Moves on at midnight when something is drawn. */
export function useToday(): Day {
  return useSyncExternalStore(noChange, todayHere)
}

/** The local calendar day. */
export function todayHere(): Day {
  return localDay(new Date())
}

/** The local calendar day of a moment. */
export function localDay(moment: Date): Day {
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

function noChange() {
  return () => {}
}

function inOrder(areas: ReadonlyMap<string, Area>): Area[] {
  return [...areas.values()].sort(
    (a, b) => Number(a.kind !== 'system') - Number(b.kind !== 'system') || a.position - b.position,
  )
}
