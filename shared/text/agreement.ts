import { type Agreement, agreementOf, type Tally } from '../rules/agreement.ts'
import { count } from './dates.ts'

/** The rule itself, for help, the key and beside every verdict. */
export const AGREEMENT_RULE =
  'With three or more votes: agreed when fewer than a third of them are more than one level from the median, ' +
  'otherwise split. Fewer than three votes are too few to say. The median of an even number of votes is the lower ' +
  'of the two middle ones.'

/** A verdict with everything that has to stand beside it. */
export type AgreementWords = {
  /** `Agreed`, `Split`, `Too few votes to say` or `No votes`. */
  readonly verdict: string
  /** `Median 2`; empty without votes. */
  readonly median: string
  /** `Range 1 to 3`, or `All at 2`. */
  readonly range: string
  /** How the rule came to this verdict, with its numbers. */
  readonly why: string
  /** The rule, the same for every rating. */
  readonly rule: string
}

/** An agreement in words. */
export function agreementWords(agreement: Agreement): AgreementWords {
  if (agreement.verdict === 'no-votes')
    return {
      verdict: 'No votes',
      median: '',
      range: '',
      why: 'Nobody has voted on this.',
      rule: AGREEMENT_RULE,
    }
  const { votes, median, lowest, highest, outside } = agreement
  const band = `${Math.max(0, median - 1)} to ${Math.min(4, median + 1)}`
  const share = `${outside} of ${count(votes, 'vote')} ${outside === 1 ? 'is' : 'are'} outside ${band}`
  return {
    verdict: verdictWords(agreement.verdict),
    median: `Median ${median}`,
    range: lowest === highest ? `All at ${lowest}` : `Range ${rangeWords(agreement)}`,
    why:
      agreement.verdict === 'too-few'
        ? `${count(votes, 'vote')}: the rule needs at least three.`
        : agreement.verdict === 'agreed'
          ? `${share}: fewer than a third, so agreed.`
          : `${share}: a third or more, so split.`,
    rule: AGREEMENT_RULE,
  }
}

/** For a card or a table cell: `Agreed`, `Split 1 to 3`, `Too few votes to say`, `No votes`. */
export function agreementBrief(agreement: Agreement): string {
  if (agreement.verdict === 'no-votes') return 'No votes'
  const verdict = verdictWords(agreement.verdict)
  return agreement.verdict === 'split' ? `${verdict} ${rangeWords(agreement)}` : verdict
}

/** The same from a tally. */
export function agreementWordsOf(tally: Tally): AgreementWords {
  return agreementWords(agreementOf(tally))
}

function verdictWords(verdict: 'agreed' | 'split' | 'too-few'): string {
  return { agreed: 'Agreed', split: 'Split', 'too-few': 'Too few votes to say' }[verdict]
}

function rangeWords(agreement: { readonly lowest: number; readonly highest: number }): string {
  return `${agreement.lowest} to ${agreement.highest}`
}
