import type { Area } from '../model/workbook.ts'

/** A reference as people say it: `E-07`, `A-12`. */
export function refOf(kind: 'action' | 'evidence', ref: number): string {
  return `${kind === 'action' ? 'A' : 'E'}-${String(ref).padStart(2, '0')}`
}

/** The system is told apart from a place of the same name. */
export function nameOfArea(area: Area): string {
  return area.kind === 'system' ? `${area.name} (whole system)` : area.name
}
