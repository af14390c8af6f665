import { useMemo, useState } from 'react'
import type { DecisionFields } from '../../../shared/contract/decision.ts'
import type { DecisionKind } from '../../../shared/model/decision.ts'
import type { Day } from '../../../shared/model/fields.ts'
import type { ActionId, PrincipleId } from '../../../shared/model/ids.ts'
import type { Round } from '../../../shared/model/workbook.ts'
import { refOf } from '../../../shared/text/names.ts'
import { decisionWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { flushDrafts } from '../../components/draft.ts'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { Select } from '../../components/select.tsx'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { usePrinciples, useToday } from '../../state/select.ts'

/** One thing the board said. Day and meeting stay for the next line: a board says several things in one sitting. */
export function DecisionForm({ round }: { round: Round }) {
  const today = useToday()
  const [kind, setKind] = useState<DecisionKind>('agreed')
  const [text, setText] = useState('')
  const [on, setOn] = useState<Day>(today)
  const [meeting, setMeeting] = useState('')
  const [about, setAbout] = useState('')
  const [isMissing, setMissing] = useState(false)
  const act = useAct()
  const choices = useAboutChoices()

  async function add() {
    await flushDrafts()
    setMissing(text.trim() === '')
    if (text.trim() === '') return
    const said = {
      roundId: round.id,
      kind,
      text: text.trim(),
      on,
      meeting: meeting.trim(),
      ...targetOf(about),
    }
    if (!(await act(client => client.decision.add(said)))) return
    setText('')
    setAbout('')
  }

  return (
    <form
      className="rounds-form rounds-decision"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <SegmentedChoice
        label="The board"
        value={kind}
        choices={Object.entries(decisionWords).map(([value, label]) => ({
          value: value as DecisionKind,
          label,
        }))}
        onChange={setKind}
      />
      <PlainTextField
        label="What it said"
        value={text}
        onChange={setText}
        error={isMissing ? 'Say in a line what the board said.' : null}
      />
      <div className="rounds-three">
        <Select label="About" value={about} choices={choices} onChange={setAbout} />
        <DateField label="On" value={on} isRequired onSave={day => day && setOn(day)} />
        <PlainTextField
          label="Meeting"
          value={meeting}
          onChange={setMeeting}
          placeholder="Partnership board"
        />
      </div>
      <Button type="submit" icon="add">
        Add what it said
      </Button>
    </form>
  )
}

function useAboutChoices() {
  const principles = usePrinciples()
  const actions = useWorkbook(state => state.rows.actions)
  return useMemo(
    () => [
      { value: '', label: 'The whole round' },
      ...principles.map(({ id, number, title }) => ({
        value: `principle:${id}`,
        label: `${number} ${title}`,
      })),
      ...[...actions.values()].map(({ id, ref, title }) => ({
        value: `action:${id}`,
        label: `${refOf('action', ref)} ${title}`,
      })),
    ],
    [principles, actions],
  )
}

function targetOf(about: string): Pick<DecisionFields, 'principleId' | 'actionId'> {
  const [kind, id] = about.split(/:(.*)/s)
  return {
    principleId: kind === 'principle' ? (id as PrincipleId) : null,
    actionId: kind === 'action' ? (id as ActionId) : null,
  }
}
