/** Rows chosen for the page. What can be worked out from them is in shared/rules: pass `useRows()` there. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Day } from '../../shared/model/fields.ts'
import type { Framework, Principle } from '../../shared/model/framework.ts'
import { type AreaId, type PrincipleId, ratingIdOf } from '../../shared/model/ids.ts'
import type { Rating } from '../../shared/model/rating.ts'
import type { Area, Round, Status, Workbook } from '../../shared/model/workbook.ts'
import { todayHere } from '../../shared/text/dates.ts'
import { useSession, useWorkbook } from './hooks.ts'
import type { RowMaps } from './workbook-store.ts'

/** Every collection, for the rules of shared/rules. Draws anew at each edit: use it for lists, not for single cells. */
export function useRows(): RowMaps {
  return useWorkbook(state => state.rows)
}

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

/** True when this opener may write. */
export function useCanEdit(): boolean {
  return useWorkbook(state => state.access.mode === 'edit')
}

/** Today as the wall calendar has it. Moves on at midnight when something is drawn. */
export function useToday(): Day {
  return useSyncExternalStore(noChange, todayHere)
}

function noChange() {
  return () => {}
}

function inOrder(areas: ReadonlyMap<string, Area>): Area[] {
  return [...areas.values()].sort(
    (a, b) => Number(a.kind !== 'system') - Number(b.kind !== 'system') || a.position - b.position,
  )
}
