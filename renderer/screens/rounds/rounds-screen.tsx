import './rounds.css'
import { useMemo } from 'react'
import { progressOf, progressSentence } from '../../../shared/rules/progress.ts'
import { lastRoundOf } from '../../../shared/rules/rounds.ts'
import { roundBefore, systemOf } from '../../../shared/rules/select.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { PageHead } from '../../components/page-head.tsx'
import { usePrinciples, useRound, useRows, useToday } from '../../state/select.ts'
import { AttendancePart } from './attendance-part.tsx'
import { ChangesPart } from './changes-part.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import { LastTimeTable } from './last-time-table.tsx'
import { NextRoundForm } from './next-round-form.tsx'
import { ReopenForm } from './reopen-form.tsx'
import { RoundChecks } from './round-checks.tsx'
import { RoundList } from './round-list.tsx'
import { SignOffForm } from './sign-off-form.tsx'

/** Rounds of assessment: look this one through and sign it off, start the next, see what the last one promised. */
export function RoundsScreen() {
  const rows = useRows()
  const round = useRound()
  const rounds = useMemo(() => [...rows.rounds.values()], [rows.rounds])
  const last = lastRoundOf(rounds)
  const before = roundBefore(rows, round.id)
  const isOpen = round.state === 'open'
  const { heading, isBeginning } = useHeading()
  return (
    <>
      <PageHead title={heading} lead={`The ratings say how things stood on ${longDate(round.asAt)}.`} />
      <div className="rounds">
        <div className="rounds-main">
          {/* A round opens with what was said last time; what is left to do comes first once all is discussed. */}
          {isBeginning && before && <LastTimeTable round={round} before={before} />}
          {isOpen && <RoundChecks round={round} />}
          {!isOpen && round.id === last?.id && (
            <>
              <NextRoundForm after={round} />
              <ReopenForm key={round.id} round={round} />
            </>
          )}
          <DecisionsPart key={`said ${round.id}`} round={round} />
          {before && <ChangesPart round={round} before={before} />}
          {before && !isBeginning && <LastTimeTable round={round} before={before} />}
          {before && <AttendancePart round={round} before={before} />}
        </div>
        <div className="rounds-side">
          {isOpen && <SignOffForm key={round.id} round={round} />}
          <RoundList rounds={rounds} />
        </div>
      </div>
    </>
  )
}

/** "Autumn 2026 is open. 6 of 9 discussed. 2 split.", and whether there is more to discuss. */
function useHeading(): { readonly heading: string; readonly isBeginning: boolean } {
  const rows = useRows()
  const round = useRound()
  const principles = usePrinciples()
  const today = useToday()
  return useMemo(() => {
    const system = systemOf(rows)!
    if (round.state !== 'open') return { heading: `${round.name} is signed off`, isBeginning: false }
    const progress = progressOf(rows, principles, { areaId: system.id, roundId: round.id }, today)
    return {
      heading: `${round.name} is open. ${progressSentence({ ...progress, lateActions: 0 })}`,
      isBeginning: progress.discussed < progress.total,
    }
  }, [rows, round, principles, today])
}
