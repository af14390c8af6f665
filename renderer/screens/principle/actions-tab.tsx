import { useState } from 'react'
import type { Action } from '../../../shared/model/action.ts'
import type { Level } from '../../../shared/model/fields.ts'
import { isClosed, latenessOf, statusOf } from '../../../shared/rules/select.ts'
import { roleFor, type Starter, startersFor } from '../../../shared/rules/starter.ts'
import { count, longDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { Button } from '../../components/button.tsx'
import { LongList, type Place } from '../../components/long-list.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useAbout, useFramework, useToday } from '../../state/select.ts'
import { NewActionForm } from './new-action-form.tsx'
import type { PrincipleView } from './use-principle.ts'

/** What is planned here, what the framework suggests for the way to the target, and room for one's own. */
export function ActionsTab({ view }: { view: PrincipleView }) {
  const [isWriting, setIsWriting] = useState(false)
  return (
    <>
      {view.actions.length > 0 && (
        <>
          <h3>In the plan</h3>
          <LongList className="rows" items={view.actions} guess={68}>
            {(action, place) => <PlannedLine action={action} view={view} place={place} />}
          </LongList>
        </>
      )}
      <Suggestions view={view} />
      {!view.readOnly &&
        (isWriting ? (
          <NewActionForm view={view} onClose={() => setIsWriting(false)} />
        ) : (
          <p className="tab-part">
            <Button icon="add" onPress={() => setIsWriting(true)}>
              Write your own
            </Button>
          </p>
        ))}
    </>
  )
}

function PlannedLine({ action, view, place: inList }: { action: Action; view: PrincipleView; place: Place }) {
  const rows = useWorkbook(state => state.rows)
  const late = latenessOf(rows, action, useToday())
  const place = view.area.id === action.areaId ? '' : (rows.areas.get(action.areaId)?.name ?? '')
  const details = [
    place,
    action.owner || action.ownerRole || 'No owner yet',
    action.dueOn && longDate(action.dueOn),
  ]
  return (
    <li {...inList}>
      <div className="line">
        <div className="grow">
          <a href={hrefOf('actions', action.id)}>
            <span className="nowrap">{refOf('action', action.ref)}</span> <bdi>{action.title}</bdi>
          </a>
          <p className="small quiet">
            {details.filter(Boolean).join(', ')}
            {late > 0 && !isClosed(rows, action) && (
              <span className="late nowrap">, {count(late, 'day')} late</span>
            )}
          </p>
        </div>
        <StatusChip status={statusOf(rows, action)} />
      </div>
    </li>
  )
}

function Suggestions({ view }: { view: PrincipleView }) {
  const rows = useWorkbook(state => state.rows)
  const today = useToday()
  const { level, targetLevel, state } = view.rating
  if (state === 'not-applicable') return null
  if (level === null)
    return (
      <p className={view.actions.length > 0 ? 'tab-part' : undefined}>
        Choose a level, and first actions for the next step are suggested here.
      </p>
    )
  if (level === 4)
    return (
      <p className="tab-part">This is the top of the scale: what is left is to keep it and to prove it.</p>
    )
  const upTo = Math.max(targetLevel ?? 0, level + 1)
  const steps = Array.from({ length: upTo - level }, (_, index) => (level + index) as Level)
  return steps.map(from => (
    <div key={from} className="starter-step">
      <h3 className={from > level || view.actions.length > 0 ? 'tab-part' : undefined}>
        To get from {from} to {from + 1} <span className="quiet starter-note">suggested first actions</span>
      </h3>
      <ul className="rows">
        {startersFor(rows, view.principle, { areaId: view.area.id, level: from }, today).map(starter => (
          <StarterLine key={starter.index} starter={starter} view={view} />
        ))}
      </ul>
    </div>
  ))
}

function StarterLine({ starter, view }: { starter: Starter; view: PrincipleView }) {
  const act = useAct()
  const framework = useFramework()
  const about = useAbout()
  const { action, inPlan } = starter
  return (
    <li>
      <div className="line">
        <div className="grow">
          <p>{action.title}</p>
          <p className="small quiet">
            {roleFor(framework, action, about.systemKind)}, about {count(action.typicalMonths, 'month')}.
            Shown by: {action.successMeasure}
          </p>
        </div>
        {inPlan ? (
          <span className="small quiet nowrap">
            In the plan, <a href={hrefOf('actions', inPlan.id)}>{refOf('action', inPlan.ref)}</a>
          </span>
        ) : (
          !view.readOnly && (
            <Button
              icon="add"
              label={`Add to the plan: ${action.title}`}
              onPress={() =>
                act(client =>
                  client.action.addStarter({
                    areaId: view.area.id,
                    principleId: view.principle.id,
                    from: starter.from,
                    index: starter.index,
                  }),
                )
              }
            >
              Add
            </Button>
          )
        )}
      </div>
    </li>
  )
}
