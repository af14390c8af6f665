import { longDate } from '../../../../shared/text/dates.ts'
import { planSheet } from '../board/action-plan.ts'
import { factsOf } from '../board/board-facts.ts'
import { type KeyRow, shortKeySheet } from '../board/key.ts'
import { sentActions, sentOf } from '../sent-tables.ts'
import type { Book } from '../sheet-model.ts'
import { columnsForOwner } from './columns.ts'
import type { OwnerInput } from './input.ts'
import { asked, sendBack } from './words.ts'

/** What an owner may want to know of the file besides the words of the status. */
const about: readonly KeyRow[] = [
  [
    null,
    'Blue headings',
    'Yours to fill in. Latest progress: two or three lines on what has changed since the last report.',
  ],
  [
    null,
    'Grey headings',
    'For reading. The sheet is protected without a password, so that nothing is changed by mistake. Filters work as it ' +
      'is; to sort, take the protection off first (Review, Unprotect Sheet).',
  ],
  [null, 'Return code', 'Says which file this is when it comes back. Please leave it where it is.'],
]

/** One owner's open actions: what they report on in white, what they are held to in grey. */
export function ownerBook(input: OwnerInput): Book {
  const facts = factsOf(input)
  const { sent } = input
  const key = shortKeySheet(facts, about)
  const stamp = facts.isRehearsal ? 'REHEARSAL. ' : ''
  const plan = planSheet(facts, {
    actions: sentActions(facts, sent),
    columns: columnsForOwner(input.framework.actionPlan.columns),
    lines: asked(
      `For ${sent.forWhom}: fill in what stands under the blue headings (dates, status, latest progress, evidence); grey is for reading.`,
      sendBack(input),
    ),
    isLocked: true,
  })
  return {
    title: `${stamp}${facts.systemName}: action plan, ${sent.forWhom}`,
    subject: `${facts.round.name}, as at ${longDate(facts.round.asAt)}. Open actions of one owner.`,
    author: 'Ninefold',
    paper: 'A4',
    headerLeft: `${stamp}${facts.systemName}: ${sent.forWhom}`,
    headerRight: `As at ${longDate(facts.round.asAt)}`,
    sheets: [plan, key.sheet],
    lists: key.lists,
    sent: sentOf(facts),
    remarks: [],
  }
}
