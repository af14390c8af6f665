// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only those in sight are drawn; a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stands in the cells, as the grid pattern has it
import { memo, type ReactNode } from 'react'
import { count } from '../../../shared/text/dates.ts'
import type { ActionRow } from './action-row.ts'
import type { Column } from './columns.ts'
import { GROUP_HEIGHT, ROW_HEIGHT } from './layout.ts'
import { CellContent } from './sheet-cell.tsx'
import type { Group } from './view.ts'

export type SheetRowProps = {
  readonly row: ActionRow
  readonly columns: readonly Column[]
  /** Its place among the rows shown, and from the top of the list in pixels. */
  readonly index: number
  readonly rowIndex: number
  readonly top: number
  readonly isSelected: boolean
  /** The column of the cursor, if it stands in this row. */
  readonly active: number | null
  /** The chosen columns, from and to, if the selection crosses this row. */
  readonly from: number | null
  readonly to: number | null
  /** The editor, in place of the active cell. */
  readonly editor: ReactNode
  readonly canEdit: boolean
}

/** One action in the grid. Drawn again only when something about it changed. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { row, columns, active, from, to } = props
  return (
    <div
      role="row"
      className={`sheet-row${props.isSelected ? ' is-selected' : ''}`}
      aria-rowindex={props.rowIndex}
      aria-selected={props.isSelected}
      style={{ top: props.top, height: ROW_HEIGHT }}
      data-row={props.index}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          className={cellClass(column.id, at === active, from !== null && at >= from && at <= to!)}
          aria-colindex={at + 1}
          aria-readonly={!props.canEdit || column.editor === 'none' || undefined}
          aria-selected={from !== null && at >= from && at <= to!}
          tabIndex={at === active ? 0 : -1}
          data-column={at}
        >
          {at === active && props.editor ? props.editor : <CellContent row={row} column={column} />}
        </div>
      ))}
    </div>
  )
})

function cellClass(id: string, isActive: boolean, isChosen: boolean): string {
  return ['sheet-cell', `sheet-cell-${id}`, isActive && 'is-active', isChosen && 'is-chosen']
    .filter(Boolean)
    .join(' ')
}

/** The head of a group: its name, how many, how many late. */
export function GroupRow(props: { group: Group; rowIndex: number; top: number; columns: number }) {
  const { group } = props
  return (
    <div
      role="row"
      className="sheet-group"
      aria-rowindex={props.rowIndex}
      style={{ top: props.top, height: GROUP_HEIGHT }}
    >
      <div role="rowheader" aria-colindex={1} aria-colspan={props.columns} className="sheet-group-words">
        <strong>{group.label}</strong>{' '}
        <span className="quiet">
          {count(group.count, 'action')}
          {group.late > 0 && ', '}
        </span>
        {group.late > 0 && <span className="late">{group.late.toLocaleString('en-GB')} late</span>}
      </div>
    </div>
  )
}
