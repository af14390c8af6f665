import { useMemo } from 'react'
import { useWorkbook } from '../../state/hooks.ts'
import { usePrinciples, useToday } from '../../state/select.ts'
import { type EvidenceRow, evidenceRowsOf } from './evidence-rows.ts'

/** Every item of the workbook as the table shows it. */
export function useEvidenceRows(): readonly EvidenceRow[] {
  const evidence = useWorkbook(state => state.rows.evidence)
  const evidenceLinks = useWorkbook(state => state.rows.evidenceLinks)
  const areas = useWorkbook(state => state.rows.areas)
  const principles = usePrinciples()
  const today = useToday()
  return useMemo(
    () => evidenceRowsOf({ evidence, evidenceLinks, areas, principles }, today),
    [evidence, evidenceLinks, areas, principles, today],
  )
}
