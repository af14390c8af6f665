import { useEffect, useMemo } from 'react'
import type { BoardExport } from '../../../shared/contract/export-request.ts'
import { exceptionsOf } from '../../../shared/rules/exceptions.ts'
import { useRemembered, useStage } from '../../state/hooks.ts'
import { useAreas, useFramework, useRound, useRows, useToday } from '../../state/select.ts'
import { summaryCells } from './summary-rows.ts'

const KEY = 'export.options'
const START: BoardExport = {
  view: 'board',
  purpose: 'decision',
  meeting: '',
  preparedBy: '',
  asks: [],
  readers: 'board',
}

/** The last options of this window. *Prepared by* starts as the person at the keyboard. */
export function useBoardOptions() {
  const { shell, session } = useStage()
  const [options, setOptions] = useRemembered<BoardExport>(KEY, START)
  const latest = () => (session.getState().memory[KEY] as BoardExport | undefined) ?? START
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a window
  useEffect(() => {
    if (KEY in session.getState().memory) return
    shell.person().then(
      ({ name, role }) => {
        const preparedBy = [name, role].filter(Boolean).join(', ')
        if (latest().preparedBy === '') setOptions({ ...latest(), preparedBy })
      },
      () => {},
    )
  }, [shell])
  return { options, latest, set: (more: Partial<BoardExport>) => setOptions({ ...latest(), ...more }) }
}

/** What the board will read: the nine of the system and what worries it. */
export function useBoardPicture() {
  const rows = useRows()
  const framework = useFramework()
  const [system] = useAreas()
  const round = useRound()
  const today = useToday()
  return useMemo(
    () => ({
      cells: summaryCells(rows, framework, system!.id, round.id),
      worries: exceptionsOf(rows, framework, system!.id, round.id, today),
    }),
    [rows, framework, system, round.id, today],
  )
}
