import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { EvidenceRow } from './evidence-rows.ts'

type Handlers = {
  readonly columns: number
  readonly selectedId: string | null
  readonly onOpen: (id: string) => void
  /** A column's name was chosen. */
  readonly onHead: (column: number) => void
}

/** A row with two lines in it, in pixels: what a page key moves by is counted in these. */
const ROOMY_ROW = 61

/** Where the keys stand in the grid: a row, found again by its id however it is sorted, or a column's name. */
export function useGridKeys(rows: readonly EvidenceRow[], on: Handlers) {
  const grid = useRef<HTMLTableElement>(null)
  const [rowId, setRowId] = useState<string | null>(null)
  const [head, setHead] = useState<number | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const wantsFocus = useRef(false)
  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex(row => row.id === id))
  const known = indexOf(rowId)
  const at = Math.max(0, known >= 0 ? known : indexOf(on.selectedId))
  const latest = useRef(on)
  latest.current = on
  const open = useCallback((id: string) => {
    setRowId(id)
    setHead(null)
    latest.current.onOpen(id)
  }, [])

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const target = head === null ? `[data-row="${at}"]` : `[data-head="${head}"]`
    const element = grid.current?.querySelector<HTMLElement>(target)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, head])

  function go(to: { row?: number; head?: number }) {
    if (to.head === undefined && head === null && to.row === at) return
    wantsFocus.current = true
    setHead(to.head ?? null)
    if (to.row !== undefined) setRowId(rows[to.row]?.id ?? null)
  }

  function onKeyDown(event: KeyboardEvent, height: number) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const isChoice = event.key === 'Enter' || event.key === ' '
    if (head !== null) {
      const to = inHead(event.key, head, on.columns)
      if (isChoice) on.onHead(head)
      else if (event.key === 'ArrowDown' && rows.length > 0) go({ row: at })
      else if (to !== null) go({ head: to })
      else return
    } else if (isChoice && rows[at]) open(rows[at].id)
    else if (event.key === 'ArrowUp' && at === 0) go({ head: 1 })
    else {
      const page = Math.max(1, Math.floor(height / ROOMY_ROW) - 1)
      const to = inRows(event.key, at, rows.length, page)
      if (to === null) return
      go({ row: to })
    }
    event.preventDefault()
  }

  return {
    grid,
    /** The row that Tab comes to. */
    at,
    /** The column whose name has the focus. */
    head,
    /** The row that stays drawn because the focus is in it, or -1. */
    kept: hasFocus && head === null ? at : -1,
    open,
    onKeyDown,
    onFocus(event: FocusEvent) {
      setFocus(true)
      const { row, head: column } = (event.target as HTMLElement).dataset
      if (column !== undefined) setHead(Number(column))
      if (row === undefined) return
      setHead(null)
      setRowId(rows[Number(row)]?.id ?? null)
    },
    onBlur: () => setFocus(false),
  }
}

function inHead(key: string, at: number, columns: number): number | null {
  if (key === 'ArrowRight') return Math.min(columns - 1, at + 1)
  if (key === 'ArrowLeft') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? columns - 1 : null
}

function inRows(key: string, at: number, rows: number, page: number): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows - 1,
  }
  return key in to ? Math.max(0, Math.min(rows - 1, to[key]!)) : null
}
