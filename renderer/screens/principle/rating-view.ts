import type { Level } from '../../../shared/model/fields.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import { type PrincipleId, ratingIdOf } from '../../../shared/model/ids.ts'
import type { Rating, Vote } from '../../../shared/model/rating.ts'
import { type Agreement, agreementOf, tallyOf } from '../../../shared/rules/agreement.ts'
import type { RatingKey } from '../../../shared/rules/select.ts'
import { count } from '../../../shared/text/dates.ts'

/** What a rating says before anyone has said anything. */
export function blankRating(key: RatingKey): Rating {
  return {
    id: ratingIdOf(key.roundId, key.areaId, key.principleId),
    ...key,
    state: 'not-discussed',
    level: null,
    reason: '',
    notApplicableReason: '',
    confidence: null,
    targetLevel: null,
    targetDate: null,
    minorityView: '',
    minorityType: null,
    changeReason: null,
    changeNote: '',
  }
}

/** The principles before and after one, in the order of their numbers. */
export function neighboursOf(
  principles: readonly Principle[],
  id: PrincipleId,
): { readonly before: Principle | null; readonly after: Principle | null } {
  const inOrder = [...principles].sort((a, b) => a.number - b.number)
  const at = inOrder.findIndex(principle => principle.id === id)
  return { before: (at > 0 && inOrder[at - 1]) || null, after: (at >= 0 && inOrder[at + 1]) || null }
}

/** The votes, the range, the median, the verdict and the rule, in words; empty where nobody voted. */
export function countSentence(votes: readonly Vote[]): string {
  const last = votes.some(vote => vote.count === 2) ? 2 : 1
  const result: Agreement = agreementOf(tallyOf(votes.filter(vote => vote.count === last)))
  if (result.verdict === 'no-votes') return ''
  const range =
    result.lowest === result.highest
      ? `all at ${result.lowest}`
      : `from ${result.lowest} to ${result.highest}, median ${result.median}`
  const said = `In the ${last === 2 ? 'second' : 'first'} count, ${count(result.votes, 'vote')}, ${range}`
  if (result.verdict === 'too-few') return `${said}: fewer than three votes are too few to say.`
  const share = `${result.outside} of ${result.votes} lie more than one level from the median`
  return result.verdict === 'agreed'
    ? `${said}: agreed, because fewer than a third (${share}).`
    : `${said}: split, because a third or more (${share}).`
}

/** `agreed` or `split`; empty where too few voted to say. */
export function verdictOf(result: Agreement): string {
  return result.verdict === 'agreed' || result.verdict === 'split' ? result.verdict : ''
}

/** A level of the scale, or `null` for anything else: keys and select values come as text. */
export function levelOf(text: string): Level | null {
  return /^[0-4]$/.test(text) ? (Number(text) as Level) : null
}
