import type { ReviewDecisions, ReviewValue } from '../../../shared/model/review.ts'
import { verdictOf } from './decide.ts'
import type { Item } from './items.ts'
import type { Facts } from './use-facts.ts'
import { optionWords, stateWords } from './words.ts'

/** As much of a text as a listener wants in one go. */
const ENOUGH = 160

const VERDICT = { open: 'Not decided', accepted: 'Accepted', refused: 'Refused' } as const

/** A row in one breath, for who hears it: what it is about, what it was, what it would be, what was decided. */
export function rowWords(item: Item, decisions: ReviewDecisions, facts: Facts): string {
  if (item.kind === 'addition') {
    const choice = decisions.additions[item.id]
    const verdict = VERDICT[choice ? (choice.accept ? 'accepted' : 'refused') : 'open']
    return sentences([
      `New: ${item.addition.kind}`,
      short(item.addition.title),
      item.addition.problem,
      verdict,
    ])
  }
  if (item.kind !== 'change') return ''
  const { change } = item
  const chosen = decisions.changes[change.id]
  const name = `${change.subject.ref} ${change.header}, ${change.subject.title}`.trim()
  if (change.state === 'conflict') {
    const at = change.options.findIndex(option => option.id === chosen)
    const options = change.options.map(
      (option, index) =>
        `${index + 1}, ${optionWords[option.from].toLowerCase()} ${option.by} ${told(option.value)}`,
    )
    return sentences([name, stateWords(change), ...options, at < 0 ? 'Choose one' : `Chosen: ${at + 1}`])
  }
  const [returned] = change.returned
  const by = facts.files.size > 1 && returned?.by ? ` by ${returned.by}` : ''
  return sentences([
    name,
    stateWords(change),
    `Before: ${told(change.sent ?? change.now)}`,
    `Returned${by}: ${told(returned!.value)}`,
    ...change.remarks,
    VERDICT[verdictOf(chosen)],
  ])
}

function told(value: ReviewValue): string {
  return value.text === '' ? 'empty' : short(value.text)
}

function short(text: string): string {
  return text.length <= ENOUGH ? text : `${text.slice(0, ENOUGH)}…`
}

function sentences(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map(part => part.trim().replace(/\s+/g, ' ').replace(/\.$/, ''))
    .join('. ')
}
