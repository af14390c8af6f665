import { refOf } from '../../../../shared/text/names.ts'
import { wordsOf } from '../../../../shared/text/plain.ts'
import { FIXED_IN_PLAN } from '../../exchange/fill-in/columns.ts'
import type { ReadRow, ReadTable } from '../../exchange/returned/read-book.ts'
import type { CellChange } from '../cell-change.ts'
import type { ComparedAddition } from '../comparison.ts'
import type { FileAt, TableResult } from '../file-at.ts'
import { type Headers, headersOf } from '../headers.ts'
import { listed, theRows } from '../lists.ts'
import { isEmptyCell } from '../sheet-cell.ts'
import { workedOutRemarks } from '../worked-out.ts'
import { type PlacedRow, untwinned } from './duplicates.ts'
import { sureColumns, textIn } from './find-columns.ts'
import { matchRows } from './match-rows.ts'
import { newAction } from './new-action.ts'
import { rowChanges } from './row-changes.ts'

/** Everything the plans of one file change, add and leave to be said. */
export function readPlan(file: FileAt): TableResult<CellChange, ComparedAddition> {
  const tables = file.book.tables.filter(table => table.kind === 'plan')
  if (tables.length === 0 && file.base.plan.rows.size > 0)
    return {
      changes: [],
      additions: [],
      remarks: ['The sheet with the action plan is missing from this file.'],
    }
  const { base, now } = file
  const remarks: string[] = []
  const placed: PlacedRow[] = []
  const unknown: { readonly row: ReadRow; readonly headers: Headers; readonly table: number }[] = []
  const torn: ReadRow[] = []
  tables.forEach((table, number) => {
    const rows = table.rows.filter(row => !isOfOurs(row, table))
    const sure = sureColumns(table, base, now)
    const match = matchRows(rows, sure, base, now, file.baseOf)
    const found = match.matched.flatMap(({ row, sent }) => (sent ? [{ row, sent }] : []))
    const headers = headersOf(table, base.plan.columns, sure.at, found)
    remarks.push(...headers.remarks)
    placed.push(
      ...match.matched.map(row => ({
        ...row,
        at: headers.at,
        table: number,
        isTwin: false,
        rowsInFile: 1,
      })),
    )
    unknown.push(...match.unknown.map(row => ({ row, headers, table: number })))
    torn.push(...match.torn)
  })

  const refOfId = (id: string) =>
    refOf('action', (now.actions.get(id) ?? base.state.actions.get(id))?.ref ?? 0)
  const { rows, copies, remarks: twins } = untwinned(placed, refOfId)
  const changes: CellChange[] = []
  const removed: string[] = []
  for (const row of rows) {
    const action = now.actions.get(row.actionId)
    if (action) changes.push(...rowChanges(row, action, file))
    else removed.push(...removedHere(row, file))
  }
  const additions: ComparedAddition[] = copies.map(({ row, at, table }) =>
    newAction(row, at, base.plan.columns, file, table),
  )
  const stray: number[] = []
  for (const { row, headers, table } of unknown) {
    if (isNewAction(row, headers)) additions.push(newAction(row, headers.at, base.plan.columns, file, table))
    else if (holdsText(row, headers)) stray.push(row.number)
  }
  remarks.push(...twins, ...removed, ...workedOut(), ...missing())
  if (torn.length > 0)
    remarks.push(
      `Nothing was read from ${theRows(torn.map(row => row.number))}: the hidden mark, the reference and the words there belong to different actions. A sort of only some columns does that.`,
    )
  if (stray.length > 0)
    remarks.push(
      `${stray.length === 1 ? '1 row holds' : `${stray.length} rows hold`} text but no action and ${stray.length === 1 ? 'was' : 'were'} left alone: ${theRows(stray)}.`,
    )
  return { changes, additions: additions.sort((a, b) => byRow(a, b)), remarks }

  function workedOut(): string[] {
    const withColumns = rows.map(row => ({ ...row, columns: row.base.plan.columns }))
    return workedOutRemarks(withColumns, id => FIXED_IN_PLAN.has(id))
  }

  function missing(): string[] {
    if (!base.isKnown) return []
    const there = new Set(placed.map(row => row.actionId))
    for (const row of torn) for (const cell of row.cells.values()) there.add(idInMark(cell.text))
    const gone = [...base.plan.rows.keys()].filter(id => !there.has(id) && now.actions.has(id)).map(refOfId)
    if (gone.length === 0) return []
    return [
      gone.length === 1
        ? `${gone[0]} is missing from this file. It stays in the workbook.`
        : `${listed(gone)} are missing from this file. They stay in the workbook.`,
    ]
  }
}

function idInMark(text: string): string {
  return text.slice(text.indexOf('.') + 1).trim()
}

/** What came back changed of an action that is not here any more, in words, so that it is not lost. */
function removedHere(row: PlacedRow, file: FileAt): string[] {
  const action = row.base.state.actions.get(row.actionId)
  if (!action) return []
  const said = rowChanges(row, action, file).map(
    ({ header, outcome }) =>
      `${header}: ${(outcome.kind === 'read' ? outcome.meaning.value.text : outcome.typed) || 'empty'}`,
  )
  if (said.length === 0) return []
  return [
    `${refOf('action', action.ref)} ${action.title} was removed here since. What the file changed in it was left out: ${said.join('; ')}.`,
  ]
}

/** How the sentence of a plan without rows begins, in every file we send. */
const NONE_YET = 'no action has been written yet'

/** Headers that were copied down, and the sentence of a plan that had no row. */
function isOfOurs(row: ReadRow, table: ReadTable): boolean {
  let held = 0
  let headers = 0
  let isNone = false
  for (const [index, cell] of row.cells) {
    if (isEmptyCell(cell)) continue
    held++
    if (cell.text === table.headers[index] || wordsOf(cell.text) === wordsOf(table.headers[index] ?? ''))
      headers++
    else if (held < 3 && wordsOf(cell.text).startsWith(NONE_YET)) isNone = true
    // Almost every row is an action, and says so in its first cells.
    if (held > 2 && headers < held) return false
  }
  return held === 0 || (isNone && held < 3) || (held > 2 && headers === held)
}

/** A row is a new action when it says what is to be done; a line of totals does not. */
function isNewAction(row: ReadRow, { at }: Headers): boolean {
  const words = wordsOf(textIn(row, at, 'action'))
  if (words === '' || /^[\d\s]+$/.test(words)) return false
  return ![...row.cells.values()].some(cell => /^(grand |sub ?)?totals?$/.test(wordsOf(cell.text)))
}

function holdsText(row: ReadRow, { at }: Headers): boolean {
  return [...at.values()].some(index => !isEmptyCell(row.cells.get(index)))
}

function byRow(a: ComparedAddition, b: ComparedAddition): number {
  return rowIn(a) - rowIn(b)
}

function rowIn({ addition }: ComparedAddition): number {
  return Number(addition.id.slice(addition.id.lastIndexOf(':') + 1))
}
