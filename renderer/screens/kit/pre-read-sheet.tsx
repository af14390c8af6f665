import { AGREEMENT_RULE } from '../../../shared/text/agreement.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { lineOf } from '../../../shared/text/principles.ts'
import { useAbout, useFramework, useRound } from '../../state/select.ts'
import { kit } from './content.ts'
import { Lines, Sheet } from './sheet.tsx'

/** One A4 page for everyone who is invited. */
export function PreReadSheet() {
  const { framework, scale, principles } = useFramework()
  const { systemName } = useAbout()
  const round = useRound()
  const { title, what, bring, votes, names, split, slip } = kit.preRead
  const { source } = framework
  return (
    <Sheet paper="A4" title={title} name={title} className="kit-sheet-tight">
      <p className="kit-sheet-lead">
        <strong>
          {systemName}. {round.name}, as at {longDate(round.asAt)}.
        </strong>
      </p>
      <p className="kit-sheet-when">
        <span>Day and time</span>
        <span>Place</span>
        <span>Questions to</span>
      </p>
      <section>
        <h4>What it is</h4>
        {what.map(line => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <div className="kit-sheet-columns">
        <section>
          <h4>The nine principles</h4>
          <ol className="kit-sheet-nine">
            {principles.map(principle => (
              <li key={principle.id}>
                <strong>
                  <span className="number">{principle.number}</span> {principle.title}.
                </strong>{' '}
                {lineOf(principle)}
              </li>
            ))}
          </ol>
          <h4>The five levels</h4>
          <ol className="kit-sheet-nine">
            {scale.levels.map(level => (
              <li key={level.value}>
                <strong>
                  <span className="number">{level.value}</span> {level.label}.
                </strong>{' '}
                {level.short}
              </li>
            ))}
          </ol>
          <h4>No names are shown</h4>
          <p>{names}</p>
        </section>
        <section>
          <h4>What to bring</h4>
          <Lines lines={bring} />
          <h4>How votes work</h4>
          <Lines lines={votes} />
          <p>{slip}</p>
          <h4>When a room has agreed</h4>
          <p>{AGREEMENT_RULE}</p>
          <p>{split}</p>
        </section>
      </div>
      <p className="kit-sheet-source">
        The principles come from {source.authors.join(', ')}, <cite>{source.title}</cite>, {source.publisher},{' '}
        {source.year}.
      </p>
    </Sheet>
  )
}
