import { longDate } from '../../../../shared/text/dates.ts'
import { planSheet } from '../board/action-plan.ts'
import { factsOf } from '../board/board-facts.ts'
import { leftOutSentence } from '../board/evidence.ts'
import { keySheet } from '../board/key.ts'
import { ratingsSheet } from '../board/ratings.ts'
import { sentOf } from '../sent-tables.ts'
import type { Book } from '../sheet-model.ts'
import { planToFillIn, ratingsToFillIn } from './columns.ts'
import type { PlanInput } from './input.ts'
import { asked, sendBack } from './words.ts'

/** Said above every table that is changed freely. */
const GREY = 'Columns under a grey heading are worked out for you: what is changed there is not taken back.'

/** The whole plan to work in, unlocked: people sort it, put rows in and add actions. */
export function planBook(input: PlanInput): Book {
  const facts = factsOf(input)
  const { sent } = input
  const key = keySheet(facts, input.file)
  const stamp = facts.isRehearsal ? 'REHEARSAL. ' : ''
  const whom = sent.forWhom.trim()
  const leftOut = leftOutSentence(facts)
  const plan = planSheet(facts, {
    actions: facts.actions,
    columns: planToFillIn(input.framework.actionPlan.columns),
    lines: asked(
      `${whom ? `For ${whom}: change` : 'Change'} what is no longer right, and type a new action in the first row under the table.`,
      `${GREY} ${sendBack(input)}`,
    ),
    none: 'No action has been written yet: write over this row.',
  })
  const ratings = ratingsSheet(
    facts,
    ratingsToFillIn(),
    asked('Change what is no longer right. Give the reason with a level.', GREY),
  )
  return {
    title: `${stamp}${facts.systemName}: action plan to fill in`,
    subject: `${facts.round.name}, as at ${longDate(facts.round.asAt)}. Action plan to fill in.`,
    author: 'Ninefold',
    paper: 'A3',
    headerLeft: `${stamp}${facts.systemName}`,
    headerRight: `As at ${longDate(facts.round.asAt)}`,
    sheets: [plan, ...(sent.hasRatings ? [ratings] : []), key.sheet],
    lists: key.lists,
    sent: sentOf(facts),
    remarks: leftOut ? [leftOut] : [],
  }
}
