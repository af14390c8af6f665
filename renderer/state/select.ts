/** Rows chosen for the page. What can be worked out from them is in shared/rules: pass `useRows()` there. */

import { useMemo, useSyncExternalStore } from 'react'
import type { Day } from '../../shared/model/fields.ts'
import type { Framework, Principle } from '../../shared/model/framework.ts'
import type { Area, Round, Status, Workbook } from '../../shared/model/workbook.ts'
import { leftOutOnPurpose, redactedWords } from '../../shared/rules/copy-words.ts'
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

/** What a redacted copy says of itself, a sentence; `null` for any other workbook. */
export function useRedacted(): string | null {
  const origins = useWorkbook(state => state.rows.origins)
  return redactedWords(origins.values())
}

/** What a light copy says of the files it does not hold; `null` where none was left out. */
export function useFilesLeftOut(): string | null {
  const files = useWorkbook(state => state.rows.leftOutFiles)
  return files.size > 0 ? leftOutOnPurpose(files.size) : null
}

/** The framework this workbook was made with. */
export function useFramework(): Framework {
  return useWorkbook(state => state.framework)
}

/** The nine, in their order. */
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

/** The round chosen in the bar. The last one, if the chosen one is gone. */
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
