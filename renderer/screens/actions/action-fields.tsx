import { useState } from 'react'
import type { ActionFields } from '../../../shared/contract/action.ts'
import type { Action } from '../../../shared/model/action.ts'
import { EMBEDDED, whyNotChecked } from '../../../shared/rules/closing.ts'
import { heldChoice, setOfChoice } from '../../../shared/rules/typed-cell.ts'
import type { ChoiceColumn } from '../../../shared/text/choices.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { DateField } from '../../components/date-field.tsx'
import { Icon } from '../../components/icon.tsx'
import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { Select } from '../../components/select.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { useFramework, useStatuses } from '../../state/select.ts'
import type { ActionRow } from './action-row.ts'
import type { Plan } from './use-plan.ts'

type Common = { row: ActionRow; canEdit: boolean }

/** What a board asks about first: when, and who answers for it. */
export function StandingFields({ row, canEdit }: Common) {
  const { action } = row
  const save = useSave(action)
  const isReadOnly = !canEdit
  return (
    <div className="actions-fields">
      <StatusField row={row} canEdit={canEdit} />
      <DateField label="Due" value={action.dueOn} onSave={dueOn => save({ dueOn })} isReadOnly={isReadOnly} />
      <DateField
        label="Starts"
        value={action.startOn}
        onSave={startOn => save({ startOn })}
        isReadOnly={isReadOnly}
      />
      <TextField
        label="Owner"
        hint={
          /\b(team|board|group|committee)\b/i.test(action.owner) ? 'Name one person, not a group.' : undefined
        }
        value={action.owner}
        onSave={owner => save({ owner })}
        isReadOnly={isReadOnly}
        className="is-wide"
      />
      <TextField
        label="Role and organisation"
        value={action.ownerRole}
        onSave={ownerRole => save({ ownerRole })}
        isReadOnly={isReadOnly}
        className="is-wide"
      />
    </div>
  )
}

/** The declared status, as a chip and as the list that changes it. Embedded only when it has been checked. */
function StatusField({ row, canEdit }: Common) {
  const { action, status } = row
  const save = useSave(action)
  const statuses = useStatuses()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <div className="is-wide">
      <p className="actions-status">
        <strong>Status</strong>
        <StatusChip status={status} />
      </p>
      {canEdit && (
        <Select
          label="Status"
          isLabelHidden
          hint={status?.meaning}
          value={action.statusId}
          choices={statuses.map(each => ({ value: each.id, label: each.label }))}
          error={refused}
          onChange={statusId => {
            const why = statusId === EMBEDDED ? whyNotChecked(action) : null
            setRefused(why)
            if (!why) void save({ statusId })
          }}
        />
      )}
    </div>
  )
}

/** Every other field of the plan, in three parts that open. */
export function MoreFields({ row, plan, canEdit }: Common & { plan: Plan }) {
  const { action, risk } = row
  const save = useSave(action)
  const { actionPlan } = useFramework()
  const text = (label: string, field: TextOf, rows = 2) => (
    <TextArea
      label={label}
      rows={rows}
      value={action[field]}
      onSave={value => save({ [field]: value })}
      isReadOnly={!canEdit}
      className="is-wide"
    />
  )
  const choice = (label: string, column: ChoiceColumn, isWide = false) => (
    <Select
      label={label}
      value={heldChoice(column, action)}
      choices={plan.context.choices[column]}
      onChange={value => save(setOfChoice(column, value))}
      isDisabled={!canEdit}
      className={isWide ? 'is-wide' : ''}
    />
  )
  return (
    <>
      <details className="actions-part" open>
        <summary>
          <h3>What and why</h3>
        </summary>
        <div className="actions-fields">
          <TextArea
            label="Action"
            rows={2}
            value={action.title}
            onSave={title => (title.trim() === '' ? undefined : save({ title }))}
            isReadOnly={!canEdit}
            isRequired
            maxLength={1000}
            className="is-wide"
          />
          <Step row={row} />
          {choice('From level', 'currentLevel')}
          {choice('To level', 'targetLevel')}
          {text('Success measure', 'successMeasure')}
          {text('Baseline', 'baseline')}
          {text('Gap or issue', 'gap')}
        </div>
      </details>
      <details className="actions-part">
        <summary>
          <h3>Risk</h3>
          {risk && (
            <span className="quiet">
              {action.likelihood} × {action.consequence} = <strong>{risk.score}</strong>
              {risk.band && `, ${risk.band.label.toLowerCase()}`}
            </span>
          )}
        </summary>
        <div className="actions-fields">
          {choice('Likelihood', 'likelihood')}
          {choice('Consequence', 'consequence')}
          {risk?.band && (
            <p className="callout is-wide">
              <strong>
                {action.likelihood} × {action.consequence} = {risk.score}, {risk.band.label.toLowerCase()}.
              </strong>{' '}
              {risk.band.response}
            </p>
          )}
          {text('Main risk', 'risk')}
          {text('Mitigation or dependency', 'mitigation')}
          <p className="hint is-wide">{actionPlan.risk.method}</p>
        </div>
      </details>
      <details className="actions-part">
        <summary>
          <h3>Where it belongs, who helps</h3>
        </summary>
        <div className="actions-fields">
          {choice('Place', 'place', true)}
          {choice('Principle', 'principle', true)}
          {choice('Level of need', 'levelOfNeed', true)}
          {choice('Priority', 'priority', true)}
          {text('Executive sponsor', 'sponsor', 1)}
          {text('Partners involved', 'partners')}
          {text('Cost and resources', 'resources')}
          {text('Reports to', 'governance', 1)}
        </div>
      </details>
    </>
  )
}

type TextOf =
  | 'successMeasure'
  | 'baseline'
  | 'gap'
  | 'risk'
  | 'mitigation'
  | 'sponsor'
  | 'partners'
  | 'resources'
  | 'governance'

/** The step this action is for: the level now as a tile, the target hollow. */
function Step({ row }: { row: ActionRow }) {
  const { scale } = useFramework()
  const { currentLevel, targetLevel } = row.action
  if (currentLevel === null && targetLevel === null) return null
  const name = (level: number) => levelNameOf(scale, level)
  return (
    <p className="actions-step is-wide">
      <span className="quiet">Step</span>
      {currentLevel !== null && <LevelTile level={currentLevel} levelName={name(currentLevel)} />}
      <Icon name="arrow" />
      {targetLevel !== null && <TargetTile level={targetLevel} levelName={name(targetLevel)} />}
    </p>
  )
}

/** Saves some fields of one action. */
export function useSave(action: Action): (fields: ActionFields) => Promise<unknown> {
  const act = useAct()
  return fields => act(client => client.action.set({ id: action.id, set: fields }))
}
