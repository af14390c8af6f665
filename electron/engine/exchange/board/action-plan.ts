import type { Action } from '../../../../shared/model/action.ts'
import { localDay, longDate, shortDate } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { holdsWord } from '../formulas.ts'
import {
  type Cell,
  type Column,
  type Formula,
  headerRowOf,
  type Line,
  letterOf,
  type Sheet,
} from '../sheet-model.ts'
import { actionColumns } from './action-columns.ts'
import type { SheetFacts } from './board-facts.ts'
import { withMarks } from './marked-sheet.ts'
import {
  headLines,
  lateColour,
  levelColoursOf,
  returnLine,
  rowsOr,
  statusColours,
  titleOf,
} from './sheet-parts.ts'

/** Which actions and columns a plan shows, and what its reader is told above the table. */
export type PlanChoice = {
  readonly actions: readonly Action[]
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  /** Whether only the cells to fill in can be changed. */
  readonly isLocked?: true
  /** Said in the table when there is none. */
  readonly none?: string
}

/** The plan of a board: every action, the framework's columns. */
export function actionPlanSheet(facts: SheetFacts): Sheet {
  const { framework, options } = facts.input
  const columns = actionColumns(framework.actionPlan.columns, options.view)
  return planSheet(facts, { actions: facts.actions, columns, lines: [] })
}

/** A row an action. Days late and risk score are formulas that can be followed. */
export function planSheet(facts: SheetFacts, choice: PlanChoice): Sheet {
  const { actions, columns } = choice
  const letter = (id: string) => {
    const index = columns.findIndex(column => column.id === id)
    return index === -1 ? null : letterOf(index)
  }
  const letters = {
    due: letter('due'),
    status: letter('status'),
    likelihood: letter('likelihood'),
    consequence: letter('consequence'),
  }
  const lines: Line[] = [
    ...headLines(facts),
    ...choice.lines,
    ...returnLine(facts),
    lateLine(facts, letters.due, choice.isLocked ?? false),
  ]
  const countedTo = `$${letters.due}$${lines.length + 1}`
  const first = headerRowOf({ lines }) + 1
  const rows = actions.map((action, index) => {
    const row = first + index
    return columns.map(({ id }): Cell => {
      if (id === 'lateness') return latenessCell(facts, action, letters, row, countedTo)
      if (id === 'riskScore') return riskCell(facts, action, letters, row)
      return planCell(id, action, facts)
    })
  })
  return withMarks(
    facts,
    actions.map(action => action.id),
    {
      name: 'Action plan',
      title: titleOf(facts, 'Action plan'),
      lines,
      columns,
      rows: rowsOr(rows, columns, choice.none ?? 'No action has been written yet.'),
      frozenColumns: 2,
      colours: [
        ...statusColours(facts, 'status'),
        lateColour('lateness'),
        ...levelColoursOf('currentLevel'),
      ].filter(colour => columns.some(column => column.id === colour.columnId)),
      notes: [],
      ...(choice.isLocked ? { isLocked: true } : {}),
    },
  )
}

/**
 * What a column of the plan says of an action: the very cell that is sent, formulas as their values. A column we do not
 * know is empty.
 */
export function planCell(columnId: string, action: Action, facts: SheetFacts): Cell {
  return cells[columnId]?.(action, facts) ?? null
}

/** What each column of the framework says of an action. */
const cells: Readonly<Record<string, (action: Action, facts: SheetFacts) => Cell>> = {
  ref: action => refOf('action', action.ref),
  place: (action, facts) => facts.areaName(action.areaId),
  principle: (action, facts) => facts.principleName(action.principleId),
  levelOfNeed: (action, facts) =>
    facts.input.framework.levelsOfNeed.find(level => level.id === action.levelOfNeed)?.label ??
    action.levelOfNeed,
  currentLevel: action => action.currentLevel,
  targetLevel: action => action.targetLevel,
  gap: action => action.gap,
  action: action => action.title,
  successMeasure: action => action.successMeasure,
  baseline: action => action.baseline,
  owner: action => action.owner,
  ownerRole: action => action.ownerRole,
  sponsor: action => action.sponsor,
  partners: action => action.partners,
  start: action => action.startOn,
  due: action => action.dueOn,
  lateness: (action, facts) => facts.daysLate(action),
  riskScore: ({ likelihood, consequence }) =>
    likelihood === null || consequence === null ? null : likelihood * consequence,
  priority: (action, facts) =>
    facts.input.framework.actionPlan.priorities.find(priority => priority.id === action.priority)?.label ??
    action.priority,
  status: (action, facts) => facts.status(action.statusId)?.label ?? action.statusId,
  progress: (action, facts) => {
    const update = facts.latestUpdate(action.id)
    return update ? `${shortDate(update.on)}: ${update.text}` : null
  },
  resources: action => action.resources,
  risk: action => action.risk,
  likelihood: action => action.likelihood,
  consequence: action => action.consequence,
  mitigation: action => action.mitigation,
  evidence: (action, facts) => {
    const refs = facts.evidenceFor(action.id).map(item => refOf('evidence', item.ref))
    return [refs.join(', '), action.evidenceNote].filter(Boolean).join('\n')
  },
  verifiedBy: action =>
    [action.verifiedBy, action.verifiedOn ? shortDate(action.verifiedOn) : ''].filter(Boolean).join(', '),
  governance: action => action.governance,
  updated: (action, facts) => {
    const day = localDay(new Date(action.updatedAt))
    const update = facts.latestUpdate(action.id)
    return update && update.on > day ? update.on : day
  },
}

function lateLine(facts: SheetFacts, due: string | null, isLocked: boolean): Line {
  const { today } = facts.input
  if (due === null) return { text: `Days late are counted to ${longDate(today)}.`, look: 'plain' }
  return {
    text: isLocked
      ? 'Days late are counted to the date above Due date.'
      : 'Days late are counted to the date above Due date. Type another there, or =TODAY(), to count to it.',
    look: 'plain',
    date: { columnId: 'due', day: today },
  }
}

/**
 * The rule of `daysLate` as a formula. It counts to a date on the sheet rather than to TODAY(): a board paper must not
 * say something else when it is opened a week later, and whoever wants that can type it there.
 */
function latenessCell(
  facts: SheetFacts,
  action: Action,
  letters: { readonly due: string | null; readonly status: string | null },
  row: number,
  countedTo: string,
): Cell {
  const value = facts.daysLate(action)
  if (!letters.due || !letters.status) return value
  const due = `${letters.due}${row}`
  const closing = facts.input.rows.statuses
    .filter(status => status.isClosing)
    .map(status => holdsWord(`${letters.status}${row}`, status.label))
  const isOver = [`ISBLANK(${due})`, ...closing].join(',')
  return { formula: `IF(OR(${isOver}),0,MAX(0,${countedTo}-${due}))`, value } satisfies Formula
}

/** The board view has the score without its factors, so there they stand in the formula itself. */
function riskCell(
  facts: SheetFacts,
  action: Action,
  letters: { readonly likelihood: string | null; readonly consequence: string | null },
  row: number,
): Cell {
  const value = planCell('riskScore', action, facts) as number | null
  if (letters.likelihood && letters.consequence) {
    const factors = [`${letters.likelihood}${row}`, `${letters.consequence}${row}`]
    return { formula: `IF(COUNT(${factors.join(',')})<2,"",${factors.join('*')})`, value: value ?? '' }
  }
  return value === null ? null : { formula: `${action.likelihood}*${action.consequence}`, value }
}
