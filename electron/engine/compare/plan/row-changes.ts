import type { Action } from '../../../../shared/model/action.ts'
import type { ReviewSubject } from '../../../../shared/model/review.ts'
import { EMBEDDED, whyNotEmbedded } from '../../../../shared/rules/closing.ts'
import { refOf } from '../../../../shared/text/names.ts'
import type { CellChange, Outcome } from '../cell-change.ts'
import type { RowWrite } from '../comparison.ts'
import type { FileAt } from '../file-at.ts'
import { withWholeText } from '../long-text.ts'
import { isEmptyCell, showsAsSent } from '../sheet-cell.ts'
import type { Reading } from '../value.ts'
import type { CellAt } from './cell-at.ts'
import type { PlacedRow } from './duplicates.ts'
import { FIELDS, meaningOf } from './meaning.ts'
import { readPlanCell } from './read-cell.ts'

/** A cell that says something else than was sent, before its row is looked at as a whole. */
type Read = { readonly at: CellAt; readonly number: number; readonly reading: Reading<Action> }

/** What the cells of one row changed. `action` is the row as it is now, or as it was sent when it was removed here. */
export function rowChanges(placed: PlacedRow, action: Action, file: FileAt): CellChange[] {
  const { base, row, sent, at } = placed
  const sentAction = sent && base.isKnown ? base.state.actions.get(action.id) : undefined
  const place = {
    action,
    now: file.now,
    sent: sentAction ? { action: sentAction, state: base.state } : null,
    file,
  }
  const read: Read[] = []
  base.plan.columns.forEach(({ id: columnId }, number) => {
    const index = at.get(columnId)
    if (index === undefined || !(columnId in FIELDS)) return
    const cell = withWholeText(row.cells.get(index), sent?.cells[number] ?? null, file.longTexts)
    // In a row that was never sent an empty cell is not one that somebody emptied.
    if (sent ? showsAsSent(cell, sent.cells[number] ?? null) : isEmptyCell(cell)) return
    const cellAt: CellAt = { ...place, columnId }
    const reading = readPlanCell(cell, cellAt)
    if (!reading || isSame(reading, cellAt)) return
    read.push({ at: cellAt, number, reading })
  })
  return checkedClosing(read, action).map(one => changeOf(one, placed, action, file))
}

/** It was typed another way, but means what was sent. */
function isSame(reading: Reading<Action>, { sent, columnId }: CellAt): boolean {
  if (reading.kind === 'unreadable' || !sent) return false
  return reading.meaning.key === meaningOf(columnId, sent.action, sent.state).key
}

/** Embedded needs a check by another person, whichever of the cells of this row say so. */
function checkedClosing(read: readonly Read[], action: Action): readonly Read[] {
  const sets = read.flatMap(({ reading }) => (reading.kind === 'read' ? [reading.set] : []))
  const after: Action = Object.assign({ ...action }, ...sets)
  const why = whyNotEmbedded(after)
  if (why === null) return read.map(one => withNeed(one, read, action, after))
  const guilty = action.statusId === EMBEDDED ? ['owner', 'verifiedBy'] : ['status']
  return read.map(one =>
    guilty.includes(one.at.columnId) && one.reading.kind === 'read'
      ? { ...one, reading: { kind: 'unreadable', why, typed: one.reading.meaning.value.text } }
      : one,
  )
}

/** A status that only holds with other cells of the row says which. */
function withNeed(one: Read, read: readonly Read[], action: Action, after: Action): Read {
  const { reading } = one
  if (one.at.columnId !== 'status' || reading.kind !== 'read' || after.statusId !== EMBEDDED) return one
  if (whyNotEmbedded({ ...action, statusId: EMBEDDED }) === null) return one
  const headers = read
    .filter(({ at }) => at.columnId === 'verifiedBy' || at.columnId === 'owner')
    .map(({ at }) => headerOf(at))
  const need = `It holds only together with the change of ${headers.join(' and ')}.`
  return { ...one, reading: { ...reading, remarks: [...reading.remarks, need] } }
}

function headerOf({ columnId, now }: CellAt): string {
  const columns = now.facts.input.framework.actionPlan.columns
  return columns.find(column => column.id === columnId)?.header ?? columnId
}

function changeOf(
  { at, number, reading }: Read,
  placed: PlacedRow,
  action: Action,
  file: FileAt,
): CellChange {
  const { columnId, sent } = at
  return {
    subject: subjectOf(action),
    columnId,
    header: headerOf(at),
    rank: [0, action.ref, number],
    fileId: file.id,
    by: file.by,
    sentOn: placed.base.isKnown ? placed.base.sentAs.madeOn : null,
    sent: sent && meaningOf(columnId, sent.action, sent.state),
    sentWrites: sent && sentWrites(columnId, sent.action, file),
    now: meaningOf(columnId, action, file.now),
    outcome: outcomeOf(reading, action),
    rowNumber: placed.isTwin ? placed.row.number : null,
    rowsInFile: placed.rowsInFile,
    keepsBoth: columnId === 'progress',
  }
}

function outcomeOf(reading: Reading<Action>, action: Action): Outcome {
  if (reading.kind === 'unreadable') return reading
  const { meaning, set, writes, remarks } = reading
  const update: RowWrite = { op: 'update', collection: 'actions', id: action.id, fields: set }
  return {
    kind: 'read',
    meaning,
    writes: [...(Object.keys(set).length > 0 ? [update] : []), ...writes],
    remarks,
  }
}

/** Only fields can be put back: progress and ties of evidence are rows of their own, kept or not. */
function sentWrites(columnId: string, sent: Action, file: FileAt): RowWrite[] | null {
  const fields = FIELDS[columnId]!
  if (fields.length === 0 || columnId === 'evidence') return null
  if (columnId === 'place' && !file.now.rows.areas.some(area => area.id === sent.areaId)) return null
  if (columnId === 'status' && !file.now.facts.status(sent.statusId)) return null
  const set = Object.fromEntries(fields.map(field => [field, sent[field]]))
  return [{ op: 'update', collection: 'actions', id: sent.id, fields: set }]
}

function subjectOf({ id, ref, title, principleId, areaId }: Action): ReviewSubject {
  return { collection: 'actions', rowId: id, ref: refOf('action', ref), title, principleId, areaId }
}
