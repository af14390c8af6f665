import { useMemo, useState } from 'react'
import type { Decision } from '../../../shared/model/decision.ts'
import type { Round } from '../../../shared/model/workbook.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { decisionWords } from '../../../shared/text/words.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { useAct, useSession, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit, usePrinciples } from '../../state/select.ts'
import { DecisionForm } from './decision-form.tsx'

/** What the board said back on this round. It opens the next one. */
export function DecisionsPart({ round }: { round: Round }) {
  const decisions = useWorkbook(state => state.rows.decisions)
  const canEdit = useCanEdit()
  // A board mostly speaks once a round is signed off.
  const [isAsked, setAsked] = useState(false)
  const isWriting = isAsked || round.state !== 'open'
  const said = useMemo(
    () =>
      [...decisions.values()]
        .filter(decision => decision.roundId === round.id)
        .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    [decisions, round.id],
  )
  return (
    <section className="paper rounds-part" aria-labelledby="board-said">
      <h2 id="board-said">What the board said</h2>
      {said.length === 0 ? (
        <p className="quiet">
          Nothing is written down yet. What it agrees, challenges or asks for opens the next round.
        </p>
      ) : (
        <ul className="rounds-said">
          {said.map(decision => (
            <Line key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
      {canEdit && isWriting && <DecisionForm round={round} />}
      {canEdit && !isWriting && (
        <Button icon="add" onPress={() => setAsked(true)}>
          Write down what it said
        </Button>
      )}
    </section>
  )
}

function Line({ decision }: { decision: Decision }) {
  const { kind, text, on, meeting } = decision
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  async function remove() {
    if (await act(client => client.decision.remove({ id: decision.id })))
      say({ tone: 'done', sentence: `Removed: ${text}`, commandId: 'edit.undo' })
  }
  return (
    <li>
      <span className={`rounds-kind rounds-kind-${kind}`}>{decisionWords[kind]}</span>
      <span className="grow">
        {text}{' '}
        <span className="quiet small">
          {longDate(on)}
          {meeting && `, ${meeting}`}. <About decision={decision} />
        </span>
      </span>
      {canEdit && <IconButton icon="trash" label={`Remove: ${text}`} onPress={() => void remove()} />}
    </li>
  )
}

/** What it was said of, as a link; nothing where the whole round is meant or the action is gone. */
function About({ decision: { principleId, actionId } }: { decision: Decision }) {
  const action = useWorkbook(state => (actionId ? state.rows.actions.get(actionId) : undefined))
  const principle = usePrinciples().find(one => one.id === principleId)
  if (action)
    return (
      <a href={hrefOf('actions', action.id)}>
        {refOf('action', action.ref)} {action.title}
      </a>
    )
  if (!principle) return null
  return (
    <a href={hrefOf('principle', principle.id)}>
      {principle.number} {principle.title}
    </a>
  )
}
