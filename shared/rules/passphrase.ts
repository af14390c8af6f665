import type { Framework } from '../model/framework.ts'

/** As many words as leave nobody time to try them: each of a thousand is ten bits. */
const LEAST_BITS = 60

/**
 * A line of words picked by `random` from those of the framework, which are many and easy to type. It must give every number
 * below what it is asked for as often as any other.
 */
export function passphraseFrom(framework: Framework, random: (below: number) => number): string {
  const words = wordsOf(framework)
  const count = Math.max(6, Math.ceil(LEAST_BITS / Math.log2(words.length)))
  return Array.from({ length: count }, () => words[random(words.length)]!).join(' ')
}

/** Words of four to nine letters, once each. */
export function wordsOf({ principles, facts, glossary, examples }: Framework): string[] {
  const text = JSON.stringify([principles, facts, glossary, examples]).toLowerCase()
  return [...new Set(text.match(/(?<![\p{L}\p{N}-])[a-z]{4,9}(?![\p{L}\p{N}-])/gu) ?? [])].sort()
}

/**
 * How many guesses a password may take at most, as bits. Words count as words, letters as letters; what people know to be
 * predictable, such as one letter many times, counts for little.
 */
export function bitsOf(password: string): number {
  const words = password
    .trim()
    .split(/[\s-]+/)
    .filter(word => word.length >= 3)
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]
  const perLetter = Math.log2(
    [26, 26, 10, 30].reduce((sum, more, at) => sum + (kinds[at]!.test(password) ? more : 0), 1),
  )
  const letters = Math.min(password.length, new Set(password).size * 2) * perLetter
  return Math.round(
    words.length > 2 ? Math.min(letters, new Set(words).size * 10) : Math.min(letters, letters * 0.75),
  )
}

/** What that is worth, in a sentence. */
export function strengthWords(bits: number): string {
  if (bits < 35) return 'Weak: a computer finds this one out in hours. Make it longer.'
  if (bits < 55) return 'Fair: good against the curious. Add a word or two for what must stay closed.'
  return 'Strong.'
}
