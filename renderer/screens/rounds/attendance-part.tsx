import { useMemo } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { attendanceShown, everyoneWords } from '../../../shared/rules/attendance.ts'
import { attendanceOf } from '../../../shared/rules/room.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { useWorkbook } from '../../state/hooks.ts'
import { useArea } from '../../state/select.ts'

/** Who was in the room last time and this time: different people may see a place differently. */
export function AttendancePart({ round, before }: { round: Round; before: Round }) {
  const area = useArea()
  const participants = useWorkbook(state => state.rows.participants)
  const rounds = useWorkbook(state => state.rows.rounds)
  const shown = useMemo(() => {
    const of = (roundId: Round['id']) => attendanceOf({ participants }, { roundId, areaId: area.id })
    return attendanceShown(
      of(before.id),
      of(round.id),
      [...rounds.keys()].map(id => of(id as Round['id'])),
    )
  }, [participants, rounds, area.id, before.id, round.id])
  if (shown.before + shown.now === 0) return null
  return (
    <section className="paper rounds-part" aria-labelledby="attendance">
      <h2 id="attendance">Who was in the room{area.kind === 'place' ? `, ${area.name}` : ''}</h2>
      <table className="rounds-attendance">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">{before.name}</th>
            <th scope="col">{round.name}</th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map(row => (
            <tr key={row.label}>
              <th scope="row" className="rounds-who">
                {row.label}
              </th>
              <td>{row.before || 'No one'}</td>
              <td>{row.now || 'No one'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Everyone</th>
            <td>{everyoneWords(shown.before)}</td>
            <td>{everyoneWords(shown.now)}</td>
          </tr>
        </tfoot>
      </table>
      {shown.nobody.length > 0 && (
        <p>
          No one in either round from{' '}
          <strong>{listOf(shown.nobody.map(type => organisationWords[type].toLowerCase()))}</strong>.
        </p>
      )}
      <p className="quiet small">Groups of fewer than three are put together.</p>
    </section>
  )
}
