// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrow keys move in, as the grid pattern has it
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the focus stands in its rows
import { memo, type Ref, useRef } from 'react'
import { shortDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { evidenceKindWords, handlingWords, strengthWords } from '../../../shared/text/words.ts'
import { Icon } from '../../components/icon.tsx'
import { useLongList } from '../../components/use-long-list.ts'
import type { SortColumn, Sorting } from './evidence-order.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import { useGridKeys } from './use-grid-keys.ts'

const columns: readonly { readonly id: SortColumn; readonly words: string }[] = [
  { id: 'ref', words: 'Ref' },
  { id: 'title', words: 'Item' },
  { id: 'date', words: 'Date' },
  { id: 'strength', words: 'Strength' },
  { id: 'handling', words: 'Handling' },
  { id: 'areas', words: 'Areas' },
  { id: 'principles', words: 'Principles' },
  { id: 'size', words: 'Size' },
]

/** The usual height of a row, in pixels. */
const ROW_HEIGHT = 61

/** Lists up to here are drawn whole. */
const FEW = 60

/** The items as a grid: arrows move, Enter or Space opens one, a column's name sorts. Only rows in sight are drawn. */
export function EvidenceTable(props: {
  rows: readonly EvidenceRow[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  selectedId: string | null
  onSelect: (id: string) => void
}) {
  const { rows, sorting, selectedId } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const keys = useGridKeys(rows, {
    columns: columns.length,
    selectedId,
    onOpen: props.onSelect,
    onHead: column => sortBy(columns[column]!.id),
  })
  const view = useLongList(body, rows, { kept: keys.kept, guess: () => ROW_HEIGHT, few: FEW })

  function sortBy(column: SortColumn) {
    const isTurned = sorting.column === column && sorting.direction === 'ascending'
    props.onSort({ column, direction: isTurned ? 'descending' : 'ascending' })
  }

  return (
    <div className="evidence-table-frame">
      <table
        ref={keys.grid}
        role="grid"
        aria-label="Evidence"
        aria-rowcount={rows.length + 1}
        className="evidence-table"
        onKeyDown={event => keys.onKeyDown(event, view.height)}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <th
                key={column.id}
                scope="col"
                tabIndex={index === keys.head ? 0 : -1}
                data-head={index}
                aria-sort={sorting.column === column.id ? sorting.direction : 'none'}
                className={`evidence-col evidence-${column.id}`}
                onClick={() => sortBy(column.id)}
              >
                <span className="evidence-sort">
                  {column.words}
                  {sorting.column === column.id && (
                    <Icon name={sorting.direction === 'ascending' ? 'up' : 'down'} size={12} />
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.length === 0 && (
            <tr className="evidence-none">
              <td colSpan={columns.length}>Nothing here fits what you look for.</td>
            </tr>
          )}
          {/* One flat list by id: a row that comes to stand apart must not be made anew, it may hold the focus. */}
          {view.stretches.flatMap(({ before, first, end }, index) => [
            before > 0 && (
              // biome-ignore lint/suspicious/noArrayIndexKey: room before a run has no other name
              <tr key={`room ${index}`} aria-hidden>
                <td colSpan={columns.length} className="list-room" style={{ height: before }} />
              </tr>
            ),
            ...rows
              .slice(first, end)
              .map((row, offset) => (
                <ItemRow
                  key={row.id}
                  row={row}
                  index={first + offset}
                  isStop={first + offset === keys.at}
                  isSelected={row.id === selectedId}
                  measure={view.measure}
                  onOpen={keys.open}
                />
              )),
          ])}
        </tbody>
      </table>
    </div>
  )
}

/** One item. Drawn again only when something about it changed. */
const ItemRow = memo(function ItemRow(props: {
  row: EvidenceRow
  index: number
  isStop: boolean
  isSelected: boolean
  measure: Ref<HTMLTableRowElement>
  onOpen: (id: string) => void
}) {
  const { row, isSelected } = props
  const { item } = row
  return (
    <tr
      ref={props.measure}
      data-id={item.id}
      data-row={props.index}
      data-selected={isSelected || undefined}
      className="evidence-row"
      aria-rowindex={props.index + 2}
      aria-selected={isSelected}
      tabIndex={props.isStop ? 0 : -1}
      onClick={() => props.onOpen(item.id)}
    >
      <td className="evidence-cell evidence-ref">{refOf('evidence', item.ref)}</td>
      <th scope="row" className="evidence-cell evidence-title">
        <span className="evidence-name">
          <Icon name={item.kind} />
          <bdi title={item.title}>{item.title}</bdi>
        </span>
        <span className="evidence-says quiet small" dir="auto">
          {/* One line is drawn; the rest would only slow the page down. */}
          {item.shows.slice(0, 300) || 'What it shows is not said yet'}
        </span>
      </th>
      <td className="evidence-cell evidence-date">
        {item.refersOn ? (
          <>
            <span className="nowrap">{shortDate(item.refersOn)}</span>
            <span className="quiet small evidence-second">{row.age}</span>
          </>
        ) : (
          <span className="late">No date</span>
        )}
      </td>
      <td className="evidence-cell evidence-strength">{strengthWords[item.strength]}</td>
      <td className="evidence-cell evidence-handling">{handlingWords[item.handling]}</td>
      <td className="evidence-cell evidence-areas">
        <span className="evidence-clamp" title={row.areas}>
          {row.areas || <span className="quiet">None named</span>}
        </span>
      </td>
      <td className="evidence-cell evidence-principles">
        {row.principles ? (
          <span className="number">{row.principles}</span>
        ) : (
          <span className="quiet">None</span>
        )}
      </td>
      <td className="evidence-cell evidence-size">
        {item.kind === 'file' ? (
          <span className="nowrap">{sizeOf(item.size)}</span>
        ) : (
          <span className="quiet">{evidenceKindWords[item.kind]}</span>
        )}
      </td>
    </tr>
  )
})
