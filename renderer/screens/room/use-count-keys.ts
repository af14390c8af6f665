import { useEffect, useRef } from 'react'
import { preferences } from '../../state/preferences.ts'

/**
 * Lets digits count while the focus is on none of the cells, as after a menu: a scribe looks at hands, not at the screen. Fields,
 * menus and windows keep their keys, and the habit without single keys is kept.
 */
export function useCountKeys(press: (level: number, isShift: boolean) => void): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const level = levelOfKey(event)
      if (level === null || event.defaultPrevented || !preferences().singleKeys) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest(TAKEN)) return
      event.preventDefault()
      latest.current(level, event.shiftKey)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const TAKEN = 'input, textarea, select, [role=menu], [role=listbox], [role=dialog], .room-grid, .room-people'

/** The level of a digit key, with or without Shift and on the number pad too; `null` for any other key. */
export function levelOfKey(event: {
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}): number | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  const digit = /^(?:Digit|Numpad)([0-4])$/.exec(event.code)?.[1]
  return digit === undefined ? null : Number(digit)
}
