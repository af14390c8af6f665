import { isDay, longDate } from '../../../../shared/text/dates.ts'
import { endStop, linesOf } from '../board/sheet-parts.ts'
import type { Line } from '../sheet-model.ts'

type Reply = { readonly replyBy: string; readonly replyTo: string }

/** "Send this file back to Helen Marsh, helen@example.org, by 30 November 2026." Without a name, to whoever sent it. */
export function sendBack(reply: Reply): string {
  const to = reply.replyTo.trim() || 'whoever sent it to you'
  return endStop(`Save this file and send it back to ${to}${byWords(reply)}`)
}

/** ", by 30 November 2026": a day in words, words as they are; empty when nothing was said. */
export function byWords({ replyBy, replyTo }: Reply): string {
  const by = replyBy.trim()
  if (by === '') return ''
  // A comma after an address, so that nobody types the "by" into it.
  return `${replyTo.trim() ? ',' : ''} by ${isDay(by) ? longDate(by) : by.replace(/^by /i, '')}`
}

/** What a reader is asked to do, above the table. */
export function asked(...sentences: readonly string[]): Line[] {
  return sentences.flatMap((sentence, index) => linesOf(sentence, index === 0 ? 'lead' : 'plain'))
}
