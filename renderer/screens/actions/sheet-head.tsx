// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only those in sight are drawn; a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stands in the cells, as the grid pattern has it
import type { ReactNode } from 'react'
import { Icon } from '../../components/icon.tsx'
import type { Column } from './columns.ts'
import { ROW_HEIGHT } from './layout.ts'
import type { PlanView } from './view.ts'

/** The column headers: part of the grid for the arrow keys; Enter, Space and a click sort by one. */
export function SheetHead(props: {
  columns: readonly Column[]
  sort: PlanView['sort']
  active: number | null
}) {
  return (
    <div role="rowgroup" className="sheet-head">
      <div role="row" className="sheet-row" aria-rowindex={1} data-row={-1}>
        {props.columns.map((column, at) => {
          const sort = props.sort?.columnId === column.id ? props.sort : null
          return (
            <div
              key={column.id}
              role="columnheader"
              className={`sheet-cell sheet-cell-${column.id}${at === props.active ? ' is-active' : ''}`}
              aria-colindex={at + 1}
              aria-sort={sort ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
              tabIndex={at === props.active ? 0 : -1}
              title={column.why}
              data-column={at}
            >
              <span>{column.header}</span>
              {sort && <Icon name={sort.isDown ? 'down' : 'up'} size={12} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The row after the last: words typed or rows pasted here become new actions. */
export function NewRow(props: {
  columns: readonly Column[]
  index: number
  rowIndex: number
  top: number
  active: number | null
  editor: ReactNode
}) {
  const words = Math.max(
    0,
    props.columns.findIndex(column => column.id === 'action'),
  )
  return (
    <div
      role="row"
      className="sheet-row sheet-new"
      aria-rowindex={props.rowIndex}
      style={{ top: props.top, height: ROW_HEIGHT }}
      data-row={props.index}
    >
      {props.columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          className={`sheet-cell${at === props.active ? ' is-active' : ''}`}
          aria-colindex={at + 1}
          tabIndex={at === props.active ? 0 : -1}
          data-column={at}
        >
          {at === props.active && props.editor
            ? props.editor
            : at === words && <span className="quiet">Type or paste new actions here</span>}
        </div>
      ))}
    </div>
  )
}
