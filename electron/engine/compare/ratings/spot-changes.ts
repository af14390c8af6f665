import type { Principle } from '../../../../shared/model/framework.ts'
import type { Rating } from '../../../../shared/model/rating.ts'
import { keptText } from '../../../../shared/text/plain.ts'
import type { ReadRow } from '../../exchange/returned/read-book.ts'
import type { SentRow } from '../../exchange/sent-tables.ts'
import type { CellChange } from '../cell-change.ts'
import type { RowWrite } from '../comparison.ts'
import type { FileAt } from '../file-at.ts'
import { withWholeText } from '../long-text.ts'
import { showsAsSent } from '../sheet-cell.ts'
import type { Reading } from '../value.ts'
import { RATING_FIELDS } from './rating-fields.ts'
import { ratingMeaning } from './rating-meaning.ts'
import { readLevel } from './read-level.ts'
import { readRatingCell } from './read-rating-cell.ts'

/** A principle in an area: its rating now and as it was sent. */
export type Spot = {
  readonly blank: Rating
  readonly now: Rating
  /** `null` when what was sent is not known. */
  readonly sent: Rating | null
  readonly principle: Principle
  readonly words: string
  readonly rank: number
}

type PlacedRow = {
  readonly row: ReadRow
  readonly at: ReadonlyMap<string, number>
  readonly sent: SentRow
  readonly rowsInFile: number
  readonly isTwin: boolean
}

/** What the cells of one rating changed. */
export function spotChanges(placed: PlacedRow, spot: Spot, file: FileAt): CellChange[] {
  const { columns } = file.base.ratings
  const of = (id: string) => {
    const index = placed.at.get(id)
    const number = columns.findIndex(column => column.id === id)
    if (index === undefined || number < 0) return null
    const sent = placed.sent.cells[number] ?? null
    const cell = withWholeText(placed.row.cells.get(index), sent, file.longTexts)
    return { cell, isChanged: !showsAsSent(cell, sent) }
  }
  const from = spot.sent ?? spot.now
  const readings = new Map<string, Reading<Rating>>()
  const [level, state, reason] = [of('level'), of('state'), of('reason')]
  if (level?.isChanged || state?.isChanged) {
    const typed = reason?.isChanged ? keptText(reason.cell?.text ?? '') : null
    const levelCell = level ?? { cell: undefined, isChanged: false }
    readings.set('level', readLevel({ level: levelCell, state, reason: typed }, from, file))
  }
  const levelRead = readings.get('level')
  const after: Rating = levelRead?.kind === 'read' ? { ...from, ...levelRead.set } : from
  for (const id of Object.keys(RATING_FIELDS)) {
    const cell = id === 'level' ? null : of(id)
    if (!cell?.isChanged) continue
    // The reason why it does not apply is part of saying so.
    if (id === 'reason' && after.state === 'not-applicable' && from.state !== 'not-applicable') continue
    readings.set(id, readRatingCell(id, cell.cell, after, file))
  }
  return [...readings].flatMap(([id, reading]) => {
    const sent = spot.sent && ratingMeaning(id, spot.sent, file.base.state.facts)
    if (reading.kind === 'read' && sent?.key === reading.meaning.key) return []
    return [changeOf(id, reading, placed, spot, file)]
  })
}

function changeOf(
  columnId: string,
  reading: Reading<Rating>,
  placed: PlacedRow,
  spot: Spot,
  file: FileAt,
): CellChange {
  const { columns } = file.base.ratings
  const number = columns.findIndex(column => column.id === columnId)
  const put = (fields: object): RowWrite => ({
    op: 'put',
    collection: 'ratings',
    blank: spot.blank,
    fields: fields as Record<string, unknown>,
  })
  const fields = RATING_FIELDS[columnId]!
  return {
    subject: {
      collection: 'ratings',
      rowId: spot.blank.id,
      ref: String(spot.principle.number),
      title: spot.words,
      principleId: spot.blank.principleId,
      areaId: spot.blank.areaId,
    },
    columnId,
    header: columns[number]?.header ?? columnId,
    rank: [1, spot.rank, number],
    fileId: file.id,
    by: file.by,
    sentOn: file.base.isKnown ? file.base.sentAs.madeOn : null,
    sent: spot.sent && ratingMeaning(columnId, spot.sent, file.base.state.facts),
    sentWrites: spot.sent && [put(Object.fromEntries(fields.map(field => [field, spot.sent![field]])))],
    now: ratingMeaning(columnId, spot.now, file.now.facts),
    outcome:
      reading.kind === 'unreadable'
        ? reading
        : { kind: 'read', meaning: reading.meaning, writes: [put(reading.set)], remarks: reading.remarks },
    rowNumber: placed.isTwin ? placed.row.number : null,
    rowsInFile: placed.rowsInFile,
    keepsBoth: false,
  }
}
