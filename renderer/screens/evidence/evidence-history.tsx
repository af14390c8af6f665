import './evidence-history.css'
import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import { momentWords } from '../../../shared/text/dates.ts'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { useToday } from '../../state/select.ts'

/** What happened to this item, in words, newest first. Read when it is opened, and again after each edit. */
export function EvidenceHistory({ id }: { id: EvidenceId }) {
  const [isOpen, setIsOpen] = useState(false)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const seq = useWorkbook(state => state.seq)
  const act = useAct()
  const today = useToday()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `seq` says that something was edited
  useEffect(() => {
    if (!isOpen) return
    let isHere = true
    void act(client => client.history.list({ about: { evidenceId: id }, limit: 100 })).then(
      answer => answer && isHere && setEntries(answer.entries),
    )
    return () => {
      isHere = false
    }
  }, [act, isOpen, seq, id])

  return (
    <details className="evidence-history" onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h3>History</h3>
      </summary>
      <ol>
        {entries?.map(entry => (
          <li key={entry.seq} className={entry.undoneBy === null ? '' : 'is-undone'}>
            <span className="quiet">
              {momentWords(new Date(entry.at), today)}, {entry.who || 'nobody named'}
            </span>{' '}
            <span>{entry.words}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
