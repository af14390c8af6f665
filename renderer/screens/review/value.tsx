import type { ReviewValue } from '../../../shared/model/review.ts'
import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { shortened } from './shortened.ts'
import type { Facts } from './use-facts.ts'
import type { Piece } from './word-diff.ts'

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

function Words({ value, pieces, side, isShort }: ValueProps) {
  const shown = pieces ?? [{ text: value.text, isOwn: false }]
  return (isShort ? shortened(shown) : shown).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place
    if (!piece.isOwn) return <span key={index}>{piece.text}</span>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return side === 'before' ? <del key={index}>{piece.text}</del> : <ins key={index}>{piece.text}</ins>
  })
}
