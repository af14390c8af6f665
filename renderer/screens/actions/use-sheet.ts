import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Cell, isTyping, moved } from './cursor.ts'
import type { Then } from './text-editor.tsx'
import { useCursor } from './use-cursor.ts'
import type { Edits } from './use-edits.ts'
import type { Plan } from './use-plan.ts'

export type SheetHandlers = {
  plan: Plan
  edits: Edits
  canEdit: boolean
  selectedId: string | null
  onSelect: (id: string | null) => void
  /** Open the panel of an action, or its form for an update. */
  onOpen: (id: string, at: 'panel' | 'update') => void
}

/** The cursor, the open cell and what keys, pointer and clipboard do to them. */
export function useSheet(props: SheetHandlers, grid: RefObject<HTMLElement | null>, page: number) {
  const { plan, edits, canEdit, selectedId, onSelect } = props
  const { rows, columns } = plan
  const lastRow = canEdit ? rows.length : rows.length - 1
  const cursor = useCursor(plan, lastRow)
  const [typed, setTyped] = useState<{ readonly text: string | null } | null>(null)
  const wantsFocus = useRef(false)
  // Counts moves: one to the cell where the cursor already is must bring the focus too.
  const [moves, setMoves] = useState(0)
  const { at, range } = cursor
  const active = rows[at.row]
  const column = columns[at.column]

  // A link or the panel chose another action.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the choice changes
  useEffect(() => {
    const row = rows.findIndex(each => each.id === selectedId)
    if (row >= 0 && row !== at.row) cursor.go({ row, column: at.column })
  }, [selectedId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move and each edit
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>('[tabindex="0"]')
    if (wantsFocus.current && !typed) {
      cell?.focus({ preventScroll: true })
      wantsFocus.current = false
    }
    if (grid.current?.contains(document.activeElement))
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [moves, at.row, at.column, typed, rows])

  function go(cell: Cell, extend = false): void {
    wantsFocus.current = true
    setMoves(moves + 1)
    setTyped(null)
    cursor.go(cell, extend)
    if (rows[cell.row]) onSelect(rows[cell.row]!.id)
  }

  function sortBy(columnId: string): void {
    const { sort } = plan.view
    const isSame = sort?.columnId === columnId
    plan.setView({ ...plan.view, sort: isSame && sort.isDown ? null : { columnId, isDown: isSame } })
  }

  function edit(text: string | null): void {
    if (!column) return
    if (at.row < 0) {
      sortBy(column.id)
      return
    }
    if (active && (column.editor === 'none' || !canEdit)) {
      props.onOpen(active.id, column.id === 'progress' && canEdit ? 'update' : 'panel')
      return
    }
    if (!active) {
      if (!canEdit) return
      const words = columns.findIndex(each => each.id === 'action')
      cursor.go({ row: at.row, column: Math.max(0, words) })
    }
    setTyped({ text })
  }

  function close(then: Then): void {
    wantsFocus.current = then !== 'stay' || isInside(grid.current)
    setTyped(null)
    if (then === 'stay') return
    const [down, right] = STEPS[then]
    const row = Math.max(0, Math.min(lastRow, at.row + down))
    go({ row, column: Math.max(0, Math.min(columns.length - 1, at.column + right)) })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (typed || event.nativeEvent.isComposing || !column) return
    const size = { rows: lastRow + 1, columns: columns.length, page }
    const to = event.altKey ? null : at.row < 0 ? inHead(event, at, size) : moved(at, event, size)
    const isToHead = at.row === 0 && event.key === 'ArrowUp' && !event.shiftKey
    if (to) go(isToHead ? { ...at, row: -1 } : to, event.shiftKey)
    else if (event.key === 'Enter' || event.key === 'F2') edit(null)
    else if (event.key === ' ' && at.row < 0) sortBy(column.id)
    else if (event.key === ' ' && active) props.onOpen(active.id, 'panel')
    else if (at.row < 0) return
    else if (isClear(event) && canEdit) edits.clear(range)
    else if (event.key === 'ArrowDown' && event.altKey && column.editor === 'choice') edit(null)
    else if (isTyping(event) && canEdit && (!active || column.editor !== 'none')) edit(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onPointer(event: MouseEvent, kind: 'press' | 'drag' | 'double'): void {
    const cell = cellAt(event.target as Element)
    if (!cell) return
    if (kind === 'drag') {
      if (event.buttons === 1 && cell.row >= 0 && isInside(grid.current) && !typed) go(cell, true)
    } else if (event.button === 0) {
      event.preventDefault()
      if (kind === 'press' && cell.row < 0) sortBy(columns[cell.column]!.id)
      if (kind === 'press') go(cell, event.shiftKey)
      else if (cell.row >= 0) edit(null)
    }
  }

  function onClipboard(event: ClipboardEvent): void {
    const data = event.clipboardData
    if (typed || at.row < 0 || !data || event.defaultPrevented || !isInside(grid.current)) return
    event.preventDefault()
    if (event.type === 'paste') {
      if (canEdit) edits.paste(data.getData('text/plain'), range)
      return
    }
    data.setData('text/plain', edits.copied(range))
    if (event.type === 'cut' && canEdit) edits.clear(range)
  }
  useClipboard(onClipboard)

  return { at, range, active, column, typed, close, onKeyDown, onPointer }
}

/** With no text marked, some versions of Chromium send these events to the page's body rather than to the focused cell. */
function useClipboard(listener: (event: ClipboardEvent) => void): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const listening = new AbortController()
    for (const type of ['copy', 'cut', 'paste'] as const)
      document.addEventListener(type, event => latest.current(event), { signal: listening.signal })
    return () => listening.abort()
  }, [])
}

const STEPS = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] } as const

function inHead(event: KeyboardEvent, at: Cell, size: { rows: number; columns: number; page: number }) {
  if (event.key === 'ArrowUp') return null
  if (event.key === 'ArrowDown') return size.rows > 0 ? { ...at, row: 0 } : null
  if (event.key.startsWith('Page')) return null
  const to = moved({ ...at, row: 0 }, event, size)
  return to && { ...to, row: -1 }
}

function isClear(event: KeyboardEvent): boolean {
  return event.key === 'Delete' || event.key === 'Backspace'
}

function isInside(grid: HTMLElement | null): boolean {
  return grid?.contains(document.activeElement) ?? false
}

/** The cell under the pointer, unless it is being typed in. */
function cellAt(target: Element): Cell | null {
  if (target.closest('.sheet-editor, .sheet-choices')) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('[data-row]')
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null
}
