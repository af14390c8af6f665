import { type ReactNode, useId } from 'react'

export type Column<Row> = {
  readonly id: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand right. */
  readonly isFigure?: boolean
  /** This column names the row for screen readers; the first if none says so. */
  readonly isRowHeader?: boolean
  readonly width?: string
}

export type DataTableProps<Row> = {
  /** Read out, and shown if `isCaptionShown`. */
  caption: string
  isCaptionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Marks the selected row. */
  selectedKey?: string | null
  className?: string
}

/** A plain table to read. Tables that edit or run to thousands of rows belong to their screens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns } = props
  const headerId = columns.find(column => column.isRowHeader)?.id ?? columns[0]?.id
  const captionId = useId()
  return (
    // A wide table scrolls inside its frame, by keyboard too.
    <section className="table-frame" aria-labelledby={captionId} tabIndex={-1}>
      <table className={`table ${props.className ?? ''}`}>
        <caption id={captionId} className={props.isCaptionShown ? 'table-caption' : 'hidden-words'}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                className={column.isFigure ? 'figure' : undefined}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => {
            const key = props.keyOf(row)
            return (
              <tr key={key} className={key === props.selectedKey ? 'is-selected' : undefined}>
                {columns.map(column =>
                  column.id === headerId ? (
                    <th key={column.id} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={column.isFigure ? 'figure' : undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
