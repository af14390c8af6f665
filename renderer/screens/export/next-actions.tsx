import { useMemo } from 'react'
import { isClosed } from '../../../shared/rules/select.ts'
import { shortDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { StatusChip } from '../../components/status-chip.tsx'
import { useRows, useStatuses, useToday } from '../../state/select.ts'

/** The open actions next due, so that a board sees what to expect; at most as many as the page has room for. */
export function NextActions({ most }: { most: number }) {
  const rows = useRows()
  const statuses = useStatuses()
  const today = useToday()
  const due = useMemo(
    () =>
      [...rows.actions.values()]
        .filter(action => !isClosed(rows, action) && action.dueOn !== null && action.dueOn >= today)
        .sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1)),
    [rows, today],
  )
  return (
    <section>
      <h2>What is due next</h2>
      {due.length === 0 ? (
        <p>No open action has a date ahead of it.</p>
      ) : (
        <table className="summary-worries summary-next">
          <thead className="hidden-words">
            <tr>
              <th scope="col">Reference</th>
              <th scope="col">Action and owner</th>
              <th scope="col">Due</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {due.slice(0, most).map(action => (
              <tr key={action.id}>
                <th scope="row">{refOf('action', action.ref)}</th>
                <td>
                  <span className="summary-line">
                    {action.title}. <span className="quiet">{action.owner || 'No owner yet'}</span>
                  </span>
                </td>
                <td className="nowrap">{shortDate(action.dueOn!)}</td>
                <td>
                  <StatusChip status={statuses.find(status => status.id === action.statusId)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
