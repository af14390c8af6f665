import { useEffect, useRef, useState } from 'react'
import type { EvidenceTargets } from '../../../shared/model/evidence.ts'
import { useAct } from '../../state/hooks.ts'
import type { EvidenceRow } from './evidence-rows.ts'

/**
 * What an item is tied to, and a way to change it. A tick shows at once and counts for the next one: a tie replaces
 * them all, so two quick ticks must not each start from what the workbook said before either.
 */
export function useTies(
  row: EvidenceRow,
): readonly [EvidenceTargets, (part: Partial<EvidenceTargets>) => Promise<void>] {
  const act = useAct()
  const [pending, setPending] = useState<EvidenceTargets | null>(null)
  const now = useRef({ wanted: null as EvidenceTargets | null, underWay: 0 })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once the workbook has spoken, its word stands
  useEffect(() => {
    if (now.current.underWay > 0) return
    now.current.wanted = null
    setPending(null)
  }, [row])

  const kept: EvidenceTargets = {
    areaIds: [...row.areaIds],
    principleIds: [...row.principleIds],
    actionIds: [...row.actionIds],
  }

  async function tie(part: Partial<EvidenceTargets>) {
    const wanted = { ...(now.current.wanted ?? kept), ...part }
    now.current.wanted = wanted
    now.current.underWay++
    setPending(wanted)
    const edited = await act(client => client.evidence.tie({ id: row.item.id, targets: wanted }))
    now.current.underWay--
    if (edited) return
    now.current.wanted = null
    setPending(null)
  }

  return [pending ?? kept, tie]
}
