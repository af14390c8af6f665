import { useEffect, useRef } from 'react'
import { preferences } from '../../state/preferences.ts'

type CountKeys = {
  readonly press: (level: number, isShift: boolean) => void
  /** One row down or up. */
  readonly move?: (by: 1 | -1) => void
}

/**
 * Lets digits count and arrows go to the next row while the focus is on none of the cells, as after a menu or the clock: a scribe
 * looks at hands, not at the screen. Fields, menus and windows keep their keys, and the habit without single keys is kept.
 */
export function useCountKeys(keys: CountKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const level = levelOfKey(event)
      const target = event.target instanceof HTMLElement ? event.target : null
      // On the button of a menu an arrow opens the menu.
      const by = latest.current.move && !target?.ariaHasPopup ? rowsOfKey(event) : null
      if ((level === null && by === null) || event.defaultPrevented || !preferences().singleKeys) return
      if (target?.closest(TAKEN)) return
      event.preventDefault()
      if (level !== null) latest.current.press(level, event.shiftKey)
      else latest.current.move?.(by!)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const TAKEN = 'input, textarea, select, [role=menu], [role=listbox], [role=dialog], .room-grid, .room-people'

/** How many rows down an arrow goes; `null` for any other key. */
export function rowsOfKey(event: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}): 1 | -1 | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
}

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
