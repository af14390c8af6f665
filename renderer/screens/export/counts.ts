import type { Evidence } from '../../../shared/model/evidence.ts'
import { count } from '../../../shared/text/dates.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { SummaryCell } from './summary-rows.ts'

/** What a copy for these readers leaves out, and why, in sentences with real counts. */
export function leftOut(
  evidence: Iterable<Pick<Evidence, 'handling'>>,
  cells: readonly SummaryCell[],
  readers: 'board' | 'others',
): readonly string[] {
  const marks = [...evidence].map(item => item.handling)
  const kept = marks.filter(mark => mark === 'keep').length
  const board = readers === 'others' ? marks.filter(mark => mark === 'board').length : 0
  const open = cells.filter(cell => cell.state === 'not-discussed').map(cell => String(cell.principle.number))
  const items = [
    kept > 0 && `${count(kept, 'item')} marked keep here`,
    board > 0 && `${count(board, 'item')} marked board only`,
  ].filter(each => each !== false)
  return [
    items.length > 0 ? `${capital(listOf(items))}.` : 'No evidence is left out of the list.',
    'The files themselves: the list names them.',
    ...(open.length > 0
      ? [`${listOf(open)} ${open.length === 1 ? 'appears' : 'appear'} as “not discussed”, never as 0.`]
      : []),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
}
