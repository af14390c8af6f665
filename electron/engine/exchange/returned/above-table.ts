import type { MarkRows } from '../file-marks.ts'
import { findReturnCode, MARKS_FORMAT } from '../marks.ts'
import type { SheetRow } from './find-table.ts'
import { Refusal } from './refusals.ts'

/** The rows of the hidden sheet, known by its content: shown, renamed or moved it still counts. `null` of another sheet. */
export function markRowsIn(rows: readonly SheetRow[]): MarkRows | null {
  const pairs = rows.map(({ cells }): [string, string] => [
    cells.get(0)?.text ?? '',
    cells.get(1)?.text ?? '',
  ])
  const said = new Map(pairs.map(([name, value]) => [name.trim(), value.trim()]))
  if (!said.has('sentFileId') || !said.has('format')) return null
  // What a newer format says may make no sense here, so this is asked first.
  if (Number(said.get('format')) > MARKS_FORMAT) throw new Refusal('newer')
  return pairs
}

/** The return code in any of these rows, as an id. */
export function returnCodeIn(rows: readonly SheetRow[]): string | null {
  for (const { cells } of rows)
    for (const { text } of cells.values()) {
      const found = text.length < 10_000 ? findReturnCode(text) : null
      if (found) return found
    }
  return null
}

/** Labels in column A with what stands beside them. */
export function labelsIn(rows: readonly SheetRow[]): [string, string][] {
  return rows.flatMap(({ cells }): [string, string][] => {
    const label = cells
      .get(0)
      ?.text.replace(/\s+/g, ' ')
      .replace(/[:\s]+$/, '')
      .trim()
    const beside = [...cells.keys()].filter(column => column > 0).sort((a, b) => a - b)
    return label && beside.length > 0 ? [[label, cells.get(beside[0]!)!.text]] : []
  })
}
