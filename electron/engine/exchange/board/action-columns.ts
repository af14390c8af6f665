import type { PlanColumn } from '../../../../shared/model/framework.ts'
import type { Choices, Column, ColumnKind } from '../sheet-model.ts'
import { LATE_FORMAT } from './sheet-parts.ts'

/**
 * Widths that let the columns share a printed page in letters large enough to read: the board view an A4 page, the full
 * one an A3 page. The framework's own widths are for screens.
 */
const widths: Readonly<Record<string, readonly [board: number, full: number]>> = {
  ref: [7, 7],
  place: [12.5, 13],
  principle: [15, 15],
  levelOfNeed: [14, 13],
  currentLevel: [8, 9],
  targetLevel: [7, 9],
  gap: [24, 20],
  action: [30, 26],
  successMeasure: [24, 20],
  baseline: [14, 12],
  owner: [12.5, 13],
  ownerRole: [18, 15],
  sponsor: [14, 13],
  partners: [16, 15],
  start: [13, 13],
  due: [12, 13],
  lateness: [6, 8],
  priority: [9, 10],
  status: [13, 12],
  progress: [26, 24],
  resources: [16, 14],
  risk: [20, 17],
  likelihood: [12, 12],
  consequence: [14, 14],
  riskScore: [6.5, 8],
  mitigation: [22, 18],
  evidence: [18, 15],
  verifiedBy: [15, 14],
  governance: [14, 13],
  updated: [12, 13],
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  currentLevel: 'level',
  targetLevel: 'target',
  start: 'date',
  due: 'date',
  updated: 'date',
  lateness: 'number',
  likelihood: 'number',
  consequence: 'number',
  riskScore: 'number',
}

const choices: Readonly<Record<string, Choices>> = {
  place: { from: 'areas' },
  principle: { from: 'principles' },
  levelOfNeed: { from: 'levelsOfNeed' },
  priority: { from: 'priorities' },
  status: { from: 'statuses' },
  currentLevel: { least: 0, most: 4 },
  targetLevel: { least: 0, most: 4 },
  likelihood: { least: 1, most: 5 },
  consequence: { least: 1, most: 5 },
}

/** The framework's columns as columns of the sheet: all of them, or those it marks for a board. */
export function actionColumns(plan: readonly PlanColumn[], view: 'board' | 'full'): Column[] {
  return plan
    .filter(column => view === 'full' || column.boardView)
    .map(column => ({
      id: column.id,
      header: column.header,
      width: widths[column.id]?.[view === 'board' ? 0 : 1] ?? Math.min(column.width, 30),
      kind: kinds[column.id] ?? 'text',
      ...(column.id === 'lateness' ? { format: LATE_FORMAT } : {}),
      ...(choices[column.id] ? { choices: choices[column.id]! } : {}),
    }))
}
