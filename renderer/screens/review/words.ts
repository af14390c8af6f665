import type {
  Review,
  ReviewChange,
  ReviewDecisions,
  ReviewFile,
  ReviewOption,
} from '../../../shared/model/review.ts'
import { count, momentWords } from '../../../shared/text/dates.ts'
import { returnedKindWords } from '../../../shared/text/words.ts'
import type { Tally } from './decide.ts'

/** The heading answers: what came back, and what needs the user. */
export function headingOf(review: Review): string {
  const cells = review.changes.length
  const conflicts = review.changes.filter(change => change.state === 'conflict').length
  const slips = slipsOf(review)
  const rows = review.additions.length - slips
  const parts = [
    cells > 0 && `${count(cells, 'cell')} came back changed`,
    rows > 0 && `${count(rows, 'new row')} came back`,
    slips > 0 && `${count(slips, 'rating slip')} came back`,
  ].filter(part => part !== false)
  const [first, second] = parts
  if (first && conflicts > 0)
    return `${first}, ${conflicts.toLocaleString('en-GB')} ${conflicts === 1 ? 'needs' : 'need'} you to choose`
  if (first) return second ? `${first}, ${second.replace(' came back', '')}` : first
  if (review.files.some(file => file.state === 'read')) return 'Nothing came back changed'
  return `${count(review.files.length, 'file')} could not be read`
}

/** What each file is, for whom, and when it was sent. */
export function fileWords(file: ReviewFile, today: string): string {
  if (!file.kind) return ''
  const what = returnedKindWords[file.kind]
  if (file.kind === 'copy') return file.forWhom ? `${what}, from ${file.forWhom}` : what
  const kind = file.forWhom ? `${what} for ${file.forWhom}` : what
  return file.sentAt ? `${kind}, sent ${momentWords(new Date(file.sentAt), today as never)}` : kind
}

/** How much of the review a file is. */
export type FileTally = { changed: number; conflicts: number; unreadable: number; added: number }

/** Counts per file; a conflict counts as a changed cell of each file in it. */
export function fileTallies(review: Review): ReadonlyMap<string, FileTally> {
  const none = () => ({ changed: 0, conflicts: 0, unreadable: 0, added: 0 })
  const tallies = new Map(review.files.map(file => [file.id, none()]))
  for (const { returned, state } of review.changes)
    for (const fileId of new Set(returned.map(each => each.fileId))) {
      const tally = tallies.get(fileId)
      if (!tally) continue
      tally.changed++
      if (state === 'conflict') tally.conflicts++
      if (state === 'unreadable') tally.unreadable++
    }
  for (const { fileId } of review.additions) {
    const tally = tallies.get(fileId)
    if (tally) tally.added++
  }
  return tallies
}

