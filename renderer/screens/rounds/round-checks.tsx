import { useMemo } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { type RoundCheck, roundChecks } from '../../../shared/rules/rounds.ts'
import { count } from '../../../shared/text/dates.ts'
import { useSession } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useFramework, useRows, useToday } from '../../state/select.ts'

/** What to look at before the round is closed. The list informs, it never forbids. */
export function RoundChecks({ round }: { round: Round }) {
  const rows = useRows()
  const framework = useFramework()
  const today = useToday()
  const checks = useMemo(
    () => roundChecks(rows, framework, round.id, today),
    [rows, framework, round.id, today],
  )
  return (
    <section className="paper rounds-part" aria-labelledby="round-checks">
      <h2 id="round-checks">Before you sign off</h2>
      {checks.length === 0 ? (
        <p>Everything is discussed, nothing is split, and every target has an action.</p>
      ) : (
        <>
          <p className="quiet">
            {count(checks.length, 'thing')} to look at. You can sign off with any of them: a split is a result
            too.
          </p>
          <CheckGroups checks={checks} />
        </>
      )}
    </section>
  )
}

function CheckGroups({ checks }: { checks: readonly RoundCheck[] }) {
  const headings = [...new Set(checks.map(check => check.heading))]
  const choose = useSession(state => state.choose)
  return (
    <div className="rounds-checks">
      {headings.map(heading => (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          <ul>
            {checks
              .filter(check => check.heading === heading)
              .map(check => (
                <li key={`${check.areaId} ${check.principleId}`}>
                  <a
                    href={check.principleId ? hrefOf('principle', check.principleId) : hrefOf('overview')}
                    onClick={() => choose({ areaId: check.areaId })}
                  >
                    {check.label}
                  </a>{' '}
                  {check.principleId && check.kind === 'not-discussed' ? null : (
                    <span className="quiet small">{check.detail}</span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
