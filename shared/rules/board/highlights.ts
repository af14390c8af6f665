import type { Day } from '../../model/fields.ts'
import type { Framework, Principle } from '../../model/framework.ts'
import type { AreaId, RoundId } from '../../model/ids.ts'
import type { Rating } from '../../model/rating.ts'
import { agreementBrief } from '../../text/agreement.ts'
import { ageOf, count } from '../../text/dates.ts'
import { levelNameOf } from '../../text/levels.ts'
import { confidenceWords } from '../../text/words.ts'
import { evidenceAgeOf } from '../evidence-age.ts'
import { type Exception, type ExceptionReads, exceptionsOf } from '../exceptions.ts'
import { agreementIn, type Reads, ratingOf, roundBefore } from '../select.ts'

/** How many of each a summary shows. */
const SHOWN = 3

/** A strength starts here: below, work has hardly begun. */
const STRONG_LEVEL = 2

export type Highlights = { readonly strengths: readonly string[]; readonly concerns: readonly string[] }

type HighlightReads = ExceptionReads & Reads<'rounds'>

type At = { readonly areaId: AreaId; readonly roundId: RoundId }

/**
 * Up to three strengths and three concerns of an area, each a sentence. A strength is a principle rated 2 or more, not
 * split, not lower than last round, with evidence of the last twelve months; the highest level first, then a rise,
 * confidence and the number. A concern is a principle with exceptions or that was not discussed; most exceptions first,
 * then the lowest level; several that were not discussed and have no exceptions are one sentence. A principle may be
 * both: well rated, and its plan late.
 */
export function highlightsOf(
  rows: HighlightReads,
  framework: Pick<Framework, 'principles' | 'scale'>,
  at: At,
  today: Day,
): Highlights {
  const exceptions = exceptionsOf(rows, framework, at.areaId, at.roundId, today)
  const looks = framework.principles.map(principle => look(rows, framework, principle, at, exceptions, today))
  const strengths = looks.filter(one => one.isStrong).sort(byStrength)
  const concerns = looks
    .filter(one => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order || a.principle.number - b.principle.number)
  const open = concerns.filter(one => one.isOnlyOpen)
  const isTogether = open.length > 1
  const sentences = concerns
    .filter(one => !isTogether || !one.isOnlyOpen || one === open[0])
    .map(one => (isTogether && one === open[0] ? openSentence(open, looks.length) : one.concern))
  return {
    strengths: strengths.slice(0, SHOWN).map(one => one.strength),
    concerns: sentences.slice(0, SHOWN),
  }
}

/** `3 principles are not discussed yet: 7, 8 and 9.` One line each would crowd out what is known to be wrong. */
function openSentence(open: readonly Look[], all: number): string {
  if (open.length === all) return 'No principle has been discussed yet.'
  const numbers = open.map(one => one.principle.number)
  return `${open.length} principles are not discussed yet: ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}.`
}

type Look = {
  readonly principle: Principle
  readonly isStrong: boolean
  readonly level: number
  readonly rise: number
  readonly confidence: number
  readonly weight: number
  /** Not discussed, and nothing else to say of it. */
  readonly isOnlyOpen: boolean
  /** The level now; what has none comes after what has one. */
  readonly order: number
  readonly strength: string
  readonly concern: string
}

function look(
  rows: HighlightReads,
  framework: Pick<Framework, 'scale'>,
  principle: Principle,
  at: At,
  exceptions: readonly Exception[],
  today: Day,
): Look {
  const key = { ...at, principleId: principle.id }
  const rating = ratingOf(rows, key)
  const before = roundBefore(rows, at.roundId)
  const last = before ? ratingOf(rows, { ...key, roundId: before.id }) : undefined
  const level = levelOf(rating)
  const was = levelOf(last)
  const age = evidenceAgeOf(rows, key, today)
  const agreement = rating ? agreementIn(rows, rating.id) : ({ verdict: 'no-votes' } as const)
  const own = exceptions.filter(exception => exception.principleId === principle.id)
  const isOpen = (rating?.state ?? 'not-discussed') === 'not-discussed'
  const name = levelNameOf(framework.scale, level)
  const rise = level !== null && was !== null ? level - was : 0
  const title = `${principle.number} ${principle.title}`
  const isProven = agreement.verdict !== 'split' && age.isRecent
  const isStrong = level !== null && level >= STRONG_LEVEL && isProven && rise >= 0
  const strengthWords = [
    `level ${level} ${name}`,
    rise > 0 ? `up from ${was}` : '',
    agreement.verdict === 'agreed' ? 'agreed' : '',
    rating?.confidence ? `with ${confidenceWords[rating.confidence].toLowerCase()} confidence` : '',
    age.newestOn ? evidenceWords(age.items, ageOf(age.newestOn, today)) : '',
  ]
  const concernWords = [
    isOpen ? 'not discussed yet' : level === null ? '' : `level ${level} ${name}`,
    rise < 0 ? `down from ${was}` : '',
    agreement.verdict === 'split' && level !== null ? agreementBrief(agreement).toLowerCase() : '',
    ...problemWords(own),
  ]
  return {
    principle,
    isStrong,
    level: level ?? -1,
    rise,
    confidence: rating?.confidence ? ['low', 'medium', 'high'].indexOf(rating.confidence) : -1,
    weight: own.length + (isOpen ? 1 : 0),
    isOnlyOpen: isOpen && own.length === 0,
    order: level ?? 5,
    strength: `${title}: ${strengthWords.filter(Boolean).join(', ')}.`,
    concern: `${title}: ${concernWords.filter(Boolean).join(', ')}.`,
  }
}

/** `on 3 items of evidence, the newest 5 weeks old`. */
function evidenceWords(items: number, age: string): string {
  return items === 1
    ? `on 1 item of evidence, ${age} old`
    : `on ${items} items of evidence, the newest ${age} old`
}

function byStrength(a: Look, b: Look): number {
  return (
    b.level - a.level ||
    b.rise - a.rise ||
    b.confidence - a.confidence ||
    a.principle.number - b.principle.number
  )
}

/** The exceptions of a principle, counted: the split is said with its range elsewhere. */
function problemWords(own: readonly Exception[]): string[] {
  const of = (...kinds: readonly Exception['kind'][]) => own.filter(one => kinds.includes(one.kind))
  const late = of('late', 'late-green')
  const longest = Math.max(0, ...late.map(one => one.days))
  return [
    late.length === 1
      ? `1 action ${count(longest, 'day')} late`
      : late.length > 1
        ? `${late.length} actions late, by up to ${count(longest, 'day')}`
        : '',
    of('waiting').length > 0 ? `${count(of('waiting').length, 'action')} waiting on others` : '',
    of('old-evidence').length > 0 ? 'no recent evidence' : '',
    of('no-action').length > 0 ? 'no open action for its target' : '',
    of('unassigned').length > 0
      ? `${count(of('unassigned').length, 'action')} without an owner or a date`
      : '',
  ]
}

function levelOf(rating: Rating | undefined): number | null {
  return rating?.state === 'rated' ? rating.level : null
}
