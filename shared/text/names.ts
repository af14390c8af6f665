/** A reference as people say it: `E-07`, `A-12`. */
export function refOf(kind: 'action' | 'evidence', ref: number): string {
  return `${kind === 'action' ? 'A' : 'E'}-${String(ref).padStart(2, '0')}`
}
