import { useEffect, useRef } from 'react'
import type { ReadReturned } from '../../shared/contract/control.ts'
import { count } from '../../shared/text/dates.ts'
import { sentenceOf, useReviewing, useStage, useWorkbook } from './hooks.ts'

/** Keeps the review in step while its screen is open: asks at once, after every edit, and after each reading. */
export function useReview(): void {
  const { workbook, review, session } = useStage()
  const isConnected = useWorkbook(state => state.isConnected)
  const seq = useWorkbook(state => state.seq)
  const turn = useReviewing(state => state.turn)
  const asking = useRef({ isBusy: false, isWanted: false, isShown: false, wasCut: false })

  useEffect(() => {
    const state = asking.current
    state.isShown = true
    return () => {
      state.isShown = false
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit or a reading is why it is asked again
  useEffect(() => {
    const state = asking.current
    state.isWanted = true
    if (!isConnected) state.wasCut = true
    if (isConnected && !state.isBusy) void ask()

    // One question at a time: a burst of edits is answered by the last.
    async function ask() {
      state.isBusy = true
      while (state.isWanted && state.isShown) {
        state.isWanted = false
        try {
          const found = await workbook.getState().client.review.get()
          review.getState().take(found, state.wasCut)
          state.wasCut = false
        } catch (error) {
          // A line that broke is taken up again, and then this asks again.
          if (workbook.getState().isConnected)
            session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
        }
      }
      state.isBusy = false
    }
  }, [isConnected, seq, turn])
}

/** Ways to read returned files into the review. Problems are told; `null` when nothing was chosen or all went wrong. */
export type Returning = {
  readonly isBusy: boolean
  choose(folder: boolean): Promise<ReadReturned | null>
  /** A copy that lies beside the workbook, by its token. */
  copyBeside(id: string): Promise<ReadReturned | null>
  files(files: readonly File[] | Promise<readonly File[]>): Promise<ReadReturned | null>
}

/** Reads files that came back, for any screen. */
export function useReturning(): Returning {
  const { shell, session, review, workbook } = useStage()
  const isBusy = useReviewing(state => state.reading > 0)

  async function read(work: () => Promise<ReadReturned | null>): Promise<ReadReturned | null> {
    review.getState().read(1)
    try {
      const outcome = await work()
      for (const sentence of problemWords(outcome)) session.getState().say({ tone: 'problem', sentence })
      if (outcome?.wasCancelled)
        session
          .getState()
          .say({ tone: 'done', sentence: 'Reading was cancelled. What was read by then is here.' })
      return outcome
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
      return null
    } finally {
      review.getState().read(-1)
      review.getState().askAgain()
    }
  }
  return {
    isBusy,
    copyBeside: id => read(() => workbook.getState().client.place.bringIn({ id })),
    choose: folder => read(() => shell.readReturned(folder)),
    files: files => read(async () => shell.readReturnedFiles(await files)),
  }
}

/** How many of the files that never arrived are told one by one. */
const TOLD = 2

/** Files that no list can name, because they never arrived: the first in their own words, the rest counted. */
function problemWords(outcome: ReadReturned | null): readonly string[] {
  const problems = outcome?.problems ?? []
  const more = problems.length - TOLD
  const told = problems.slice(0, TOLD).map(({ sentence }) => sentence)
  return more > 0 ? [...told, `${count(more, 'other file was', 'other files were')} not read either.`] : told
}
