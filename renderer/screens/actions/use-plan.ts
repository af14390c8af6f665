import { useEffect, useMemo, useState } from 'react'
import type { EditContext } from '../../../shared/rules/typed-cell.ts'
import { choicesOf } from '../../../shared/text/choices.ts'
import { useRemembered, useStage, useWorkbook } from '../../state/hooks.ts'
import { useArea, useAreas, useFramework, useStatuses, useToday } from '../../state/select.ts'
import { type ActionRow, rowsOf } from './action-row.ts'
import { type Column, columnsOf, DEFAULT_COLUMNS } from './columns.ts'
import { filtered, grouped, type Item, type PlanView, sorted } from './view.ts'

/** Everything the screen draws from, worked out from the mirror and how the list was left. */
export type Plan = {
  readonly all: readonly ActionRow[]
  readonly rows: readonly ActionRow[]
  readonly items: readonly Item[]
  readonly allColumns: readonly Column[]
  readonly columns: readonly Column[]
  readonly context: EditContext
  /** Who is at the keyboard; empty until known, or when nobody said. */
  readonly person: string
  readonly view: PlanView
  setView(next: PlanView): void
}

const START: PlanView = {
  groupBy: 'place',
  isMine: false,
  isLate: false,
  isOpen: false,
  principleId: '',
  areaId: '',
  statusId: '',
  owner: '',
  text: '',
  sort: null,
  columnIds: DEFAULT_COLUMNS,
}

/** The plan as this window shows it. */
export function usePlan(): Plan {
  const framework = useFramework()
  const statuses = useStatuses()
  const areas = useAreas()
  const today = useToday()
  const person = usePersonName()
  const [view, setView] = useRemembered<PlanView>('actions.view', START)
  useAreaOfBar(view, setView)
  const source = {
    actions: useWorkbook(state => state.rows.actions),
    updates: useWorkbook(state => state.rows.updates),
    areas: useWorkbook(state => state.rows.areas),
    statuses: useWorkbook(state => state.rows.statuses),
    evidenceLinks: useWorkbook(state => state.rows.evidenceLinks),
  }
  const { actions, updates, evidenceLinks } = source

  const all = useMemo(
    () =>
      rowsOf({
        actions,
        updates,
        evidenceLinks,
        areas: source.areas,
        statuses: source.statuses,
        framework,
        today,
      }),
    [actions, updates, evidenceLinks, source.areas, source.statuses, framework, today],
  )
  const allColumns = useMemo(() => columnsOf(framework), [framework])
  const columns = useMemo(
    () => allColumns.filter(column => view.columnIds.includes(column.id)),
    [allColumns, view.columnIds],
  )
  const items = useMemo(
    () => grouped(sorted(filtered(all, view, person), view.sort, allColumns), view.groupBy),
    [all, view, person, allColumns],
  )
  const rows = useMemo(() => items.flatMap(item => (item.kind === 'row' ? [item.row] : [])), [items])
  const context = useMemo(
    () => ({ choices: choicesOf({ framework, areas, statuses }), today }),
    [framework, areas, statuses, today],
  )
  return { all, rows, items, allColumns, columns, context, person, view, setView }
}

/** Choosing a place in the bar narrows the list to it; choosing the system shows all again. */
function useAreaOfBar(view: PlanView, setView: (next: PlanView) => void): void {
  const area = useArea()
  const wanted = area.kind === 'place' ? area.id : ''
  const [known, setKnown] = useRemembered('actions.area', '')
  useEffect(() => {
    if (wanted === known) return
    setKnown(wanted)
    setView({ ...view, areaId: wanted })
  })
}

function usePersonName(): string {
  const { shell } = useStage()
  const [name, setName] = useState('')
  useEffect(() => {
    let isHere = true
    shell.person().then(
      person => isHere && setName(person.name),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [shell])
  return name
}
