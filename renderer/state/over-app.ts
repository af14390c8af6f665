import { create } from 'zustand'

/** What lies over the whole app, with or without a workbook. */
export type OverApp = 'about' | 'support'

type OverAppState = {
  readonly shown: OverApp | null
  show(what: OverApp | null): void
}

/** One thing at a time, in this window. */
export const useOverApp = create<OverAppState>()(set => ({
  shown: null,
  show: shown => set({ shown }),
}))

/** Opens the About box or the details for support; `null` closes either. */
export function showOverApp(what: OverApp | null): void {
  useOverApp.getState().show(what)
}
