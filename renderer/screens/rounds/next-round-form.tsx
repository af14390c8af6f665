import { useRef, useState } from 'react'
import type { Day } from '../../../shared/model/fields.ts'
import type { RoundId } from '../../../shared/model/ids.ts'
import type { Round } from '../../../shared/model/workbook.ts'
import { firstRound, seasonOf } from '../../../shared/rules/first-round.ts'
import { addMonths } from '../../../shared/rules/months.ts'
import { whyNotStart } from '../../../shared/rules/rounds.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { flushDrafts } from '../../components/draft.ts'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { useAct, useSession, useStage } from '../../state/hooks.ts'
import { useCanEdit, useToday } from '../../state/select.ts'
import { whenTrue } from '../../state/workbook-store.ts'

/** How long a round usually lasts. */
const USUAL_MONTHS = 6

/** The next round: its name and the day it will speak of. What was said last time is kept beside it. */
export function NextRoundForm({ after }: { after: Round }) {
  const today = useToday()
  const [asAt, setAsAt] = useState<Day>(firstRound(later(addMonths(after.asAt, USUAL_MONTHS), today)).asAt)
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { workbook } = useStage()
  const canEdit = useCanEdit()
  const act = useAct()
  const { choose, say } = useSession(state => state)
  const name = typed ?? seasonOf(asAt)
  const latest = useRef({ name, asAt })
  latest.current = { name: name.trim(), asAt }

  async function start() {
    await flushDrafts()
    const next = latest.current
    const rounds = [...workbook.getState().rows.rounds.values()]
    const why = next.name === '' ? 'Give the round a name.' : whyNotStart(rounds, next)
    setWrong(why)
    if (why) return
    const done = await act(client => client.round.start(next))
    if (!done?.id) return
    await whenTrue(workbook, state => state.seq >= done.seq)
    choose({ roundId: done.id as RoundId })
    say({
      tone: 'done',
      sentence: `${next.name} has started. Nothing is rated in it yet.`,
      commandId: 'edit.undo',
    })
  }

  return (
    <section className="paper rounds-part" aria-labelledby="next-round">
      <h2 id="next-round">Start the next round</h2>
      <p className="quiet">
        You rate again from what was said last time. Each principle shows its last level, its reason and what
        was promised; when a level moves, you say why.
      </p>
      <form
        className="rounds-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void start()
        }}
      >
        <div className="rounds-pair">
          <PlainTextField label="Name of the round" value={name} onChange={setTyped} error={wrong} />
          <DateField label="As at" value={asAt} isRequired onSave={day => day && setAsAt(day)} />
        </div>
        <Button
          type="submit"
          variant="primary"
          isBig
          offBecause={canEdit ? null : 'This workbook is open for reading only.'}
        >
          Start {name.trim() || 'the round'}
        </Button>
      </form>
    </section>
  )
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}
