import { useState } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useSession } from '../../state/hooks.ts'
import { useCanEdit } from '../../state/select.ts'
import { LineForm } from './line-form.tsx'

/** Opening a signed-off round again is an edit with a reason. */
export function ReopenForm({ round }: { round: Round }) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)

  async function reopen(line: string) {
    const done = await act(client => client.round.reopen({ id: round.id, reason: line }))
    if (done) say({ tone: 'done', sentence: `${round.name} is open again.`, commandId: 'edit.undo' })
  }

  return (
    <section className="paper rounds-part" aria-labelledby="reopen">
      <h2 id="reopen">Signed off by {round.signedOffBy}</h2>
      {round.signedOffAt && (
        <p className="quiet">
          On {longDate(localDay(new Date(round.signedOffAt)))}. Its ratings can only be read.
        </p>
      )}
      {isAsking ? (
        <LineForm
          label="Why it is opened again"
          hint="One line. History keeps it."
          missing="Say in a line why the round is opened again."
          value={reason}
          onChange={setReason}
          onSend={reopen}
        >
          <div className="rounds-buttons">
            <Button type="submit">Open {round.name} again</Button>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Leave it signed off
            </Button>
          </div>
        </LineForm>
      ) : (
        <Button
          variant="link"
          onPress={() => setAsking(true)}
          offBecause={canEdit ? null : 'This workbook is open for reading only.'}
        >
          Open it again
        </Button>
      )}
    </section>
  )
}
