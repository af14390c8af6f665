import { count } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { evidenceKindWords, handlingWords, strengthWords } from '../../../../shared/text/words.ts'
import type { Cell, Column, Line, Sheet } from '../sheet-model.ts'
import type { SheetFacts } from './board-facts.ts'
import { headLines, rowsOr, titleOf } from './sheet-parts.ts'

/** Those without `inBoard` would make a printed page too small to read. */
const allColumns: readonly (Column & { readonly inBoard?: true })[] = [
  { id: 'ref', header: 'Ref', width: 7, kind: 'text', inBoard: true },
  { id: 'title', header: 'Title', width: 25, kind: 'text', inBoard: true },
  { id: 'shows', header: 'What it shows', width: 36, kind: 'text', inBoard: true },
  { id: 'date', header: 'Date', width: 12, kind: 'date', inBoard: true },
  { id: 'areas', header: 'Places', width: 14, kind: 'text', inBoard: true },
  {
    id: 'strength',
    header: 'Strength',
    width: 14,
    kind: 'text',
    choices: { words: Object.values(strengthWords) },
    inBoard: true,
  },
  {
    id: 'handling',
    header: 'Handling',
    width: 11,
    kind: 'text',
    choices: { words: Object.values(handlingWords) },
    inBoard: true,
  },
  { id: 'principles', header: 'Principles', width: 22, kind: 'text', inBoard: true },
  { id: 'actions', header: 'Actions', width: 10, kind: 'text', inBoard: true },
  {
    id: 'kind',
    header: 'Kind',
    width: 9,
    kind: 'text',
    choices: { words: Object.values(evidenceKindWords) },
  },
  { id: 'file', header: 'File name or link', width: 22, kind: 'text', inBoard: true },
  { id: 'size', header: 'Size (KB)', width: 9.5, kind: 'number', format: '#,##0.0', inBoard: true },
  { id: 'note', header: 'Note', width: 22, kind: 'text', inBoard: true },
]

/** The register of what this copy's readers may see, and in a sentence how many items they may not. */
export function evidenceSheet(facts: SheetFacts): Sheet {
  const isFull = facts.input.options.view === 'full'
  const columns = allColumns.filter(column => isFull || column.inBoard)
  const actionRefs = new Map(facts.actions.map(action => [action.id, refOf('action', action.ref)]))
  const rows = facts.evidence.map(item => {
    const ties = facts.tiesOf(item.id)
    const cells: Record<string, Cell> = {
      ref: refOf('evidence', item.ref),
      title: item.title,
      shows: item.shows,
      date: item.refersOn,
      areas: ties.areas.join('\n'),
      strength: strengthWords[item.strength],
      handling: handlingWords[item.handling],
      principles: ties.principles.join('\n'),
      actions: ties.actionIds.map(id => actionRefs.get(id) ?? id).join(', '),
      kind: evidenceKindWords[item.kind],
      file: item.kind === 'link' ? item.url : item.fileName,
      size: item.kind === 'file' ? Math.round((item.size / 1024) * 10) / 10 : null,
      note: item.note,
    }
    return columns.map(column => cells[column.id] ?? null)
  })
  const leftOut = leftOutSentence(facts)
  return {
    name: 'Evidence',
    title: titleOf(facts, 'Evidence'),
    lines: [...headLines(facts), ...(leftOut ? [{ text: leftOut, look: 'lead' } as Line] : [])],
    columns,
    rows: rowsOr(rows, columns, 'No evidence is listed in this copy.'),
    frozenColumns: 2,
    colours: [],
    notes: [],
  }
}

/** "2 items marked Keep here and 1 item marked Board only are left out of this copy." Empty when none is. */
export function leftOutSentence(facts: SheetFacts): string {
  const { board, keep } = facts.hidden
  const parts = [
    keep > 0 ? `${count(keep, 'item')} marked ${handlingWords.keep}` : '',
    board > 0 ? `${count(board, 'item')} marked ${handlingWords.board}` : '',
  ].filter(Boolean)
  if (parts.length === 0) return ''
  return `${parts.join(' and ')} ${board + keep === 1 ? 'is' : 'are'} left out of this copy.`
}
