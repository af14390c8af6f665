import { blankRating, type Rating } from '../../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import { plainText } from '../../../../shared/text/plain.ts'
import { parseRowMark } from '../../exchange/marks.ts'
import type { ReadRow, ReadTable } from '../../exchange/returned/read-book.ts'
import type { SentRow } from '../../exchange/sent-tables.ts'
import type { CellChange } from '../cell-change.ts'
import type { FileAt } from '../file-at.ts'
import { headersByName, headersOf, markColumn } from '../headers.ts'
import { listed, theRows } from '../lists.ts'
import { shownIn, showsAsSent } from '../sheet-cell.ts'
import { workedOutRemarks } from '../worked-out.ts'
import { RATING_FIELDS } from './rating-fields.ts'
import { type Spot, spotChanges } from './spot-changes.ts'

type Row = {
  readonly row: ReadRow
  readonly at: ReadonlyMap<string, number>
  readonly sent: SentRow
}

/** Everything the ratings of one file change; nothing where they were only sent to be read. */
export function readRatings(file: FileAt): { changes: CellChange[]; remarks: string[] } {
  const { base, now } = file
  const tables = file.book.tables.filter(table => table.kind === 'ratings')
  const isEditable = base.sentAs.hasRatings
  const remarks: string[] = []
  if (tables.length === 0 && isEditable) remarks.push('The sheet with the ratings is missing from this file.')
  const rows = new Map<string, Row[]>()
  for (const table of tables) {
    const found = rowsOf(table, file)
    const headers = headersOf(table, base.ratings.columns, found.sure, found.rows)
    if (isEditable) remarks.push(...headers.remarks)
    if (found.torn.length > 0 && isEditable)
      remarks.push(
        `Nothing was read from ${theRows(found.torn)} of the ratings: nobody can say which rating they are.`,
      )
    for (const { row, sent } of found.rows)
      rows.set(sent.id, [...(rows.get(sent.id) ?? []), { row, at: headers.at, sent }])
  }
  const round = now.rows.rounds.find(({ id }) => id === base.sentAs.roundId)
  if (!isEditable || round?.state !== 'open') {
    const changed = changedCells(rows, file)
    if (changed === 0) return { changes: [], remarks }
    const cells = changed === 1 ? '1 changed cell was' : `${changed} changed cells were`
    const why = !isEditable
      ? 'The ratings in this file were only sent to be read'
      : `${round?.name ?? 'That round'} is signed off`
    return { changes: [], remarks: [...remarks, `${why}, so ${cells} left alone there.`] }
  }
  const spots = spotsOf(file)
  const changes: CellChange[] = []
  for (const [id, group] of rows) {
    const spot = spots.get(id)
    const different = group.filter(
      (one, index) => !group.slice(0, index).some(before => isAlike(one, before)),
    )
    different.forEach((one, index) => {
      if (!spot) return
      changes.push(...spotChanges({ ...one, rowsInFile: different.length, isTwin: index > 0 }, spot, file))
    })
  }
  // What is not a field here, nor says which rating it is, comes of the levels and the votes.
  const isOurs = (id: string) => id in RATING_FIELDS || ['area', 'principle', 'state'].includes(id)
  const all = [...rows.values()].flat().map(row => ({ ...row, columns: base.ratings.columns }))
  remarks.push(...workedOutRemarks(all, id => !isOurs(id)))
  const missing = isEditable ? [...base.ratings.rows.keys()].filter(id => !rows.has(id) && spots.has(id)) : []
  if (missing.length > 0 && tables.length > 0 && base.isKnown) {
    const names = missing.map(id => spots.get(id)!.words)
    remarks.push(`Ratings are missing from this file and stay as they are: ${listed(names, 3)}.`)
  }
  return { changes, remarks }
}

/** The rows of a table that are found again, by their marks where place and principle do not say otherwise. */
function rowsOf(table: ReadTable, { base }: FileAt) {
  const mark = markColumn(table)
  const sure = new Map(
    [...headersByName(table, base.ratings.columns)].flatMap(([id, indexes]) =>
      indexes.length === 1 ? [[id, indexes[0]!] as const] : [],
    ),
  )
  const numbers = ['area', 'principle'].map(id => base.ratings.columns.findIndex(column => column.id === id))
  const byNames = new Map(
    [...base.ratings.rows.values()].map(row => [
      numbers.map(number => plainText(String(row.cells[number] ?? ''))).join('\n'),
      row,
    ]),
  )
  const rows: { row: ReadRow; sent: SentRow }[] = []
  const torn: number[] = []
  for (const row of table.rows) {
    const names = ['area', 'principle'].map(id => plainText(row.cells.get(sure.get(id) ?? -1)?.text ?? ''))
    const named = byNames.get(names.join('\n'))
    const rowId = mark === null ? null : (parseRowMark(row.cells.get(mark)?.text ?? '')?.rowId ?? null)
    const marked = rowId === null ? undefined : base.ratings.rows.get(rowId)
    const sent = named ?? (names.every(name => name === '') ? marked : undefined)
    if (sent) rows.push({ row, sent })
    else if (marked) torn.push(row.number)
  }
  return { rows, torn, sure }
}

function spotsOf({ base, now }: FileAt): Map<string, Spot> {
  const known = new Map(now.rows.ratings.map(rating => [rating.id as string, rating]))
  const before = new Map(base.state.rows.ratings.map(rating => [rating.id as string, rating]))
  const { roundId } = base.sentAs
  return new Map(
    now.facts.areas.flatMap((area, areaNumber) =>
      now.facts.principles.map((principle, number): [string, Spot] => {
        const id = ratingIdOf(roundId, area.id, principle.id)
        const blank: Rating = blankRating({ roundId, areaId: area.id, principleId: principle.id })
        const words = area.kind === 'system' ? principle.title : `${principle.title} in ${area.name}`
        return [
          id,
          {
            blank,
            words,
            principle,
            now: known.get(id) ?? blank,
            sent: base.isKnown ? (before.get(id) ?? blank) : null,
            rank: areaNumber * 100 + number,
          },
        ]
      }),
    ),
  )
}

function changedCells(rows: ReadonlyMap<string, readonly Row[]>, { base }: FileAt): number {
  let changed = 0
  for (const group of rows.values())
    for (const { row, at, sent } of group)
      base.ratings.columns.forEach(({ id }, number) => {
        const index = at.get(id)
        const cell = index === undefined ? undefined : row.cells.get(index)
        if (index !== undefined && !cell?.isFormula && !showsAsSent(cell, sent.cells[number] ?? null))
          changed++
      })
  return changed
}

function isAlike(one: Row, other: Row): boolean {
  return [...one.at].every(([id, index]) => {
    const there = other.at.get(id)
    return shownIn(one.row.cells.get(index)) === shownIn(other.row.cells.get(there ?? -1))
  })
}
