/** A cell by its place among the rows and columns shown. */
export type Cell = { readonly row: number; readonly column: number }

export type Size = { readonly rows: number; readonly columns: number; readonly page: number }

/** The block between two corners, both included. */
export type Range = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }

/** Where a key takes the cursor, as in a spreadsheet; `null` when it is not a key that moves. */
export function moved(from: Cell, { key, ctrlKey, metaKey }: Key, size: Size): Cell | null {
  const far = ctrlKey || metaKey
  const last = { row: size.rows - 1, column: size.columns - 1 }
  switch (key) {
    case 'ArrowUp':
      return within({ ...from, row: far ? 0 : from.row - 1 }, size)
    case 'ArrowDown':
      return within({ ...from, row: far ? last.row : from.row + 1 }, size)
    case 'ArrowLeft':
      return within({ ...from, column: far ? 0 : from.column - 1 }, size)
    case 'ArrowRight':
      return within({ ...from, column: far ? last.column : from.column + 1 }, size)
    case 'Home':
      return within({ row: far ? 0 : from.row, column: 0 }, size)
    case 'End':
      return within({ row: far ? last.row : from.row, column: last.column }, size)
    case 'PageUp':
      return within({ ...from, row: from.row - size.page }, size)
    case 'PageDown':
      return within({ ...from, row: from.row + size.page }, size)
    default:
      return null
  }
}

/** The nearest cell there is. */
export function within(cell: Cell, size: Pick<Size, 'rows' | 'columns'>): Cell {
  return {
    row: Math.max(0, Math.min(cell.row, size.rows - 1)),
    column: Math.max(0, Math.min(cell.column, size.columns - 1)),
  }
}

export function rangeOf(one: Cell, other: Cell): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

export function holds(range: Range, cell: Cell): boolean {
  return (
    cell.row >= range.top &&
    cell.row <= range.bottom &&
    cell.column >= range.left &&
    cell.column <= range.right
  )
}

/** Whether a key starts typing over a cell: one character, no modifier but Shift. */
export function isTyping(event: Key & { readonly altKey: boolean }): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' '
}
