import type { Owner } from '../../../../shared/rules/owners.ts'
import { count, longDate } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { shownName } from '../../../../shared/text/safe-name.ts'
import { listOf } from '../../../../shared/text/sizes.ts'
import type { SheetFacts } from '../board/board-facts.ts'
import { endStop } from '../board/sheet-parts.ts'
import { byWords } from './words.ts'

/** What the note is called: it sorts after the workbooks of most people and says what to do with it. */
export const NOTE_NAME = 'Read me first.txt'

export type NoteInput = {
  readonly owners: readonly { readonly owner: Owner; readonly fileName: string }[]
  readonly unowned: Owner['actions']
  readonly replyBy: string
  readonly replyTo: string
}

/** The covering note: what the files are, who gets which, and words for an e-mail. As Windows Notepad likes it. */
export function coveringNote(facts: SheetFacts, input: NoteInput): string {
  const files = count(input.owners.length, 'file')
  const lines = [
    ...(facts.isRehearsal ? ['REHEARSAL. Everything here is made up for practice.', ''] : []),
    ...(facts.redacted ? [`REDACTED. ${facts.redacted}`, ''] : []),
    `${shownName(facts.systemName)}: owner workbooks`,
    endStop(
      `${facts.round.name}, as at ${longDate(facts.round.asAt)}. Made on ${longDate(facts.input.today)}`,
    ),
    '',
    'WHAT THESE FILES ARE',
    `One Excel file for each owner with only their open actions: ${files} in this folder.`,
    'When they come back, choose Read returned files in Ninefold: it shows what has changed, and nothing is taken over unseen.',
    '',
    'WHO GETS WHICH',
    ...input.owners.flatMap(({ owner, fileName }) => [
      `${shownName(owner.name)}: ${fileName}`,
      `    ${actionsOf(facts, owner)}`,
    ]),
    ...unownedLines(input.unowned),
    '',
    'WORDS FOR THE E-MAIL',
    // A paragraph in one line: broken lines stay broken in an e-mail.
    endStop(
      'Attached are your actions in our mental health action plan. Please fill in what stands under the blue ' +
        'headings: start and due dates, status, latest progress (two or three lines) and evidence. Grey cells are for ' +
        'reading. Please ' +
        `keep it as an Excel file and send it back to ${input.replyTo.trim() || 'me'}${byWords(input)}`,
    ),
    'Thank you.',
    '',
  ]
  return `\ufeff${lines.join('\r\n')}`
}

function actionsOf(facts: SheetFacts, { actions }: Owner): string {
  const late = actions.filter(action => facts.daysLate(action) > 0).length
  const refs = listOf(actions.map(action => refOf('action', action.ref)))
  return `${count(actions.length, 'action')}${late > 0 ? `, ${late} late` : ''}: ${refs}`
}

function unownedLines(unowned: Owner['actions']): string[] {
  const said = unownedSentence(unowned)
  return said ? ['', said] : []
}

/** "2 open actions have no owner and are in no file: A-03 and A-08." Empty when every action has one. */
export function unownedSentence(unowned: Owner['actions']): string {
  if (unowned.length === 0) return ''
  const refs = listOf(unowned.map(action => refOf('action', action.ref)))
  const [have, are] = unowned.length === 1 ? ['has', 'is'] : ['have', 'are']
  return `${count(unowned.length, 'open action')} ${have} no owner and ${are} in no file: ${refs}.`
}
