import '../styles/picture.css'
import type { PictureTable as Table } from '../../shared/pictures/scene.ts'
import { Scroller } from './scroller.tsx'

/** The table that says the same as a picture. */
export function PictureTable({ table }: { table: Table }) {
  return (
    <Scroller className="picture-table" label={`Table: ${table.caption}`}>
      <table>
        <caption className="hidden-words">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two places may have one name
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([heading, ...cells]) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have a place and no name
                <td key={index}>{cell.replace(/^(\d) /, '$1\u00a0')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
