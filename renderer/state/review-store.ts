import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PrincipleId } from '../../shared/model/ids.ts'
import type { Review, ReviewDecisions } from '../../shared/model/review.ts'
import { decisionsWithin, lostWords } from './review-prune.ts'

/** What came back and what was decided on it. It outlives the screen, not the window: nothing of it is written. */
export type ReviewState = {
  /** `undefined` until the engine was asked, `null` while nothing was read. */
  readonly review: Review | null | undefined
  readonly decisions: ReviewDecisions
  /** The file the list is narrowed to. */
  readonly fileId: string | null
  /** The change or addition with the cursor. */
  readonly activeId: string | null
  /** Changes whose long texts are shown whole. */
  readonly opened: ReadonlySet<string>
  /** What the user should know of decisions that could not be kept, in a sentence. */
  readonly lost: string
  /** Counts up when files were read, so that whoever shows the review asks for it again. */
  readonly turn: number
  /** How many readings are under way. */
  readonly reading: number
  /**
   * Takes in a fresh comparison. Decisions that no longer fit it go, with words where the user did not do it.
   * `wasCut`: the line to the engine broke since, and what it had read may be gone with it.
   */
  take(review: Review | null, wasCut?: boolean): void
  /** Per change the option chosen, or `null` to take the decision back. */
  decide(choices: Iterable<readonly [id: string, optionId: string | null]>): void
  decideAddition(id: string, accept: boolean | null, principleId?: PrincipleId | null): void
  narrow(fileId: string | null): void
  moveTo(activeId: string | null): void
  open(id: string, isOpen: boolean): void
  forgetLost(): void
  askAgain(): void
  read(by: 1 | -1): void
  /** What is accepted is being written: those changes will move, and no one needs to be told. */
  startApplying(): void
  endApplying(wasWritten: boolean): void
}

/** The store of one window. */
export type ReviewStore = StoreApi<ReviewState>

const UNDECIDED: ReviewDecisions = { changes: {}, additions: {} }

const CUT =
  'Ninefold lost hold of the workbook for a moment, and of the returned files with it. The workbook is whole: please add the files again.'

/** Nothing asked yet. */
export function createReviewStore(): ReviewStore {
  let written: ReadonlySet<string> = new Set()
  // What was applied last. Undo brings its changes back, and then these as well: all is as it was before Apply.
  let applied: ReviewDecisions = UNDECIDED
  let sent: ReviewDecisions = UNDECIDED
  return createStore<ReviewState>()((set, get) => ({
    review: undefined,
    decisions: UNDECIDED,
    fileId: null,
    activeId: null,
    opened: new Set(),
    lost: '',
    turn: 0,
    reading: 0,
    take(review, wasCut = false) {
      const { review: before, decisions, fileId, lost } = get()
      const known = {
        changes: { ...applied.changes, ...decisions.changes },
        additions: { ...applied.additions, ...decisions.additions },
      }
      const kept = decisionsWithin(review, before ?? null, known, written)
      set({
        review,
        decisions: kept.decisions,
        fileId: review?.files.some(file => file.id === fileId) ? fileId : null,
        lost: wasCut && before && !review ? CUT : lostWords(kept.moved) || lost,
      })
    },
    decide: choices =>
      set(state => {
        const changes = { ...state.decisions.changes }
        for (const [id, optionId] of choices) {
          if (optionId === null) delete changes[id]
          else changes[id] = optionId
        }
        return { decisions: { ...state.decisions, changes } }
      }),
    decideAddition: (id, accept, principleId) =>
      set(state => {
        const additions = { ...state.decisions.additions }
        const named = principleId === undefined ? (additions[id]?.principleId ?? null) : principleId
        if (accept === null) delete additions[id]
        else additions[id] = { accept, principleId: named }
        return { decisions: { ...state.decisions, additions } }
      }),
    narrow: fileId => set({ fileId }),
    moveTo: activeId => set({ activeId }),
    open: (id, isOpen) =>
      set(state => {
        const opened = new Set(state.opened)
        if (isOpen) opened.add(id)
        else opened.delete(id)
        return { opened }
      }),
    forgetLost: () => set({ lost: '' }),
    askAgain: () => set(state => ({ turn: state.turn + 1 })),
    read(by) {
      // A file that is read again is open again.
      applied = UNDECIDED
      set(state => ({ reading: state.reading + by }))
    },
    startApplying() {
      sent = get().decisions
      written = new Set(Object.keys(sent.changes).filter(id => sent.changes[id] !== 'now'))
    },
    endApplying(wasWritten) {
      written = new Set()
      applied = wasWritten ? sent : UNDECIDED
      // What was decided meanwhile stays.
      const { changes, additions } = get().decisions
      set({
        decisions: wasWritten
          ? { changes: without(changes, sent.changes), additions: without(additions, sent.additions) }
          : { changes: { ...sent.changes, ...changes }, additions: { ...sent.additions, ...additions } },
      })
    },
  }))
}

function without<T>(all: Readonly<Record<string, T>>, taken: object): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => !(id in taken)))
}
