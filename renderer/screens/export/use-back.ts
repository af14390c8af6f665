import { useEffect } from 'react'
import type { OwnersExport, PlanExport, SlipExport } from '../../../shared/contract/export-request.ts'
import { useRemembered, useStage } from '../../state/hooks.ts'
import { useArea } from '../../state/select.ts'

const REPLY = 'export.reply'
const PLAN = 'export.plan.options'
const SLIP = 'export.slip.options'
const noReply: OwnersExport = { replyBy: '', replyTo: '' }
const noPlan: PlanExport = { hasRatings: false, readers: 'others', forWhom: '' }
type SlipFor = Pick<SlipExport, 'areaId' | 'name' | 'organisationType'>

/** What was last said in this window of the files that come back. They go back to the person at the keyboard at first. */
export function useBackOptions() {
  const { shell, session } = useStage()
  const area = useArea()
  const noSlip: SlipFor = { areaId: area.id, name: '', organisationType: null }
  const [reply, setReply] = useRemembered(REPLY, noReply)
  const [plan, setPlan] = useRemembered(PLAN, noPlan)
  const [slip, setSlip] = useRemembered<SlipFor>(SLIP, noSlip)
  /** As it is when a button is pressed: what was just typed is saved by then, but not drawn yet. */
  function latest<T>(key: string, start: T): T {
    return (session.getState().memory[key] as T | undefined) ?? start
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a window
  useEffect(() => {
    if (REPLY in session.getState().memory) return
    shell.person().then(
      ({ name }) => {
        const typed = latest(REPLY, noReply)
        if (name && typed.replyTo === '') setReply({ ...typed, replyTo: name })
      },
      () => {},
    )
  }, [shell])
  return {
    reply,
    plan,
    slip,
    setReply: (more: Partial<OwnersExport>) => setReply({ ...latest(REPLY, noReply), ...more }),
    setPlan: (more: Partial<PlanExport>) => setPlan({ ...latest(PLAN, noPlan), ...more }),
    setSlip: (more: Partial<SlipFor>) => setSlip({ ...latest(SLIP, noSlip), ...more }),
    latestReply: () => latest(REPLY, noReply),
    latestPlan: () => latest(PLAN, noPlan),
    latestSlip: (): SlipExport => ({ ...latest(SLIP, noSlip), ...latest(REPLY, noReply) }),
  }
}
