import { useCallback, useSyncExternalStore } from 'react'
import { useAbout } from './select.ts'

/** What the scribe's window tells the presenter's: nothing of any count. */
export type Projected = {
  /** The room the scribe is in; its id names round and area. */
  readonly room: string
  /** Votes are cut by organisation. */
  readonly byType: boolean
}

const usual: Projected = { room: '', byType: false }

/**
 * What is on the projector, and how to change it. The windows of one workbook share it, and no other workbook's: two rooms may meet
 * on one computer.
 */
export function useProjected(): readonly [Projected, (set: Partial<Projected>) => void] {
  const key = `ninefold.presenter.${useAbout().uid}`
  const said = useSyncExternalStore(
    useCallback(notify => listen(key, notify), [key]),
    () => wordsOf(key),
  )
  const set = useCallback(
    (more: Partial<Projected>) => {
      const text = JSON.stringify({ ...read(wordsOf(key)), ...more })
      known.set(key, text)
      try {
        localStorage.setItem(key, text)
      } catch {
        // Storage is off: it holds for this window only.
      }
      for (const { notify } of listeners) notify()
    },
    [key],
  )
  return [read(said), set]
}

const known = new Map<string, string>()
const listeners = new Set<{ readonly notify: () => void }>()

function listen(key: string, notify: () => void): () => void {
  const listener = { notify }
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return
    known.delete(key)
    notify()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

function wordsOf(key: string): string {
  if (!known.has(key)) known.set(key, stored(key))
  return known.get(key)!
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function read(text: string): Projected {
  try {
    return { ...usual, ...JSON.parse(text || '{}') }
  } catch {
    return usual
  }
}
