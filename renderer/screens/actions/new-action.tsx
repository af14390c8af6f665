import { useEffect, useId, useRef, useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import type { AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import { ratingOf } from '../../../shared/rules/select.ts'
import { startersFor } from '../../../shared/rules/starter.ts'
import { monthYear } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { Button } from '../../components/button.tsx'
import { SidePanel } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Select } from '../../components/select.tsx'
import { useAct, useSession } from '../../state/hooks.ts'
import { useArea, usePrinciples, useRound, useRows, useToday } from '../../state/select.ts'
import type { Plan } from './use-plan.ts'

/** Adds an action: one the framework suggests for the step, or one in the user's own words. */
export function NewActionPanel(props: { plan: Plan; onAdded: (id: string) => void; onClose: () => void }) {
  const { plan } = props
  const area = useArea()
  const round = useRound()
  const rows = useRows()
  const today = useToday()
  const principles = usePrinciples()
  const act = useAct()
  const say = useSession(state => state.say)
  const [areaId, setAreaId] = useState<AreaId>((plan.view.areaId || area.id) as AreaId)
  const [principleId, setPrincipleId] = useState<PrincipleId>(
    (plan.view.principleId || principles[0]!.id) as PrincipleId,
  )
  const rated = ratingOf(rows, { roundId: round.id, areaId, principleId })?.level ?? null
  const [step, setStep] = useState<Level | null>(null)
  const from = step ?? (rated === 4 ? 3 : (rated ?? 0))
  const principle = principles.find(each => each.id === principleId)!
  const starters = startersFor(rows, principle, { areaId, level: from as Level }, today)

  async function addStarter(index: number) {
    const added = await act(client => client.action.addStarter({ areaId, principleId, from, index }))
    if (added) say({ tone: 'done', sentence: 'Added to the plan.', commandId: 'edit.undo' })
  }

  return (
    <SidePanel className="actions-side" title="New action" onClose={props.onClose}>
      <div className="actions-side-body">
        <div className="actions-fields">
          <Select
            label="For"
            value={areaId as string}
            choices={plan.context.choices.place}
            onChange={value => setAreaId(value as AreaId)}
            className="is-wide"
          />
          <Select
            label="Principle"
            value={principleId as string}
            choices={plan.context.choices.principle}
            onChange={value => {
              setPrincipleId(value as PrincipleId)
              setStep(null)
            }}
            className="is-wide"
          />
        </div>
        <OwnWords areaId={areaId} principleId={principleId} onAdded={props.onAdded} />
        <section className="actions-part" aria-label="Suggested first actions">
          <h3>Or take one that others start with</h3>
          <Select
            label="For the step"
            value={String(from)}
            choices={[0, 1, 2, 3].map(level => ({
              value: String(level),
              label: `From ${level} to ${level + 1}${level === rated ? ', where you are now' : ''}`,
            }))}
            onChange={value => setStep(Number(value) as Level)}
          />
          <ul className="starters">
            {starters.map(starter => (
              <li key={starter.index}>
                <p>
                  <strong>{starter.action.title}</strong>
                </p>
                <p className="small quiet">
                  Success: {starter.action.successMeasure}. Led by: {starter.action.suggestedOwnerRole}. Due{' '}
                  {monthYear(starter.dueOn)}.
                </p>
                {starter.inPlan ? (
                  <Button variant="link" onPress={() => props.onAdded(starter.inPlan!.id)}>
                    In the plan as {refOf('action', starter.inPlan.ref)}
                  </Button>
                ) : (
                  <Button
                    icon="add"
                    label={`Add: ${starter.action.title}`}
                    onPress={() => void addStarter(starter.index)}
                  >
                    Add
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </SidePanel>
  )
}

function OwnWords(props: { areaId: AreaId; principleId: PrincipleId; onAdded: (id: string) => void }) {
  const act = useAct()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const formId = useId()
  useEffect(() => box.current?.focus(), [])
  async function add() {
    const words = title.replace(/\s+/g, ' ').trim()
    if (words === '' || words.length > 1000) {
      setProblem(words === '' ? 'Say what will be done. Start with a verb.' : 'At most 1,000 characters.')
      box.current?.focus()
      return
    }
    const { areaId, principleId } = props
    const added = await act(client => client.action.add({ areaId, principleId, title: words, set: {} }))
    if (added?.id) props.onAdded(added.id)
  }
  return (
    <form
      id={formId}
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Field label="What will be done" hint="Start with a verb, one action at a time." error={problem}>
        {ids => (
          <textarea
            ref={box}
            id={ids.id}
            className="input"
            rows={2}
            value={title}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid || undefined}
            onChange={event => setTitle(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              void add()
            }}
          />
        )}
      </Field>
      <p className="actions-buttons">
        <Button variant="primary" type="submit">
          Add to the plan
        </Button>
      </p>
    </form>
  )
}
