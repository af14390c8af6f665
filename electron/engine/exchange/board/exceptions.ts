import { exceptionsOf, exceptionWords } from '../../../../shared/rules/exceptions.ts'
import type { Column, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import { headLines, LATE_FORMAT, lateColour, rowsOr, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'kind', header: 'What', width: 22, kind: 'text' },
  { id: 'ref', header: 'Ref', width: 8, kind: 'text' },
  { id: 'sentence', header: 'In a sentence', width: 58, kind: 'text' },
  { id: 'area', header: 'Place', width: 20, kind: 'text', choices: { from: 'areas' } },
  { id: 'principle', header: 'Principle', width: 24, kind: 'text', choices: { from: 'principles' } },
  { id: 'owner', header: 'Owner', width: 18, kind: 'text' },
  { id: 'due', header: 'Due date', width: 13, kind: 'date' },
  { id: 'days', header: 'Days late', width: 8, kind: 'number', format: LATE_FORMAT },
]

/** What the board should hear first, each in a sentence that stands alone. */
export function exceptionsSheet(facts: BoardFacts): Sheet {
  const { rows, framework, today } = facts.input
  const actions = new Map(facts.actions.map(action => [action.id, action]))
  const exceptions = exceptionsOf(rows, framework, null, facts.round.id, today)
  const found = exceptions.map(exception => {
    const action = exception.actionId ? actions.get(exception.actionId) : undefined
    return [
      exceptionWords[exception.kind],
      exception.ref,
      exception.sentence,
      facts.areaName(exception.areaId),
      facts.principleName(exception.principleId),
      action?.owner ?? null,
      action?.dueOn ?? null,
      action ? exception.days : null,
    ]
  })
  return {
    name: 'Exceptions',
    title: titleOf(facts, 'Exceptions'),
    lines: headLines(facts),
    columns,
    rows: rowsOr(found, columns, noneOf(facts)),
    frozenColumns: 2,
    colours: [lateColour('days')],
    notes: [],
  }
}

/** Nothing to report is good news only where there was something to look at. */
function noneOf(facts: BoardFacts): string {
  const isRated = facts.areas.some(area =>
    facts.principles.some(principle => facts.rating(area.id, principle.id)?.state === 'rated'),
  )
  return isRated || facts.actions.length > 0
    ? 'There are no exceptions: nothing is late, waiting, split or without proof.'
    : 'There is nothing to report yet: no principle has been rated and no action written.'
}
