import { createHash } from 'node:crypto'
import type { Finding, FindingPlace } from '../../../shared/contract/identifier.ts'
import type { Day } from '../../../shared/model/fields.ts'
import { IdentifierKind } from '../../../shared/model/identifier.ts'
import type { Found } from '../../../shared/rules/identifiers/found.ts'
import { findIdentifiers } from './find-all.ts'
import type { Passage, Place } from './passage.ts'

/** A text is looked through in pieces of so many characters, and the next begins a little before the last ended. */
const PIECE = 16_384
const OVERLAP = 320

/** So many characters of the text are shown before a find and behind it. */
const AROUND = 70
/** So many places of one find are told; the others are counted. */
const MOST_PLACES = 5
/** So many different finds are listed; the others are counted. */
const MOST_FINDINGS = 300

/** A find in its place. */
export type Hit = { readonly found: Found; readonly place: FindingPlace }

/** The finds of a text, a piece at a time: between two pieces others may have their turn. */
export function* hitsIn(
  { text, place, namesPeople, knownNames = '' }: Passage,
  today: Day,
): Generator<Hit[]> {
  let from = 0
  let told = 0
  do {
    const end = from + PIECE >= text.length ? text.length : breakBefore(text, from + PIECE)
    const start = Math.max(0, from - OVERLAP)
    const found = findIdentifiers(text.slice(start, end), today)
      .filter(find => find.kind !== 'name' || !(namesPeople || knownNames.includes(find.text)))
      .map(find => ({ ...find, start: find.start + start, end: find.end + start }))
      // What touches the end of a piece may go on: the next piece has it whole.
      .filter(find => find.start >= told && (end === text.length || find.end < end - OVERLAP / 2))
    if (found.length > 0) told = found.at(-1)!.end
    yield found.map(find => ({ found: find, place: inPlace(text, find, place) }))
    from = end
  } while (from < text.length)
}

/** Gathers finds into what is listed: each once, with its places, without what was cleared. */
export function collectFindings(uid: string, cleared: ReadonlySet<string>) {
  const findings = new Map<string, Finding & { places: FindingPlace[]; placeCount: number }>()
  return {
    add({ found, place }: Hit): void {
      const key = keyOf(uid, found)
      if (cleared.has(key)) return
      const known = findings.get(key)
      if (!known) {
        const { kind, text, why } = found
        findings.set(key, { key, kind, text: shown(text), why, places: [place], placeCount: 1 })
      } else {
        known.placeCount++
        if (known.places.length < MOST_PLACES) known.places.push(place)
      }
    },
    report(): { findings: Finding[]; more: number } {
      const all = [...findings.values()].sort(
        (a, b) => IdentifierKind.options.indexOf(a.kind) - IdentifierKind.options.indexOf(b.kind),
      )
      return { findings: all.slice(0, MOST_FINDINGS), more: Math.max(0, all.length - MOST_FINDINGS) }
    },
  }
}

/** By which a find is known again while its words stay the same. */
export function keyOf(uid: string, { kind, text }: Pick<Found, 'kind' | 'text'>): string {
  return createHash('sha256')
    .update(JSON.stringify([uid, kind, text.replace(/\s+/g, ' ')]))
    .digest('hex')
}

function inPlace(text: string, { start, end }: Found, place: Place): FindingPlace {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return {
    ...place,
    before: start > AROUND ? `…${shown(before).replace(/^\S*\s/, '')}` : shown(before).trimStart(),
    after: end + AROUND < text.length ? `${shown(after).replace(/\s\S*$/, '')}…` : shown(after).trimEnd(),
  }
}

/** One line of it, and no half of a sign that takes two. */
function shown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}

/** The last gap between words before `end`, so that few finds are cut. */
function breakBefore(text: string, end: number): number {
  for (let at = end; at > end - OVERLAP; at--) if (/\s/.test(text[at]!)) return at
  return end
}
