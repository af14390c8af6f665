import type { Action } from '../../../shared/model/action.ts'
import type { Framework, PlanColumn } from '../../../shared/model/framework.ts'
import { longDate, shortDate } from '../../../shared/text/dates.ts'
import type { ActionRow } from './action-row.ts'

/** How a cell is edited: by typing, in a larger box, from a list, as a date, or not here. */
export type CellEditor = 'line' | 'text' | 'choice' | 'date' | 'none'

/** A column of the grid: the framework's header and reason, and how this screen reads and edits it. */
export type Column = {
  readonly id: string
  readonly header: string
  /** The framework's own header, as exports print it; a pasted header row may use either. */
  readonly printed: string
  readonly why: string
  /** In pixels. */
  readonly width: number
  readonly editor: CellEditor
  /** What a cell says, as copied, searched and read out. */
  text(row: ActionRow): string
  /** What to sort by; `null` goes last either way. */
  sortKey(row: ActionRow): string | number | null
}

/** The columns shown until the user chooses others. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'ref',
  'principle',
  'action',
  'owner',
  'due',
  'lateness',
  'status',
]

/** The framework's columns in its order. One the framework names and this screen does not know is left out. */
export function columnsOf(framework: Framework): readonly Column[] {
  const levels = new Map(framework.scale.levels.map(level => [level.value, level.label]))
  const reading = readings(framework, levels)
  return framework.actionPlan.columns.flatMap(column => {
    const way = reading[column.id]
    return way ? [{ ...base(column), ...way, width: WIDTHS[column.id] ?? column.width * 6 + 24 }] : []
  })
}

type Way = Pick<Column, 'editor' | 'text' | 'sortKey'> & { readonly header?: string }

const WIDTHS: Readonly<Record<string, number>> = {
  ref: 64,
  place: 148,
  principle: 76,
  action: 248,
  owner: 120,
  due: 104,
  lateness: 112,
  status: 176,
}

function base({ id, header, why }: PlanColumn) {
  return { id, header, printed: header, why }
}

function readings(framework: Framework, levels: ReadonlyMap<number, string>): Readonly<Record<string, Way>> {
  const needs = new Map(framework.levelsOfNeed.map(need => [need.id, need.label]))
  const priorities = new Map<string, { label: string; order: number }>(
    framework.actionPlan.priorities.map(each => [each.id, each]),
  )
  const level = (value: number | null) => (value === null ? '' : `${value} ${levels.get(value) ?? ''}`.trim())
  return {
    ref: { editor: 'none', text: row => row.ref, sortKey: row => row.action.ref },
    place: { editor: 'choice', text: row => row.place, sortKey: row => row.placeOrder },
    principle: {
      editor: 'choice',
      text: row => (row.principle ? `${row.principle.number} ${row.principle.title}` : ''),
      sortKey: row => row.principle?.number ?? null,
    },
    levelOfNeed: {
      editor: 'choice',
      text: row => needs.get(row.action.levelOfNeed ?? '') ?? '',
      sortKey: row => needs.get(row.action.levelOfNeed ?? '') ?? null,
    },
    currentLevel: {
      editor: 'choice',
      text: row => level(row.action.currentLevel),
      sortKey: row => row.action.currentLevel,
    },
    targetLevel: {
      editor: 'choice',
      text: row => level(row.action.targetLevel),
      sortKey: row => row.action.targetLevel,
    },
    gap: words('gap', 'text'),
    action: words('title', 'text'),
    successMeasure: words('successMeasure', 'text'),
    baseline: words('baseline', 'text'),
    owner: words('owner', 'line'),
    ownerRole: words('ownerRole', 'line'),
    sponsor: words('sponsor', 'line'),
    partners: words('partners', 'text'),
    start: day(row => row.action.startOn, 'date'),
    due: day(row => row.action.dueOn, 'date'),
    lateness: {
      header: 'Lateness',
      editor: 'none',
      text: row => [row.words.main, row.words.aside].filter(Boolean).join(', '),
      sortKey: sortableLateness,
    },
    priority: {
      editor: 'choice',
      text: row => priorities.get(row.action.priority ?? '')?.label ?? '',
      sortKey: row => priorities.get(row.action.priority ?? '')?.order ?? null,
    },
    status: {
      header: 'Status declared',
      editor: 'choice',
      text: row => row.status?.label ?? row.action.statusId,
      sortKey: row => row.status?.position ?? null,
    },
    progress: {
      editor: 'none',
      text: row => (row.latest ? `${shortDate(row.latest.on)}: ${row.latest.text}` : ''),
      sortKey: row => row.latest?.on ?? null,
    },
    resources: words('resources', 'text'),
    risk: words('risk', 'text'),
    likelihood: number('likelihood'),
    consequence: number('consequence'),
    riskScore: {
      editor: 'none',
      text: row => (row.risk ? `${row.risk.score}${row.risk.band ? ` ${row.risk.band.label}` : ''}` : ''),
      sortKey: row => row.risk?.score ?? null,
    },
    mitigation: words('mitigation', 'text'),
    evidence: words('evidenceNote', 'text'),
    verifiedBy: {
      editor: 'line',
      text: ({ action: { verifiedBy, verifiedOn } }) =>
        [verifiedBy, verifiedOn ? longDate(verifiedOn) : ''].filter(Boolean).join(', '),
      sortKey: row => row.action.verifiedOn,
    },
    governance: words('governance', 'line'),
    updated: day(row => row.updatedOn, 'none'),
  }
}

type WordField = {
  [F in keyof Action]: Action[F] extends string ? F : never
}[keyof Action]

function words(field: WordField, editor: CellEditor): Way {
  return {
    editor,
    text: row => row.action[field],
    sortKey: row => row.action[field].toLocaleLowerCase('en-GB') || null,
  }
}

function number(field: 'likelihood' | 'consequence'): Way {
  return {
    editor: 'choice',
    text: row => String(row.action[field] ?? ''),
    sortKey: row => row.action[field],
  }
}

function day(of: (row: ActionRow) => string | null, editor: CellEditor): Way {
  return {
    editor,
    text: row => {
      const on = of(row)
      return on ? shortDate(on) : ''
    },
    sortKey: of,
  }
}

/** Most late first when going down; what is closed has no lateness and goes last. */
function sortableLateness(row: ActionRow): number | null {
  const { standing, action } = row
  if (standing.kind === 'late') return -standing.days
  if (standing.kind === 'due') return standing.days
  if (standing.kind === 'starts') return action.dueOn === null ? null : 1_000_000
  return null
}
