import { useMemo } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { progressOf } from '../../../shared/rules/progress.ts'
import { systemOf } from '../../../shared/rules/select.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useSession } from '../../state/hooks.ts'
import { usePrinciples, useRound, useRows, useToday } from '../../state/select.ts'

/** Every round, the newest first, and which one is looked at. */
export function RoundList({ rounds }: { rounds: readonly Round[] }) {
  const shown = useRound()
  const choose = useSession(state => state.choose)
  const progress = useProgress(rounds)
  const newestFirst = [...rounds].sort((a, b) => b.position - a.position)
  return (
    <section className="paper rounds-list" aria-labelledby="all-rounds">
      <h2 id="all-rounds">All rounds</h2>
      <ul>
        {newestFirst.map(round => (
          <li key={round.id} aria-current={round.id === shown.id || undefined}>
            <strong>{round.name}</strong>
            <span className="quiet small">
              As at {longDate(round.asAt)}. {progress.get(round.id)}.
            </span>
            <span className="small">
              {round.state === 'open'
                ? 'Open'
                : `Signed off by ${round.signedOffBy}${
                    round.signedOffAt ? `, ${longDate(localDay(new Date(round.signedOffAt)))}` : ''
                  }`}
            </span>
            {round.id === shown.id ? (
              <span className="quiet small">You are looking at this one.</span>
            ) : (
              <Button
                variant="link"
                label={`Look at it: ${round.name}`}
                onPress={() => choose({ roundId: round.id })}
              >
                Look at it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function useProgress(rounds: readonly Round[]): ReadonlyMap<string, string> {
  const rows = useRows()
  const principles = usePrinciples()
  const today = useToday()
  return useMemo(() => {
    const areaId = systemOf(rows)!.id
    return new Map(
      rounds.map(round => {
        const { discussed, total } = progressOf(rows, principles, { areaId, roundId: round.id }, today)
        return [round.id, `${discussed} of ${total} discussed`]
      }),
    )
  }, [rows, rounds, principles, today])
}
