import type { Review, ReviewAddition, ReviewChange, ReviewFile } from '../../shared/model/review.ts'
import { nameOfChange } from '../../shared/rules/review.ts'
import { count, localDay, longDate } from '../../shared/text/dates.ts'
import { listOf } from '../../shared/text/sizes.ts'
import { returnedKindWords } from '../../shared/text/words.ts'

/** A review for the terminal: files, then conflicts first, then what each file changed, then what is new. */
export function reviewLines(review: Review, taken: ReadonlySet<string>): string[] {
  const names = new Map(review.files.map(({ id, name }) => [id, name]))
  const of = (state: ReviewChange['state']) => review.changes.filter(change => change.state === state)
  const files = review.files.filter(({ state }) => state === 'read')
  return [
    ...files.flatMap(fileLines),
    ...section(
      'Conflicts',
      of('conflict').flatMap(change => changeLines(change, names)),
    ),
    ...section(
      'Could not be read',
      of('unreadable').flatMap(change => changeLines(change, names)),
    ),
    ...section(
      taken.size > 0 ? 'Changed, and taken in' : 'Changed',
      of('proposed').flatMap(change => changeLines(change, names)),
    ),
    ...section(
      'New',
      review.additions.flatMap(addition => additionLines(addition, names)),
    ),
  ].map(plain)
}

/** What it comes to, in a line. */
export function summaryLine(
  { files, changes, additions }: Review,
  applied: { readonly words: string } | null,
): string {
  const left = changes.filter(({ state }) => state !== 'proposed')
  const conflicts = left.filter(({ state }) => state === 'conflict').length
  const decide = [
    ...(conflicts > 0 ? [count(conflicts, 'conflict')] : []),
    ...(left.length > conflicts ? [`${count(left.length - conflicts, 'cell')} that could not be read`] : []),
    ...(additions.length > 0 ? [count(additions.length, 'new row')] : []),
  ]
  if (applied)
    return plain(`${applied.words}.${decide.length > 0 ? ` Left to decide: ${listOf(decide)}.` : ''}`)
  const proposed = changes.length - left.length
  const parts = [...(proposed > 0 ? [count(proposed, 'change')] : []), ...decide]
  if (parts.length > 0) return `${listOf(parts)}. The workbook was not changed.`
  return files.every(({ state }) => state === 'refused')
    ? 'Nothing could be read.'
    : 'Nothing was changed in what came back.'
}

function fileLines({
  name,
  kind,
  forWhom,
  sentAt,
  remarks,
  changed,
  conflicts,
  added,
  answered,
}: ReviewFile): string[] {
  const sent = sentAt
    ? `, ${kind === 'copy' ? 'the same until' : 'sent'} ${longDate(localDay(new Date(sentAt)))}`
    : ''
  const whom = forWhom ? `${kind === 'copy' ? ', changed by' : ' for'} ${forWhom}` : ''
  const found = [
    count(changed, 'changed cell'),
    ...(conflicts > 0 ? [count(conflicts, 'conflict')] : []),
    ...(added > 0 ? [count(added, 'new row')] : []),
    ...(kind === 'slip' ? [`${answered} answered`] : []),
  ]
  return [
    `${name}: ${kind ? lowerFirst(returnedKindWords[kind]) : 'Excel file'}${whom}${sent}. ${capital(listOf(found))}.`,
    ...remarks.map(remark => `  ${remark}`),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', `${title}:`, ...lines] : []
}

function changeLines(change: ReviewChange, names: ReadonlyMap<string, string>): string[] {
  const { state, sent, now, returned, remarks } = change
  const name = `  ${nameOfChange(change)}`
  const said = remarks.map(remark => `    ${remark}`)
  if (state === 'proposed')
    return [`${name}: ${shown(sent?.text ?? now.text)} → ${shown(returned[0]!.value.text)}`, ...said]
  return [
    `${name}: ${sent ? `sent ${shown(sent.text)}, ` : ''}now ${shown(now.text)}`,
    ...returned.map(({ fileId, value, by }) => {
      const file = names.get(fileId) ?? ''
      return `    ${shown(value.text)} in ${file}${by && by !== file ? ` (${by})` : ''}`
    }),
    ...said,
  ]
}

function additionLines(
  { kind, title, fileId, needsPrinciple, problem, remarks }: ReviewAddition,
  names: ReadonlyMap<string, string>,
): string[] {
  return [
    `  ${kind}: ${title} (${names.get(fileId) ?? ''})`,
    ...(problem ? [`    ${problem}`] : []),
    ...(needsPrinciple && !problem ? ['    It names no principle of the framework.'] : []),
    ...remarks.map(remark => `    ${remark}`),
  ]
}

function shown(text: string): string {
  return text === '' ? '(empty)' : text
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** One line that a terminal only shows: what a file says may hold line breaks, and codes that terminals obey. */
function plain(text: string): string {
  const [indent] = /^ */.exec(text)!
  return (
    indent +
    text
      .slice(indent.length)
      .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
  )
}