/** `4 cells changed, 1 conflict, 1 new row`; of a slip how much it answers, its levels being hidden. */
export function fileCounts(file: ReviewFile, tally: FileTally): string {
  if (file.kind === 'slip') return `${file.answered} of 9 answered, hidden until you reveal them`
  const parts = [
    tally.changed > 0 && `${count(tally.changed, 'cell')} changed`,
    tally.conflicts > 0 && count(tally.conflicts, 'conflict'),
    tally.unreadable > 0 && `${tally.unreadable.toLocaleString('en-GB')} not readable`,
    tally.added > 0 && count(tally.added, 'new row'),
  ].filter(part => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'Came back unchanged'
}

/** Rating slips among the new rows. */
function slipsOf(review: Review): number {
  return review.additions.filter(addition => addition.collection === 'slips').length
}

/** Files that say nothing new: applying notes that they came back. */
export function unchangedOf(review: Review): readonly ReviewFile[] {
  const tallies = fileTallies(review)
  return review.files.filter(file => {
    const { changed, added } = tallies.get(file.id)!
    return file.state === 'read' && file.kind !== 'slip' && changed + added === 0
  })
}

/** Why a change needs the user, in two or three words. */
export function stateWords(change: ReviewChange): string {
  if (change.state === 'unreadable') return 'Cannot be read'
  if (change.state === 'proposed') return ''
  if (change.returned.length > 1 && isOneValue(change)) return 'Changed on both sides'
  if (change.returned.length > 1) return change.returned.length === 2 ? 'Two files differ' : 'Files differ'
  return change.sent === null ? 'Not known what was sent' : 'Changed on both sides'
}

/** What Apply will write, as the parts of a sentence; strong parts are figures. */
export function applyParts(review: Review, tally: Tally): readonly { text: string; isStrong: boolean }[] {
  const strong = (text: string) => ({ text, isStrong: true })
  const plain = (text: string) => ({ text, isStrong: false })
  const parts = []
  if (tally.accepted > 0)
    parts.push(plain('Change '), strong(count(tally.accepted, 'cell')), plain(` in ${rowsWords(tally)}`))
  if (tally.added > 0)
    parts.push(plain(parts.length > 0 ? ' and add ' : 'Add '), strong(addedWords(review, tally.added)))
  if (parts.length > 0) parts.push(plain(`, from ${count(tally.files.size, 'file')}.`))
  return parts
}

/** What Apply does besides, a sentence each. */
export function noteWords(review: Review, decisions: ReviewDecisions, tally: Tally): readonly string[] {
  const unchanged = unchangedOf(review).length
  const refused = tally.refused + tally.refusedRows
  const hasSlip = review.additions.some(
    addition => addition.collection === 'slips' && decisions.additions[addition.id]?.accept,
  )
  return [
    hasSlip && 'Rating slips stay hidden until you reveal them.',
    refused > 0 && `Leave ${count(refused, 'refused change')} out.`,
    unchanged > 0 && `Note that ${count(unchanged, 'file')} came back unchanged.`,
  ].filter(note => note !== false)
}

/** What was applied, in a sentence. */
export function appliedWords(review: Review, tally: Tally): string {
  const text = applyParts(review, tally)
    .map(part => part.text)
    .join('')
  if (text === '') return 'Noted what came back. Nothing in the plan was changed.'
  return text
    .replace(/^Change /, 'Changed ')
    .replace(/^Add /, 'Added ')
    .replace(' and add ', ' and added ')
}

/** The rows of one collection by their own name, of several as rows. */
function rowsWords({ rows }: Tally): string {
  const collections = new Set([...rows].map(key => key.split('/')[0]!))
  const [only] = collections
  const name = (collections.size === 1 && ROWS[only!]) || (['row', 'rows'] as const)
  return count(rows.size, ...name)
}

function addedWords(review: Review, added: number): string {
  const collections = new Set(review.additions.map(addition => addition.collection))
  const [only] = collections
  if (collections.size === 1 && only === 'slips') return count(added, 'rating slip')
  const name = collections.size === 1 ? ROWS[only!] : undefined
  return count(added, `new ${name?.[0] ?? 'row'}`, `new ${name?.[1] ?? 'rows'}`)
}

/** Why nothing can be applied yet, in a sentence. */
export function nothingWords(tally: Tally): string {
  if (tally.total === 0) return 'Nothing: no cell came back changed.'
  if (tally.unnamed > 0) return 'Nothing yet: name the principle of the new row first, or refuse it.'
  const left = [
    tally.open > 0 && 'accept or refuse a change',
    tally.conflicts > 0 && 'choose in a conflict',
  ].filter(part => part !== false)
  return `Nothing yet: ${left.join(', or ') || 'accept or refuse a new row'} first.`
}

function isOneValue({ returned }: ReviewChange): boolean {
  return returned.every(each => each.value.text === returned[0]!.value.text)
}

const ROWS: Readonly<Record<string, readonly [string, string]>> = {
  actions: ['action', 'actions'],
  ratings: ['rating', 'ratings'],
  evidence: ['item of evidence', 'items of evidence'],
  updates: ['update', 'updates'],
}

/** Where an answer to a conflict comes from. */
export const optionWords = {
  sent: 'Sent out',
  file: 'Returned',
  now: 'Now',
  both: 'Keep both',
} as const satisfies Record<ReviewOption['from'], string>
