import './overview.css'
import { useMemo } from 'react'
import { progressOf, progressSentence } from '../../../shared/rules/progress.ts'
import { roundBefore } from '../../../shared/rules/select.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { ButtonLink } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf } from '../../state/route.ts'
import { useAbout, useArea, useFramework, useRound, useRows, useToday } from '../../state/select.ts'
import { AttentionPanel } from './attention-panel.tsx'
import { PrincipleCard } from './principle-card.tsx'

/** Where are we: one sentence, the nine, and what needs attention. */
export function OverviewScreen() {
  const rows = useRows()
  const { principles } = useFramework()
  const area = useArea()
  const round = useRound()
  const today = useToday()
  const progress = useMemo(
    () => progressOf(rows, principles, { areaId: area.id, roundId: round.id }, today),
    [rows, principles, area.id, round.id, today],
  )
  const { next } = progress
  return (
    <div className="overview">
      <PageHead
        title={progressSentence(progress)}
        lead={<Lead />}
        actions={
          <>
            {progress.discussed > 0 && <ButtonLink href={hrefOf('picture')}>See the picture</ButtonLink>}
            {next ? (
              <ButtonLink variant="primary" href={hrefOf('principle', next.id)}>
                Discuss {next.number} {next.title}
              </ButtonLink>
            ) : (
              <ButtonLink variant="primary" href={hrefOf('export')}>
                Export for the board
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="overview-columns">
        <ol className="cards" aria-label="Nine principles">
          {principles.map(principle => (
            <PrincipleCard key={principle.id} principle={principle} isNext={principle.id === next?.id} />
          ))}
        </ol>
        <AttentionPanel isBeginning={progress.discussed === 0} />
      </div>
    </div>
  )
}

/** Which area this is about, and when the last round ended. */
function Lead() {
  const about = useAbout()
  const area = useArea()
  const round = useRound()
  const rows = useRows()
  const before = roundBefore(rows, round.id)
  const where =
    area.kind === 'system' ? `${about.systemName}, whole system.` : `${area.name}, in ${about.systemName}.`
  const last = before?.signedOffAt
    ? `Last round was signed off on ${longDate(localDay(new Date(before.signedOffAt)))}.`
    : ''
  return (
    <>
      {where} {last}
    </>
  )
}
