import type { Action } from '../../../../shared/model/action.ts'
import { cellEdit } from '../../../../shared/rules/typed-cell.ts'
import { dayOfBareNumber } from '../../../../shared/text/excel-days.ts'
import { keptText, plainText, wordsOf } from '../../../../shared/text/plain.ts'
import type { ReadCell } from '../../exchange/returned/read-book.ts'
import { errorIn, FORMULA_TAKEN } from '../sheet-cell.ts'
import { type Reading, unreadable } from '../value.ts'
import type { CellAt } from './cell-at.ts'
import { readEvidence } from './evidence-cell.ts'
import { meaningOf } from './meaning.ts'
import { readProgress } from './progress-cell.ts'

const DATES = new Set(['start', 'due'])
const NUMBERS = new Set(['currentLevel', 'targetLevel', 'likelihood', 'consequence'])
const CHOICES = new Set(['place', 'principle', 'levelOfNeed', 'priority', 'status', ...NUMBERS])

/** What a cell of the plan says now that it came back changed; `null` when it says nothing new. */
export function readPlanCell(cell: ReadCell | undefined, at: CellAt): Reading<Action> | null {
  const error = errorIn(cell)
  if (error) return unreadable(error, cell?.error ?? '')
  const typed = typedIn(cell, at.columnId)
  const reading = at.columnId === 'progress' ? readProgress(typed, at) : readPlain(typed, cell, at)
  if (!reading || reading.kind === 'unreadable' || !cell?.isFormula) return reading
  const remarks = [...reading.remarks, FORMULA_TAKEN]
  return { ...reading, remarks }
}

/** A cell as somebody might have typed it. A bare number in a column of dates is Excel's count of days. */
function typedIn(cell: ReadCell | undefined, columnId: string): string {
  if (!cell) return ''
  if (DATES.has(columnId)) return cell.day ?? dayOfBareNumber(cell.number) ?? keptText(cell.text)
  if (columnId === 'verifiedBy' && cell.day) return cell.day
  if (NUMBERS.has(columnId) && cell.number !== null) return String(cell.number)
  return keptText(cell.text)
}

function readPlain(typed: string, cell: ReadCell | undefined, at: CellAt): Reading<Action> {
  if (at.columnId === 'evidence') return readEvidence(typed, at)
  const edit = cellEdit(at.columnId, plainText(typed) === '' ? '' : typed, at.file.context)
  if ('problem' in edit) return unreadable(sentenceOf(edit.problem, at.columnId), cell?.text ?? '')
  // The cell holds a name and a date: without one of them it is empty, whatever the workbook still knows.
  const set = at.columnId === 'verifiedBy' ? { verifiedBy: '', verifiedOn: null, ...edit.set } : edit.set
  const meaning = meaningOf(at.columnId, { ...at.action, ...set }, at.now)
  return { kind: 'read', meaning, set, writes: [], remarks: takenFor(cell, meaning.value.text, at.columnId) }
}

/** What was typed one way and read another is said, so that a wrong guess is seen. */
function takenFor(cell: ReadCell | undefined, read: string, columnId: string): string[] {
  if (!cell) return []
  const typed = plainText(cell.text)
  if (DATES.has(columnId)) {
    if (cell.day || typed === '' || wordsOf(typed) === wordsOf(read)) return []
    return [`Typed as ${typed}, read as ${read}.`]
  }
  if (!CHOICES.has(columnId) || read === '' || ` ${wordsOf(read)}`.includes(` ${wordsOf(typed)}`)) return []
  return [`Typed as ${typed}, read as ${read}.`]
}

const REQUIRED: Readonly<Record<string, string>> = {
  action: 'An action must say what will be done, so its words were kept.',
  status: 'An action must have a status, so its status was kept.',
  place: 'An action must have a place, so its place was kept.',
  principle: 'An action must belong to a principle, so its principle was kept.',
}

function sentenceOf(problem: string, columnId: string): string {
  if (problem === 'this cell cannot be empty' || problem.startsWith('an action must'))
    return REQUIRED[columnId] ?? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`
  if (problem.startsWith('is longer')) return `The text ${problem}.`
  return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`
}
