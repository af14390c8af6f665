import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import { clockTime, localDay, longDate } from '../../../shared/text/dates.ts'
import { sentenceOf, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import type { PrincipleView } from './use-principle.ts'

const MOST = 50

/** Who changed what on this principle here, newest first. */
export function HistoryTab({ view }: { view: PrincipleView }) {
  const client = useWorkbook(state => state.client)
  const seq = useWorkbook(state => state.seq)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [problem, setProblem] = useState('')
  const principleId = view.principle.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after every edit
  useEffect(() => {
    let isCurrent = true
    client.history
      .list({ about: { principleId }, limit: MOST })
      .then(answer => isCurrent && setEntries(answer.entries))
      .catch(error => isCurrent && setProblem(sentenceOf(error)))
    return () => {
      isCurrent = false
    }
  }, [client, seq, principleId])

  if (problem) return <p role="alert">{problem}</p>
  if (!entries) return <p className="quiet">Reading the history</p>
  if (entries.length === 0) return <p>Nothing has been changed on this principle yet.</p>
  return (
    <>
      <ol className="timeline">
        {entries.map(entry => (
          <li key={entry.seq}>
            <p className="timeline-moment">
              {longDate(localDay(new Date(entry.at)))}, {clockTime(new Date(entry.at))}{' '}
              <span className="quiet">{entry.who || 'No name given'}</span>
            </p>
            <p className={entry.undoneBy === null ? undefined : 'timeline-undone'}>
              <bdi>{entry.words}</bdi>
              {entry.undoneBy !== null && <span className="quiet"> Taken back</span>}
            </p>
          </li>
        ))}
      </ol>
      {entries.length === MOST && (
        <p className="tab-part">
          These are the last {MOST} changes. <a href={hrefOf('history')}>See the whole history</a>
        </p>
      )}
    </>
  )
}
