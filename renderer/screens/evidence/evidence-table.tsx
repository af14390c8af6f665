import { useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { count, shortDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { evidenceKindWords, handlingWords, strengthWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import type { SortColumn, Sorting } from './evidence-order.ts'
import type { EvidenceRow } from './evidence-rows.ts'

/** Rows drawn at once; a longer list is opened in steps, so that it never blocks the window. */
const STEP = 200

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

/** The items as a grid: arrows move, Enter or Space opens one, a column's name sorts. */
export function EvidenceTable(props: {
  rows: readonly EvidenceRow[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  selectedId: string | null
  onSelect: (id: string) => void
}) {
  const [most, setMost] = useState(STEP)
  const { sorting } = props
  return (
    <div className="evidence-table-frame">
      <Table
        aria-label="Evidence"
        className="evidence-table"
        selectionMode="single"
        selectedKeys={props.selectedId ? [props.selectedId] : []}
        onSelectionChange={keys => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) props.onSelect(String(key))
        }}
        sortDescriptor={sorting}
        onSortChange={next =>
          props.onSort({ column: next.column as SortColumn, direction: next.direction ?? 'ascending' })
        }
      >
        <TableHeader>
          {columns.map(column => (
            <Column
              key={column.id}
              id={column.id}
              allowsSorting
              isRowHeader={column.id === 'title'}
              className={`evidence-col evidence-${column.id}`}
            >
              <span className="evidence-sort">
                {column.words}
                {sorting.column === column.id && (
                  <Icon name={sorting.direction === 'ascending' ? 'up' : 'down'} size={12} />
                )}
              </span>
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => 'Nothing here fits what you look for.'}>
          {props.rows.slice(0, most).map(row => (
            <ItemRow key={row.item.id} row={row} />
          ))}
        </TableBody>
      </Table>
      {props.rows.length > most && (
        <p className="evidence-more">
          {count(props.rows.length - most, 'more item')} not shown.{' '}
          <Button variant="link" onPress={() => setMost(most + STEP)}>
            Show more
          </Button>
        </p>
      )}
    </div>
  )
}

function ItemRow({ row }: { row: EvidenceRow }) {
  const { item } = row
  return (
    <Row id={item.id} textValue={item.title} className="evidence-row">
      <Cell className="evidence-cell evidence-ref">{refOf('evidence', item.ref)}</Cell>
      <Cell className="evidence-cell evidence-title">
        <span className="evidence-name">
          <Icon name={item.kind} />
          <bdi title={item.title}>{item.title}</bdi>
        </span>
        <span className="evidence-says quiet small" dir="auto">
          {/* One line is drawn; the rest would only slow the page down. */}
          {item.shows.slice(0, 300) || 'What it shows is not said yet'}
        </span>
      </Cell>
      <Cell className="evidence-cell evidence-date">
        {item.refersOn ? (
          <>
            <span className="nowrap">{shortDate(item.refersOn)}</span>
            <span className="quiet small evidence-second">{row.age}</span>
          </>
        ) : (
          <span className="late">No date</span>
        )}
      </Cell>
      <Cell className="evidence-cell evidence-strength">{strengthWords[item.strength]}</Cell>
      <Cell className="evidence-cell evidence-handling">{handlingWords[item.handling]}</Cell>
      <Cell className="evidence-cell evidence-areas">
        <span className="evidence-clamp" title={row.areas}>
          {row.areas || <span className="quiet">None named</span>}
        </span>
      </Cell>
      <Cell className="evidence-cell evidence-principles">
        {row.principles ? (
          <span className="number">{row.principles}</span>
        ) : (
          <span className="quiet">None</span>
        )}
      </Cell>
      <Cell className="evidence-cell evidence-size">
        {item.kind === 'file' ? (
          <span className="nowrap">{sizeOf(item.size)}</span>
        ) : (
          <span className="quiet">{evidenceKindWords[item.kind]}</span>
        )}
      </Cell>
    </Row>
  )
}
