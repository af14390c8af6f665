import type { ReviewValue } from '../../../shared/model/review.ts'
import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import type { Facts } from './use-facts.ts'
import type { Piece } from './word-diff.ts'

/** About four lines of a card. */
const SHORT = 240

export type ValueProps = {
  value: ReviewValue
  columnId: string
  facts: Facts
  /** The text in pieces, those that the other side has not marked as such. */
  pieces?: readonly Piece[] | undefined
  /** Whether its own pieces were taken away or put in. */
  side?: 'before' | 'after'
  isShort?: boolean
}

/** A value as it is drawn elsewhere: a chip for a status, a tile for a level, else its words. */
export function Value(props: ValueProps) {
  const { value, facts, columnId } = props
  const status = value.statusId === null ? undefined : facts.statuses.get(value.statusId)
  if (status) return <StatusChip status={status} />
  if (value.level !== null) {
    const Tile = columnId.toLowerCase().includes('target') ? TargetTile : LevelTile
    const levelName = facts.levelNames[value.level]
    return (
      <span className="review-level">
        <Tile level={value.level} levelName={levelName} isDecoration />
        {levelName}
        <span className="hidden-words">, level {value.level}</span>
      </span>
    )
  }
  if (value.text === '') return <span className="quiet review-nothing">Empty</span>
  return (
    <span className="review-text" dir="auto">
      <Words {...props} />
    </span>
  )
}

/** Whether a text is too long for a card. */
export function isLong(value: ReviewValue | null): boolean {
  return value !== null && value.statusId === null && (value.text.length > SHORT || lines(value.text) > 4)
}

function Words({ value, pieces, side, isShort }: ValueProps) {
  const shown = pieces ?? [{ text: value.text, isOwn: false }]
  return (isShort ? shortened(shown) : shown).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place
    if (!piece.isOwn) return <span key={index}>{piece.text}</span>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return side === 'before' ? <del key={index}>{piece.text}</del> : <ins key={index}>{piece.text}</ins>
  })
}

/** The stretch around the first difference: a change at the end of a long text must not hide behind its start. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  let before = 0
  for (const piece of pieces) {
    if (piece.isOwn) break
    before += piece.text.length
  }
  const hasOwn = pieces.some(piece => piece.isOwn)
  let skip = hasOwn && before > SHORT / 2 ? before - 60 : 0
  let room = SHORT
  const found: Piece[] = skip > 0 ? [{ text: '… ', isOwn: false }] : []
  for (const piece of pieces) {
    const text = cut(piece.text.slice(skip), room)
    skip = Math.max(0, skip - piece.text.length)
    if (text !== '') found.push({ ...piece, text })
    room -= text.length
    if (room > 0) continue
    found.push({ text: ' …', isOwn: false })
    break
  }
  return found
}

/** No more than so many characters and four lines; never half a character. */
function cut(text: string, most: number): string {
  const few = text.split('\n', 4).join('\n')
  return few.length <= most ? few : few.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

function lines(text: string): number {
  return text.split('\n', 6).length
}
