import { useEffect, useRef } from 'react'
import { longDate } from '../../../shared/text/dates.ts'
import { claimWord } from '../../../shared/text/standing.ts'
import { Button } from '../../components/button.tsx'
import { SidePanel } from '../../components/dialog.tsx'
import { Nine } from '../../components/nine.tsx'
import { ActionEvidence } from './action-evidence.tsx'
import { MoreFields, StandingFields } from './action-fields.tsx'
import { ActionHistory } from './action-history.tsx'
import type { ActionRow } from './action-row.ts'
import { Closing } from './closing.tsx'
import { Updates } from './updates.tsx'
import type { Edits } from './use-edits.ts'
import type { Plan } from './use-plan.ts'

export type ActionPanelProps = {
  row: ActionRow
  plan: Plan
  edits: Edits
  canEdit: boolean
  /** The form for an update is open from the start. */
  isUpdating: boolean
  /** The panel was asked for: the focus goes into it. */
  wantsFocus: boolean
  onClose: () => void
}

/** One action in full: what is wrong first, then every field, its updates, its closing, its evidence, its history. */
export function ActionPanel(props: ActionPanelProps) {
  const { row, canEdit } = props
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (props.wantsFocus && !props.isUpdating)
      box.current?.querySelector<HTMLElement>('select, input, button')?.focus()
  }, [])
  return (
    <SidePanel
      className="actions-side"
      kicker={
        <span className="actions-kicker">
          {row.principle && <Nine here={row.principle.number} size={16} />}
          <span>
            {row.ref}, {row.isSystem ? 'whole system' : row.place}
            {row.principle && `, principle ${row.principle.number}`}
          </span>
        </span>
      }
      title={row.action.title}
      onClose={props.onClose}
    >
      <div ref={box} className="actions-side-body">
        <Warning row={row} canEdit={canEdit} />
        <StandingFields row={row} canEdit={canEdit} />
        <Updates row={row} canEdit={canEdit} isOpenFirst={props.isUpdating} />
        <Closing row={row} canEdit={canEdit} />
        <MoreFields row={row} plan={props.plan} canEdit={canEdit} />
        <ActionEvidence row={row} canEdit={canEdit} />
        <ActionHistory row={row} />
        {canEdit && (
          <p>
            <Button
              icon="trash"
              onPress={async () => {
                if (await props.edits.remove([row.action.id])) props.onClose()
              }}
            >
              Remove {row.ref}
            </Button>
          </p>
        )}
      </div>
    </SidePanel>
  )
}

/** What the dates say against the claim, and what to do about it. */
function Warning({ row, canEdit }: { row: ActionRow; canEdit: boolean }) {
  const { standing, status, action, latest, words } = row
  if (standing.kind !== 'late') return null
  const says = status ? claimWord(status.label) : action.statusId
  const since = latest ? `no update since ${longDate(latest.on)}` : 'no update yet'
  return (
    <p className="callout callout-problem actions-warning">
      <strong>{standing.disagrees ? `Says ${says}, ${words.main}.` : `${words.main}.`}</strong> Due{' '}
      {longDate(action.dueOn!)}, {since}.{' '}
      {canEdit &&
        (standing.disagrees ? 'Change the status or the date.' : 'Say in an update what help is needed.')}
    </p>
  )
}
