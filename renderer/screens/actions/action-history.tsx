import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import { momentWords } from '../../../shared/text/dates.ts'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { useToday } from '../../state/select.ts'
import type { ActionRow } from './action-row.ts'

/** What happened to this action, in words, newest first. Read when it is opened, and again after each edit. */
export function ActionHistory({ row }: { row: ActionRow }) {
  const [isOpen, setIsOpen] = useState(false)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const seq = useWorkbook(state => state.seq)
  const act = useAct()
  const today = useToday()
  const { id } = row.action

  // biome-ignore lint/correctness/useExhaustiveDependencies: `seq` says that something was edited
  useEffect(() => {
    if (!isOpen) return
    let isHere = true
    void act(client => client.history.list({ about: { actionId: id }, limit: 100 })).then(
      answer => answer && isHere && setEntries(answer.entries),
    )
    return () => {
      isHere = false
    }
  }, [act, isOpen, seq, id])

  return (
    <details className="actions-part" onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h3>History</h3>
      </summary>
      {entries && entries.length === 0 && <p className="quiet">Nothing is written down about it yet.</p>}
      <ol className="actions-history">
        {entries?.map(entry => (
          <li key={entry.seq} className={entry.undoneBy === null ? '' : 'is-undone'}>
            <span className="quiet">
              {momentWords(new Date(entry.at), today)}, {entry.who || 'nobody named'}
            </span>
            <span>{entry.words}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
