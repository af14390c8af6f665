import { useCallback, useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { EditAbout } from '../../../shared/model/edit.ts'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { lastStanding } from './timeline.ts'

const PAGE = 200

export type Filter = { readonly about: EditAbout; readonly who: string }

/** The edits that fit a filter, newest first, kept up to date; earlier ones on asking. */
export function useHistory(filter: Filter) {
  const act = useAct()
  const seq = useWorkbook(state => state.seq)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [people, setPeople] = useState<readonly string[]>([])
  const [hasMore, setHasMore] = useState(false)
  const [nowSeq, setNowSeq] = useState<number | null>(null)
  const { principleId, areaId } = filter.about
  const { who } = filter

  const ask = useCallback(
    (before?: number) =>
      act(client =>
        client.history.list({
          limit: PAGE,
          about: { ...(principleId ? { principleId } : {}), ...(areaId ? { areaId } : {}) },
          ...(who ? { who } : {}),
          ...(before === undefined ? {} : { before }),
        }),
      ),
    [act, principleId, areaId, who],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every edit
  useEffect(() => {
    let isCurrent = true
    void (async () => {
      const found = await ask()
      const newest =
        principleId || areaId || who ? await act(client => client.history.list({ limit: PAGE })) : found
      if (!isCurrent || !found) return
      setEntries(found.entries)
      setPeople(found.people)
      setHasMore(found.entries.length === PAGE)
      setNowSeq(lastStanding(newest?.entries ?? []))
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
