import { type Action, blankAction } from '../../../../shared/model/action.ts'
import type { ActionId, PrincipleId } from '../../../../shared/model/ids.ts'
import type { ReviewAddition } from '../../../../shared/model/review.ts'
import { whyNotEmbedded } from '../../../../shared/rules/closing.ts'
import { plainText } from '../../../../shared/text/plain.ts'
import type { ReadRow } from '../../exchange/returned/read-book.ts'
import type { Column } from '../../exchange/sheet-model.ts'
import type { ComparedAddition, RowWrite } from '../comparison.ts'
import type { FileAt } from '../file-at.ts'
import { quoted } from '../lists.ts'
import { FIELDS } from './meaning.ts'
import { readPlanCell } from './read-cell.ts'

/** A row about no action there is, offered as a new one. What cannot be read in it is said and left out. */
export function newAction(
  row: ReadRow,
  at: ReadonlyMap<string, number>,
  columns: readonly Column[],
  file: FileAt,
  table: number,
): ComparedAddition {
  const id = `add:${file.id}:${table === 0 ? '' : `${table}:`}${row.number}`
  const areaId = file.now.facts.areas[0]!.id
  let action: Action = {
    ...blankAction(`new:${id}` as ActionId, ''),
    areaId,
    principleId: '' as PrincipleId,
    title: '',
    statusId: firstStatus(file),
  }
  const fields: ReviewAddition['fields'] = []
  const remarks: string[] = []
  const rows: RowWrite[] = []
  for (const { id: columnId, header } of columns) {
    const index = at.get(columnId)
    const cell = index === undefined ? undefined : row.cells.get(index)
    if (!(columnId in FIELDS) || !cell || (cell.error === null && plainText(cell.text) === '')) continue
    const reading = readPlanCell(cell, { columnId, action, now: file.now, sent: null, file })
    if (!reading) continue
    if (reading.kind === 'unreadable') {
      remarks.push(`${header}, ${quoted(reading.typed)}, is left out. ${reading.why}`)
      continue
    }
    action = { ...action, ...reading.set }
    rows.push(...reading.writes)
    remarks.push(...reading.remarks)
    if (columnId !== 'action') fields.push({ header, value: reading.meaning.value })
  }
  const refused = whyNotEmbedded(action)
  if (refused) {
    action = { ...action, statusId: firstStatus(file) }
    const at = fields.findIndex(field => field.value.statusId !== null)
    if (at >= 0) fields.splice(at, 1)
    remarks.push(`Its status is left out. ${refused}`)
  }
  const isPlaced = fields.some(({ header }) => header === headerOf(columns, 'place'))
  if (!isPlaced) remarks.push(`It names no place, so it is added to ${file.now.facts.areaName(areaId)}.`)
  const problem = action.title === '' ? 'Its words cannot be kept, so it cannot be added.' : ''
  return {
    addition: {
      id,
      fileId: file.id,
      collection: 'actions',
      title: action.title,
      kind: 'Action',
      principleId: action.principleId === '' ? null : action.principleId,
      fields,
      needsPrinciple: action.principleId === '',
      problem,
      remarks,
    },
    writes: named => {
      const principleId = action.principleId === '' ? named : action.principleId
      if (principleId === null || problem !== '') return []
      return [{ op: 'insert', collection: 'actions', row: { ...action, principleId } }, ...rows]
    },
    contentHashes: [],
  }
}

/** What an action is before anyone says how it goes. */
function firstStatus({ now }: FileAt): string {
  const { statuses } = now.rows
  return (statuses.find(status => status.id === 'not-started') ?? statuses[0])?.id ?? 'not-started'
}

function headerOf(columns: readonly Column[], id: string): string | undefined {
  return columns.find(column => column.id === id)?.header
}
