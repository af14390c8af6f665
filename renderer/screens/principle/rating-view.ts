import type { Level } from '../../../shared/model/fields.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { Vote } from '../../../shared/model/rating.ts'
import { type Agreement, tallyOf } from '../../../shared/rules/agreement.ts'
import { agreementWordsOf } from '../../../shared/text/agreement.ts'

/** The principles before and after one, in the order of their numbers. */
export function neighboursOf(
  principles: readonly Principle[],
  id: PrincipleId,
): { readonly before: Principle | null; readonly after: Principle | null } {
  const inOrder = [...principles].sort((a, b) => a.number - b.number)
  const at = inOrder.findIndex(principle => principle.id === id)
  return { before: (at > 0 && inOrder[at - 1]) || null, after: (at >= 0 && inOrder[at + 1]) || null }
}

/** The votes of the last count, the verdict, and how the rule came to it, in words; empty where nobody voted. */
export function countSentence(votes: readonly Vote[]): string {
  const last = votes.some(vote => vote.count === 2) ? 2 : 1
  const words = agreementWordsOf(tallyOf(votes.filter(vote => vote.count === last)))
  if (words.median === '') return ''
  return `${last === 2 ? 'Second' : 'First'} count: ${words.verdict.toLowerCase()}. ${words.median}, ${words.range.toLowerCase()}. ${words.why}`
}

/** `agreed` or `split`; empty where too few voted to say. */
export function verdictOf(result: Agreement): string {
  return result.verdict === 'agreed' || result.verdict === 'split' ? result.verdict : ''
}

/** A level of the scale, or `null` for anything else: keys and select values come as text. */
export function levelOf(text: string): Level | null {
  return /^[0-4]$/.test(text) ? (Number(text) as Level) : null
}
