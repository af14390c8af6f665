import type { PlanColumn, Principle } from '../../../../shared/model/framework.ts'
import { levelLineOf } from '../../../../shared/text/level-lines.ts'
import { actionColumns } from '../board/action-columns.ts'
import type { SheetFacts } from '../board/board-facts.ts'
import { ratingColumns } from '../board/ratings.ts'
import { LEVELS } from '../board/sheet-parts.ts'
import type { Cell, Column } from '../sheet-model.ts'

/** Columns of the plan that are worked out or given by the workbook: they are shown, and never read back. */
export const FIXED_IN_PLAN: ReadonlySet<string> = new Set(['ref', 'lateness', 'riskScore', 'updated'])
const FIXED_IN_RATINGS = new Set(
  'area principle levelName agreement count median lowest highest votes last change evidence'.split(' '),
)

/** What an owner reports on, and what stands beside it to be read, in widths that share an A4 page. */
const ownerColumns: readonly (readonly [id: string, width: number, use: 'answer' | 'fixed'])[] = [
  ['ref', 7, 'fixed'],
  ['place', 13, 'fixed'],
  ['principle', 16, 'fixed'],
  ['action', 30, 'fixed'],
  ['successMeasure', 24, 'fixed'],
  ['start', 13, 'answer'],
  ['due', 13, 'answer'],
  ['lateness', 7.5, 'fixed'],
  ['status', 15, 'answer'],
  ['progress', 38, 'answer'],
  ['evidence', 22, 'answer'],
]

/** Every column of the plan, those that are worked out marked as such. */
export function planToFillIn(plan: readonly PlanColumn[]): Column[] {
  return withUse(actionColumns(plan, 'full'), FIXED_IN_PLAN)
}

/** Every column of the ratings, likewise. */
export function ratingsToFillIn(): Column[] {
  return withUse(ratingColumns('full'), FIXED_IN_RATINGS)
}

/** The framework's columns that an owner's workbook has, in its own order. */
export function columnsForOwner(plan: readonly PlanColumn[]): Column[] {
  const all = new Map(actionColumns(plan, 'full').map(column => [column.id, column]))
  return ownerColumns.flatMap(([id, width, use]) => {
    const column = all.get(id)
    if (!column) return []
    const { choices, ...rest } = column
    return [{ ...rest, width, use, ...(choices && use === 'answer' ? { choices } : {}) }]
  })
}

/** A rating slip: the principle, its levels in a line each, and two cells for the answer. */
export function slipColumns(facts: Pick<SheetFacts, 'levelName'>): Column[] {
  return [
    { id: 'principle', header: 'Principle', width: 18, kind: 'text', use: 'fixed' },
    ...LEVELS.map(
      (level): Column => ({
        id: `level${level}`,
        header: `${level} ${facts.levelName(level)}`.trim(),
        width: 23,
        kind: 'text',
        use: 'fixed',
      }),
    ),
    {
      id: 'level',
      header: 'Level (0 to 4)',
      width: 8.5,
      kind: 'level',
      choices: { words: LEVELS.map(String) },
      use: 'answer',
    },
    { id: 'reason', header: 'Reason', width: 42, kind: 'text', use: 'answer' },
  ]
}

/** What a slip says of a principle before it is filled in. */
export function slipCell(columnId: string, principle: Principle): Cell {
  if (columnId === 'principle') return `${principle.number} ${principle.title}`
  const level = LEVELS.find(one => columnId === `level${one}`)
  return level === undefined ? null : levelLineOf(principle, level)
}

function withUse(columns: readonly Column[], fixed: ReadonlySet<string>): Column[] {
  return columns.map(column => ({ ...column, use: fixed.has(column.id) ? 'fixed' : 'answer' }))
}
