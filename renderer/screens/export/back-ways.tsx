import { WANTED_BACK } from '../../../shared/rules/returned-files.ts'
import { DropZone } from '../../components/drop-zone.tsx'
import { goTo } from '../../state/route.ts'
import { useRows } from '../../state/select.ts'
import { useReturning } from '../../state/use-review.ts'
import { OwnersWay } from './owners-way.tsx'
import { type HeadingRef, Part } from './part.tsx'
import { PlanWay } from './plan-way.tsx'
import { ReplyOptions } from './reply-options.tsx'
import { SlipWay } from './slip-way.tsx'
import { useBackOptions } from './use-back.ts'

/** What people fill in and send back: their own actions, the whole plan, or what they would rate. */
export function BackWays({ headingRef }: { headingRef: HeadingRef }) {
  const rows = useRows()
  const back = useBackOptions()
  const returning = useReturning()
  async function bringBack(files: readonly File[] | Promise<readonly File[]>) {
    const outcome = await returning.files(files)
    if (outcome && outcome.read + outcome.refused > 0) goTo('review')
  }
  return (
    <DropZone look="area" wanted={WANTED_BACK} onFiles={bringBack}>
      <Part
        title="Out and back"
        lead="People fill these in with any spreadsheet program and send them back. You look at every change before it goes in."
        headingRef={headingRef}
      >
        <ReplyOptions options={back.reply} onChange={back.setReply} />
        <div className="ways">
          <OwnersWay rows={rows} latest={back.latestReply} />
          <PlanWay rows={rows} options={back.plan} latest={back.latestPlan} onChange={back.setPlan} />
          <SlipWay options={back.slip} latest={back.latestSlip} onChange={back.setSlip} />
        </div>
      </Part>
    </DropZone>
  )
}
