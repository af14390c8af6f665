import type { HiddenCount } from '../rules/hidden-counts.ts'
import type { LeftOpen } from '../rules/room-close.ts'
import { agreementBrief } from './agreement.ts'
import { count } from './dates.ts'
import { listOf } from './sizes.ts'
import { organisationWords } from './words.ts'

/** A sentence for each kind of organisation that did not rate everything: `No council voice has rated principle 2.` */
export function voiceSentences({ voices, uncounted }: LeftOpen): string[] {
  const said = voices.map(
    ({ type, principles }) =>
      `No ${organisationWords[type].toLowerCase()} voice has rated ${principleNumbers(principles)}.`,
  )
  if (uncounted.length === 0) return said
  const were = uncounted.length === 1 ? 'was' : 'were'
  const what = principleNumbers(uncounted)
  return [
    ...said,
    `${what.charAt(0).toUpperCase()}${what.slice(1)} ${were} counted for the whole room, so it is not known whose voices were heard.`,
  ]
}

/** `Split 0 to 3, planned from 1. A council view is kept.` */
export function splitSentence({ rating, agreement, minority }: LeftOpen['splits'][number]): string {
  const from = rating.level === null ? '' : `, planned from ${rating.level}`
  const whose =
    minority && minority !== 'few' ? `A ${organisationWords[minority].toLowerCase()} view` : 'A minority view'
  return `${agreementBrief(agreement)}${from}.${rating.minorityView ? ` ${whose} is kept.` : ''}`
}

/** `12 hands of the first count and 2 rating slips were never revealed.` */
export function hiddenCountWords({ count: which, hands, slips }: HiddenCount): string {
  const parts = [
    ...(hands > 0 ? [`${count(hands, 'hand')} of the ${which === 1 ? 'first' : 'second'} count`] : []),
    ...(slips > 0 ? [count(slips, 'rating slip')] : []),
  ]
  return `${listOf(parts)} ${hands + slips === 1 ? 'was' : 'were'} never revealed.`
}

function principleNumbers(principles: readonly { readonly number: number }[]): string {
  return `${principles.length === 1 ? 'principle' : 'principles'} ${listOf(principles.map(one => String(one.number)))}`
}
