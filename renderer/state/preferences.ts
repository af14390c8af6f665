import { useSyncExternalStore } from 'react'

/** Habits of this person on this machine. Never in the workbook. */
type Preferences = {
  readonly singleKeys: boolean
  readonly railFolded: boolean
  /** A dark ground in the presenter's window, for a projector in a bright room. */
  readonly darkPresenter: boolean
}

const KEY = 'ninefold.preferences'
const usual: Preferences = {
  singleKeys: true,
  railFolded: false,
  darkPresenter: false,
}
const listeners = new Set<() => void>()
let known: Preferences | null = null

/** The habits as they are now. */
export function preferences(): Preferences {
  known ??= read()
  return known
}

/** Changes one, for good where storage is on. */
export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  known = { ...preferences(), [name]: value }
  try {
    localStorage.setItem(KEY, JSON.stringify(known))
  } catch {
    // Storage is off: it holds for this window only.
  }
  for (const listener of listeners) listener()
}

/** The habits, drawn anew when one changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(listener => {
    const onStorage = (event: StorageEvent) => {
      // Another window changed a habit.
      if (event.key !== KEY) return
      known = null
      listener()
    }
    listeners.add(listener)
    window.addEventListener('storage', onStorage)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', onStorage)
    }
  }, preferences)
}

function read(): Preferences {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return usual
  }
}
