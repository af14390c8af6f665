import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { isTyping } from '../../state/pasted.ts'
import { preferences } from '../../state/preferences.ts'
import { acceptOption, canAdd } from './decide.ts'
import type { Handlers } from './handlers.ts'
import type { Item } from './items.ts'

type Cursor = {
  readonly items: readonly Item[]
  /** The item with the cursor, and where it stands in the list. */
  readonly active: Item | undefined
  readonly at: number
  readonly tops: Float64Array
  readonly height: number
  readonly on: Handlers
  readonly moveTo: (id: string) => void
}

/**
 * The keys of the list: arrows and page keys move over changes, letters and figures decide. While the focus is nowhere in
 * particular, up and down bring it to the list; no letter decides there, where nobody sees on what.
 */
export function useCursor(list: RefObject<HTMLElement | null>, cursor: Cursor) {
  const { items, active, at, on } = cursor
  const wantsFocus = useRef(false)
  const follows = useRef(0)

  useLayoutEffect(() => {
    const row = active && rowOf(list.current, active.id)
    if (!row) return
    if (wantsFocus.current) {
      wantsFocus.current = false
      row.focus({ preventScroll: true })
      // Heights around a far jump are guesses: look again once they were measured.
      follows.current = 2
    }
    if (follows.current > 0 && document.activeElement === row) {
      follows.current--
      row.scrollIntoView({ block: 'nearest' })
    }
  })

  const goHere = useRef(() => {})
  goHere.current = () => go(at)
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || event.defaultPrevented) return
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      if (target !== document.body && target !== document.getElementById('main')) return
      event.preventDefault()
      goHere.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  function go(index: number | undefined): void {
    const item = index === undefined ? undefined : items[index]
    if (!item) return
    wantsFocus.current = true
    cursor.moveTo(item.id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const isChoosing = target instanceof HTMLSelectElement
    if (key === 'Escape' && active && target !== rowOf(list.current, active.id)) go(at)
    else if (isChoosing || (isTyping(target) && !isRadio(target))) return
    else if (isMove(key)) go(movedTo(key, cursor))
    else if (active && preferences().singleKeys && decided(active, event, on, items)) event.stopPropagation()
    else return
    event.preventDefault()
  }

  return { onKeyDown }
}

/** The row of an item, if it is drawn. */
export function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null
}

/** Whether an item takes the cursor. */
export function isStop(item: Item): boolean {
  return item.kind === 'change' || item.kind === 'addition'
}

function isMove(key: string): boolean {
  return ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].includes(key)
}

/** The item a key takes the cursor to. A page key goes as far as the window is high. */
function movedTo(key: string, { items, at, tops, height }: Cursor): number | undefined {
  const stops = items.flatMap((item, index) => (isStop(item) ? [index] : []))
  const here = stops.indexOf(at)
  switch (key) {
    case 'ArrowUp':
      return stops[Math.max(0, here - 1)]
    case 'ArrowDown':
      return stops[Math.min(stops.length - 1, here + 1)]
    case 'Home':
      return stops[0]
    case 'End':
      return stops.at(-1)
    case 'PageUp':
      return stops.findLast(index => index < at && tops[index]! <= tops[at]! - height * 0.8) ?? stops[0]
    default:
      return stops.find(index => index > at && tops[index]! >= tops[at]! + height * 0.8) ?? stops.at(-1)
  }
}

/** Decides by a letter or a figure; gives whether the key was one of ours. */
function decided(item: Item, event: KeyboardEvent, on: Handlers, items: readonly Item[]): boolean {
  const key = event.key.toLowerCase()
  if (key === 'a' || key === 'r') {
    if (event.shiftKey && item.kind === 'change') decideSubject(item.change.subject.rowId, key, on, items)
    else if (item.kind === 'addition') decideAddition(item, key, on)
    else if (item.kind === 'change') decideChange(item, key, on)
    return true
  }
  if (item.kind !== 'change') return false
  if (key === 'backspace' || key === 'delete') {
    on.choose(item.change, null)
    return true
  }
  if (item.change.state !== 'conflict' || !/^[1-9]$/.test(key)) return false
  const option = item.change.options[Number(key) - 1]
  if (option) on.choose(item.change, option.id)
  return true
}

function decideChange({ change }: Extract<Item, { kind: 'change' }>, key: string, on: Handlers): void {
  const accept = acceptOption(change)
  if (key === 'r') on.choose(change, 'now')
  else if (accept) on.choose(change, accept)
  else if (change.state === 'conflict') on.say(`Choose one of ${change.options.length}, by its number.`)
  else on.say('It cannot be read, so it can only be refused.')
}

function decideAddition({ addition }: Extract<Item, { kind: 'addition' }>, key: string, on: Handlers): void {
  if (key === 'r') on.add(addition, false)
  else if (addition.problem) on.say(addition.problem)
  else {
    on.add(addition, true)
    if (!canAdd(addition, null)) on.say('Choose its principle, so that it can be added.')
  }
}

function decideSubject(rowId: string, key: string, on: Handlers, items: readonly Item[]): void {
  const changes = items.flatMap(item =>
    item.kind === 'change' && item.change.subject.rowId === rowId ? [item.change] : [],
  )
  if (key === 'a') on.acceptAll(changes, [])
  else on.refuseAll(changes, [])
}

function isRadio(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio'
}
