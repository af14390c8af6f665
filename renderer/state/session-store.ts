import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Saved } from '../../shared/contract/outcome.ts'
import type { AreaId, RoundId } from '../../shared/model/ids.ts'

/** A short word to the user at the foot of the window: an undo offer, a problem in one sentence. */
export type Notice = {
  readonly id: number
  readonly tone: 'done' | 'problem'
  readonly sentence: string
  /** An offered next step: a command of the registry. */
  readonly commandId?: string
  /** The file it speaks of, which the shell may be able to open. */
  readonly saved?: Saved
}

/** Selection and layout of this window. Never saved in the workbook. */
export type SessionState = {
  readonly areaId: AreaId
  readonly roundId: RoundId
  readonly isRailFolded: boolean
  readonly notices: readonly Notice[]
  /** What a check of the workbook found wrong, a sentence each; empty until it has, and when it is sound. */
  readonly damage: readonly string[]
  /** How many things the last check of this session found; `null` when none has ended. */
  readonly problemsFound: number | null
  /** How each screen was left, by a key of its own: filters, columns, options. */
  readonly memory: Readonly<Record<string, unknown>>
  choose(area: { areaId?: AreaId; roundId?: RoundId }): void
  foldRail(isFolded: boolean): void
  remember(key: string, value: unknown): void
  /** Says something to the user. Problems stay until dismissed; good news fades, or gives way to the next word. */
  say(notice: Omit<Notice, 'id'>): void
  dismiss(id: number): void
  setDamage(damage: readonly string[]): void
  /** What a check that ended found. */
  checked(damage: readonly string[]): void
}

/** The store of one window. */
export type SessionStore = StoreApi<SessionState>

/** A window that looks at this area and round. */
export function createSessionStore(areaId: AreaId, roundId: RoundId): SessionStore {
  let nextNotice = 1
  return createStore<SessionState>()(set => ({
    areaId,
    roundId,
    isRailFolded: false,
    notices: [],
    damage: [],
    problemsFound: null,
    memory: {},
    choose: chosen => set(chosen),
    foldRail: isRailFolded => set({ isRailFolded }),
    remember: (key, value) => set(state => ({ memory: { ...state.memory, [key]: value } })),
    say: notice =>
      set(state => ({
        notices: [
          ...state.notices
            .filter(old => old.tone === 'problem' && old.sentence !== notice.sentence)
            .slice(-2),
          { ...notice, id: nextNotice++ },
        ],
      })),
    setDamage: damage => set({ damage }),
    checked: damage => set({ damage, problemsFound: damage.length }),
    dismiss: id => set(state => ({ notices: state.notices.filter(notice => notice.id !== id) })),
  }))
}
