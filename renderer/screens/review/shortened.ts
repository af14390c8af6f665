import type { ReviewValue } from '../../../shared/model/review.ts'
import type { Piece } from './word-diff.ts'

/** About five lines of a card. */
const SHORT = 170

/** Characters kept on each side of a difference. */
const AROUND = 40

/** Whether a text is too long for a card. */
export function isLong(value: ReviewValue | null): boolean {
  return value !== null && value.statusId === null && (value.text.length > SHORT || lines(value.text) > 4)
}

/**
 * A text cut to what a card holds. Where it is compared, what is the same gives way first: every difference should be
 * seen, also one at the end of a long text.
 */
export function shortened(pieces: readonly Piece[]): readonly Piece[] {
  const isCompared = pieces.some(piece => piece.isOwn)
  let room = isCompared ? 2 * SHORT : SHORT
  const found: Piece[] = []
  for (const [index, piece] of pieces.entries()) {
    const isSame = isCompared && !piece.isOwn
    const text = isSame ? ends(piece.text, index > 0, index < pieces.length - 1) : piece.text
    const kept = cut(text, room)
    if (kept !== '') found.push({ ...piece, text: kept })
    room -= kept.length
    if (kept.length === text.length) continue
    found.push({ text: ' …', isOwn: false })
    break
  }
  return found
}

/** The words beside a difference: those after one, and those before the next. */
function ends(text: string, isAfter: boolean, isBefore: boolean): string {
  if (text.length <= 2 * AROUND + 20) return text
  const first = text.slice(0, AROUND).replace(/\S*$/, '')
  const last = text.slice(-AROUND).replace(/^\S*/, '')
  return `${isAfter || !isBefore ? first : ''}…${isBefore ? last : ''}`
}

/** No more than so many characters and four lines, at a word if there is one; never half a character. */
function cut(text: string, most: number): string {
  const few = text.split('\n', 4).join('\n')
  if (few.length <= most) return few
  const start = few.slice(0, Math.max(0, most))
  return (/\s\S{0,24}$/.test(start) ? start.replace(/\s\S*$/, '') : start).replace(/[\uD800-\uDBFF]$/, '')
}

function lines(text: string): number {
  return text.split('\n', 6).length
}
