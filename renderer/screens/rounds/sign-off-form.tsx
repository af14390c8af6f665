import { useEffect, useState } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useSession, useStage } from '../../state/hooks.ts'
import { useCanEdit } from '../../state/select.ts'
import { LineForm } from './line-form.tsx'

/** A name and a role close the round. */
export function SignOffForm({ round }: { round: Round }) {
  const { shell } = useStage()
  const [by, setBy] = useState('')
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  useEffect(() => {
    shell.person().then(
      ({ name, role }) => setBy(old => old || [name, role].filter(Boolean).join(', ')),
      () => {},
    )
  }, [shell])

  async function signOff(line: string) {
    const done = await act(client => client.round.signOff({ id: round.id, by: line }))
    if (done) say({ tone: 'done', sentence: `${round.name} is signed off.`, commandId: 'edit.undo' })
  }

  return (
    <section className="paper rounds-part" aria-labelledby="sign-off">
      <h2 id="sign-off">Sign it off</h2>
      <LineForm
        label="Signed off by"
        hint="A name and a role. Both stand on the round."
        missing="Say who signs this round off."
        value={by}
        onChange={setBy}
        onSend={signOff}
      >
        <Button
          type="submit"
          variant="primary"
          isBig
          offBecause={canEdit ? null : 'This workbook is open for reading only.'}
        >
          Sign off {round.name}
        </Button>
        <p className="quiet small">After that its ratings can only be read. Actions and evidence go on.</p>
      </LineForm>
    </section>
  )
}
