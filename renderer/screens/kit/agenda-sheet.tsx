import { agendaRows, agendaSum, sinceStart } from '../../../shared/rules/agenda.ts'
import { useAbout, usePrinciples } from '../../state/select.ts'
import { kit } from './content.ts'
import { Lines, Sheet } from './sheet.tsx'

/** An agenda on one A4 page: the day, what each principle takes, how the minutes add up. */
export function AgendaSheet({ id }: { id: string }) {
  const agenda = kit.agendas.find(one => one.id === id)!
  const principles = usePrinciples()
  const { systemName } = useAbout()
  const rows = agendaRows(agenda, principles)
  const each = agenda.steps.reduce((sum, step) => sum + step.minutes, 0)
  return (
    <Sheet paper="A4" className="kit-sheet-tight" title={agenda.title} name={agenda.title}>
      <p className="kit-sheet-lead">
        <strong>{systemName}.</strong> {agenda.lead}
      </p>
      <table className="kit-sheet-table">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Minutes</th>
            <th scope="col">Clock</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.start}>
              <td>{sinceStart(row.start)}</td>
              <td>{row.minutes}</td>
              <td className="kit-sheet-blank" />
              <td>
                <strong>
                  {row.number !== null && <span className="number">{row.number} </span>}
                  {row.title}
                </strong>
                {row.lines.map(line => (
                  <span key={line} className="kit-sheet-line">
                    {line}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="kit-sheet-sum">{agendaSum(rows)}</p>
      <div className="kit-sheet-columns">
        <section>
          <h4>Each principle, {each} minutes</h4>
          <ol className="kit-sheet-steps">
            {agenda.steps.map(step => (
              <li key={step.title}>
                <strong className="kit-sheet-minutes">{step.minutes}</strong>
                <span>
                  <strong>{step.title}.</strong> {step.line}
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h4>Before the day</h4>
          <Lines lines={kit.before} />
          <h4>Behind time?</h4>
          <p>{agenda.late}</p>
        </section>
      </div>
    </Sheet>
  )
}
