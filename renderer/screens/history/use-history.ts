import { useCallback, useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { HistoryFilter } from '../../../shared/model/edit.ts'
import { useAct, useWorkbook } from '../../state/hooks.ts'

const PAGE = 200

/** The edits that fit a filter, newest first, kept up to date; earlier ones on asking. */
export function useHistory(filter: HistoryFilter) {
  const act = useAct()
  const seq = useWorkbook(state => state.seq)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [people, setPeople] = useState<readonly string[]>([])
  const [hasMore, setHasMore] = useState(false)
  // What undo would take next is what stands last; before any of it, the edit that made the workbook.
  const nowSeq = useWorkbook(state => state.undo.undo?.seq ?? 1)
  const asked = JSON.stringify(filter)

  const ask = useCallback(
    (before?: number) => {
      const narrowed = JSON.parse(asked) as HistoryFilter
      return act(client =>
        client.history.list({ ...narrowed, limit: PAGE, ...(before === undefined ? {} : { before }) }),
      )
    },
    [act, asked],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every edit
  useEffect(() => {
    let isCurrent = true
    void (async () => {
      const found = await ask()
      if (!isCurrent || !found) return
      setEntries(found.entries)
      setPeople(found.people)
      setHasMore(found.entries.length === PAGE)
    })()
    return () => {
      isCurrent = false
    }
  }, [ask, seq])

  async function showEarlier() {
    const oldest = entries?.at(-1)
    const found = oldest && (await ask(oldest.seq))
    if (!found) return
    setEntries([...entries!, ...found.entries])
    setHasMore(found.entries.length === PAGE)
  }

  return { entries, people, hasMore, nowSeq, showEarlier }
}

/** Whether a filter leaves anything out. */
export function isNarrowed({ about, who, thing, from, to, words }: HistoryFilter): boolean {
  return Boolean(who || thing || from || to || words.trim() || Object.keys(about).length > 0)
}
