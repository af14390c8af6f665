import type { IdentifierKind } from '../../model/identifier.ts'

/** Something found in a text: what it may be, where it stands (UTF-16 units), its words and why it was taken for one. */
export type Found = {
  readonly kind: IdentifierKind
  readonly start: number
  readonly end: number
  readonly text: string
  readonly why: string
}

/** The surest first: where two finds overlap, this one stays. */
const order: readonly IdentifierKind[] = [
  'email',
  'nhs-number',
  'chi-number',
  'date-of-birth',
  'phone',
  'postcode',
  'name',
]

/** Finds in the order of the text. Of two that overlap the surer one stays, and of two as sure the longer. */
export function withoutOverlaps(finds: readonly Found[]): Found[] {
  const best = [...finds].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  )
  // Kept by kind first: a kind is in order by itself, so each look is at a few neighbours only.
  const kept: Found[] = []
  const taken = new Set<number>()
  for (const find of best) {
    let isFree = true
    for (let at = find.start; at < find.end && isFree; at++) isFree = !taken.has(at)
    if (!isFree) continue
    for (let at = find.start; at < find.end; at++) taken.add(at)
    kept.push(find)
  }
  return kept.sort((a, b) => a.start - b.start)
}
