import { useSyncExternalStore } from 'react'
import { isObject } from '../../shared/rules/keep-unknown.ts'

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

/** What makes no sense is dropped; what a newer Ninefold wrote stays, and is written back with the rest. */
function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (!isObject(stored)) return usual
    const wrong = Object.keys(usual).filter(name => typeof stored[name] !== 'boolean')
    return { ...stored, ...usual, ...without(stored, wrong) } as Preferences
  } catch {
    return usual
  }
}

function without(stored: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !names.includes(name)))
}
