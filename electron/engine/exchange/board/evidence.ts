import { count } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { evidenceKindWords, handlingWords, strengthWords } from '../../../../shared/text/words.ts'
import type { Column, Line, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { headLines, rowsOr, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'ref', header: 'Ref', width: 8, kind: 'text' },
  { id: 'title', header: 'Title', width: 26, kind: 'text' },
  { id: 'shows', header: 'What it shows', width: 38, kind: 'text' },
  { id: 'date', header: 'Date', width: 13, kind: 'date' },
  { id: 'areas', header: 'Places', width: 16, kind: 'text' },
  {
    id: 'strength',
    header: 'Strength',
    width: 16,
    kind: 'text',
    choices: { words: Object.values(strengthWords) },
  },
  {
    id: 'handling',
    header: 'Handling',
    width: 13,
    kind: 'text',
    choices: { words: Object.values(handlingWords) },
  },
  { id: 'principles', header: 'Principles', width: 24, kind: 'text' },
  { id: 'actions', header: 'Actions', width: 12, kind: 'text' },
  {
    id: 'kind',
    header: 'Kind',
    width: 9,
    kind: 'text',
    choices: { words: Object.values(evidenceKindWords) },
  },
  { id: 'file', header: 'File name or link', width: 24, kind: 'text' },
  { id: 'size', header: 'Size (KB)', width: 10, kind: 'number', format: '#,##0.0' },
  { id: 'note', header: 'Note', width: 20, kind: 'text' },
]

/** The register of what this copy's readers may see, and in a sentence how many items they may not. */
export function evidenceSheet(facts: BoardFacts): Sheet {
  const actionRefs = new Map(facts.actions.map(action => [action.id, refOf('action', action.ref)]))
  const rows = facts.evidence.map(item => {
    const ties = facts.tiesOf(item.id)
    return [
      refOf('evidence', item.ref),
      item.title,
      item.shows,
      item.refersOn,
      ties.areas.join('\n'),
      strengthWords[item.strength],
      handlingWords[item.handling],
      ties.principles.join('\n'),
      ties.actionIds.map(id => actionRefs.get(id) ?? id).join(', '),
      evidenceKindWords[item.kind],
      item.kind === 'link' ? item.url : item.fileName,
      item.kind === 'file' ? Math.round((item.size / 1024) * 10) / 10 : null,
      item.note,
    ]
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
export function leftOutSentence(facts: BoardFacts): string {
  const { board, keep } = facts.hidden
  const parts = [
    keep > 0 ? `${count(keep, 'item')} marked ${handlingWords.keep}` : '',
    board > 0 ? `${count(board, 'item')} marked ${handlingWords.board}` : '',
  ].filter(Boolean)
  if (parts.length === 0) return ''
  return `${parts.join(' and ')} ${board + keep === 1 ? 'is' : 'are'} left out of this copy.`
}
