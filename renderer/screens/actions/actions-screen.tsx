import './actions.css'
import './sheet.css'
import { useEffect, useState } from 'react'
import { count } from '../../../shared/text/dates.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useRemembered, useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit } from '../../state/select.ts'
import { ActionPanel } from './action-panel.tsx'
import { NewActionPanel } from './new-action.tsx'
import { Sheet } from './sheet.tsx'
import { Toolbar } from './toolbar.tsx'
import { useEdits } from './use-edits.ts'
import { usePlan } from './use-plan.ts'
import { filterCount, unfiltered } from './view.ts'

/** What stands beside the list: nothing, an action in full, or a new one. */
type Side = { readonly kind: 'none' } | { readonly kind: 'action' | 'update' | 'new' }

/**
 * The action plan. `id` opens an action; `late`, `mine` and `new` open the list that way. Wide windows show an action
 * beside the list from the start; narrow ones put it in the list's place.
 */
export function ActionsScreen({ id }: { id: string | null }) {
  const plan = usePlan()
  const edits = useEdits(plan)
  const canEdit = useCanEdit()
  const { session } = useStage()
  const [selectedId, setSelectedId] = useRemembered<string | null>('actions.selected', null)
  const [side, setSide] = useRemembered<Side>('actions.side', { kind: isRoomy() ? 'action' : 'none' })
  const [wantsPanel, setWantsPanel] = useState(false)
  const selected = plan.all.find(row => row.id === selectedId) ?? plan.rows[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address asks once
  useEffect(() => {
    if (!id) return
    if (id === 'late') plan.setView({ ...unfiltered(plan.view), isLate: true })
    else if (id === 'mine') plan.setView({ ...unfiltered(plan.view), isMine: true })
    else if (id === 'new' && canEdit) setSide({ kind: 'new' })
    else if (plan.all.some(row => row.id === id)) open(id, 'action')
    // Asked and answered: the same link asks again.
    window.history.replaceState(null, '', hrefOf('actions'))
  }, [id])

  function open(actionId: string, kind: 'action' | 'update') {
    // An action that the filters hide would open beside a list without it.
    if (!plan.rows.some(row => row.id === actionId)) plan.setView(unfiltered(plan.view))
    setSelectedId(actionId)
    setSide({ kind })
    setWantsPanel(true)
  }

  function closeSide() {
    setSide({ kind: 'none' })
    setWantsPanel(false)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.sheet [tabindex="0"]')?.focus())
  }

  function startNew() {
    setSide({ kind: 'new' })
    setWantsPanel(true)
  }

  useCommands([
    {
      id: 'action.new',
      label: 'New action',
      group: 'Actions',
      shortcuts: ['Alt+N'],
      offBecause: canEdit ? null : 'This workbook is open for reading only.',
      run: startNew,
    },
    {
      id: 'action.late',
      label: plan.view.isLate ? 'Show actions that are not late too' : 'Show late actions only',
      group: 'Actions',
      run: () => plan.setView({ ...plan.view, isLate: !plan.view.isLate }),
    },
    {
      id: 'action.mine',
      label: plan.view.isMine ? 'Show everyone’s actions' : 'Show my actions only',
      group: 'Actions',
      run: () => plan.setView({ ...plan.view, isMine: !plan.view.isMine }),
    },
  ])

  const isEmpty = plan.all.length === 0
  const hasSide = side.kind === 'new' || (side.kind !== 'none' && selected !== undefined)
  useRoomFor(hasSide)
  return (
    <div className={hasSide ? 'actions has-side' : 'actions'}>
      <Toolbar plan={plan} title={titleOf(plan.all)} canEdit={canEdit} onNew={startNew} />
      <div className="actions-work">
        <div className="actions-list">
          {isEmpty ? (
            <NoActions canEdit={canEdit} onNew={startNew} />
          ) : plan.rows.length === 0 ? (
            <EmptyState
              title="No action matches"
              actions={<Button onPress={() => plan.setView(unfiltered(plan.view))}>Show all actions</Button>}
            >
              {noneWords(plan.view.isMine, plan.person, filterCount(plan.view))}
            </EmptyState>
          ) : (
            <Sheet
              plan={plan}
              edits={edits}
              canEdit={canEdit}
              selectedId={selected?.id ?? null}
              onSelect={setSelectedId}
              onOpen={(actionId, at) => open(actionId, at === 'update' ? 'update' : 'action')}
              onLost={sentence => session.getState().say({ tone: 'problem', sentence })}
            />
          )}
          {!isEmpty && <Keys canEdit={canEdit} />}
        </div>
        {side.kind === 'new' ? (
          <NewActionPanel plan={plan} onAdded={actionId => open(actionId, 'action')} onClose={closeSide} />
        ) : (
          side.kind !== 'none' &&
          selected && (
            <ActionPanel
              key={selected.id}
              row={selected}
              plan={plan}
              edits={edits}
              canEdit={canEdit}
              isUpdating={side.kind === 'update'}
              wantsFocus={wantsPanel}
              onClose={closeSide}
            />
          )
        )}
      </div>
    </div>
  )
}

/** "12 actions, 3 late": the heading answers. */
function titleOf(rows: readonly { standing: { kind: string } }[]): string {
  if (rows.length === 0) return 'No actions yet'
  const late = rows.filter(row => row.standing.kind === 'late').length
  return `${count(rows.length, 'action')}, ${late === 0 ? 'none late' : `${late.toLocaleString('en-GB')} late`}`
}

function noneWords(isMine: boolean, person: string, filters: number): string {
  if (isMine && person.trim() === '')
    return 'Nobody has said who is at this keyboard. Give your name in settings, and your actions show here.'
  if (isMine && filters === 1)
    return `${person} owns no action. Actions are yours when their owner is your name as in settings.`
  return 'Take a filter off, or look for fewer words.'
}

function NoActions({ canEdit, onNew }: { canEdit: boolean; onNew: () => void }) {
  return (
    <div className="paper">
      <EmptyState
        title="Nothing is planned yet"
        actions={
          canEdit && (
            <>
              <Button variant="primary" icon="add" onPress={onNew}>
                Add the first action
              </Button>
              <a className="button button-secondary" href={hrefOf('overview')}>
                Rate a principle first
              </a>
            </>
          )
        }
      >
        Each principle suggests first actions for the step you want to take. Add one of those, or write your
        own.
      </EmptyState>
    </div>
  )
}

function Keys({ canEdit }: { canEdit: boolean }) {
  const keys = [
    { keys: ['↑', '↓', '←', '→'], words: 'move' },
    ...(canEdit
      ? [
          { keys: ['Enter'], words: 'edit' },
          { keys: ['Esc'], words: 'leave the cell as it was' },
          { keys: ['Ctrl+V'], words: 'paste rows from Excel' },
        ]
      : []),
    { keys: ['Space'], words: 'show the action in full' },
  ]
  return (
    <p className="actions-keys">
      {keys.map(each => (
        <span key={each.words}>
          {each.keys.map(key => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {each.words}
        </span>
      ))}
      <ReturnedLink />
    </p>
  )
}

/** The plan comes back by another page; how much of it is still out stands with the way there. */
function ReturnedLink() {
  const sentFiles = useWorkbook(state => state.rows.sentFiles)
  const out = [...sentFiles.values()].filter(file => file.isAwaited).length
  return (
    <a className="actions-returned" href={hrefOf('review')}>
      Read returned files{out > 0 && `, ${out.toLocaleString('en-GB')} still out`}
    </a>
  )
}

/** Beside an open panel the rail folds, where both would squeeze the list, and unfolds again afterwards. */
function useRoomFor(hasSide: boolean): void {
  const { session } = useStage()
  useEffect(() => {
    const { isRailFolded, foldRail } = session.getState()
    const isTight = window.innerWidth > 1080 && window.innerWidth < 1500
    if (!hasSide || isRailFolded || !isTight) return
    foldRail(true)
    return () => foldRail(false)
  }, [hasSide, session])
}

/** Wide enough for a list and a panel side by side without hiding columns. */
function isRoomy(): boolean {
  return window.innerWidth >= 1500
}
