import type { Cell, Sheet } from '../../electron/engine/exchange/sheet-model.ts'

/** Every cell of a sheet that a user's words may be in. */
export function textsOf(sheet: Sheet): string[] {
  const cells = sheet.rows.flat().filter((cell): cell is string => typeof cell === 'string')
  return [...sheet.lines.map(line => line.text), ...cells, ...sheet.notes.map(note => note.text)]
}

/** A row as its words by heading, blank cells left out. */
export function rowOf(sheet: Sheet, at: number): Record<string, Cell> {
  const entries = sheet.columns.map(
    (column, index) => [column.header, sheet.rows[at]?.[index] ?? null] as const,
  )
  return Object.fromEntries(entries.filter(([, cell]) => cell !== null && cell !== ''))
}
