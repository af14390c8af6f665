import { createContext, useCallback, useContext } from 'react'
import { useStore } from 'zustand'
import type { Shell } from '../boot/shell.ts'
import type { ReviewState, ReviewStore } from './review-store.ts'
import type { SessionState, SessionStore } from './session-store.ts'
import type { WorkbookState, WorkbookStore } from './workbook-store.ts'

/** What every screen of an open workbook stands on. */
export type Stage = {
  readonly shell: Shell
  readonly workbook: WorkbookStore
  readonly session: SessionStore
  /** Returned files and what was decided on them. */
  readonly review: ReviewStore
}

/** What the screens below stand on; none on the start screen. */
export const StageContext = createContext<Stage | null>(null)

/** Shell and stores. Throws outside an open workbook. */
export function useStage(): Stage {
  const stage = useContext(StageContext)
  if (!stage) throw new Error('A screen was drawn outside an open workbook')
  return stage
}

/** A slice of the workbook mirror. Select the smallest part; derive the rest with `useMemo`. */
export function useWorkbook<T>(select: (state: WorkbookState) => T): T {
  return useStore(useStage().workbook, select)
}

/** A slice of this window’s selection and layout. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useStage().session, select)
}

/** A slice of the returned files under review. */
export function useReviewing<T>(select: (state: ReviewState) => T): T {
  return useStore(useStage().review, select)
}

/** Like `useState`, but kept in this window while the workbook is open: a screen comes back as it was left. */
export function useRemembered<T>(key: string, initial: T): readonly [T, (next: T) => void] {
  const value = useSession(state => (key in state.memory ? (state.memory[key] as T) : initial))
  const { session } = useStage()
  return [value, next => session.getState().remember(key, next)]
}

/**
 * Runs a change and tells the user in one sentence if it was refused. Gives `undefined` in that case.
 * Every write of a screen goes through here.
 */
export function useAct(): <T>(
  work: (client: WorkbookState['client']) => Promise<T>,
) => Promise<T | undefined> {
  const { workbook, session } = useStage()
  const client = useWorkbook(state => state.client)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another line, what was asked on the old one is asked again
  return useCallback(
    async work => {
      try {
        return await work(workbook.getState().client)
      } catch (error) {
        session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
        return undefined
      }
    },
    [workbook, session, client],
  )
}

/** The sentence of an error made for people; anything else becomes a plain one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message && !isFault(error)) return error.message
  return 'Something went wrong and nothing was changed. Try again, or close and reopen the workbook.'
}

/** Faults of ours speak to programmers. */
function isFault(error: Error): boolean {
  return (
    /internal server error/i.test(error.message) ||
    [TypeError, RangeError, ReferenceError, SyntaxError].some(kind => error instanceof kind)
  )
}
