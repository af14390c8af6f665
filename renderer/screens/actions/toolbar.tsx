import { useId } from 'react'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { useStatuses } from '../../state/select.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { FilterMenu } from './filter-menu.tsx'
import type { Plan } from './use-plan.ts'
import { filterCount, type GroupBy, type PlanView, unfiltered } from './view.ts'

const GROUPS: readonly { value: GroupBy; label: string }[] = [
  { value: 'place', label: 'Place' },
  { value: 'principle', label: 'Principle' },
  { value: 'owner', label: 'Owner' },
  { value: 'status', label: 'Status' },
  { value: 'none', label: 'Nothing' },
]

/** The heading that answers, and how the list is grouped, narrowed and shown. */
export function Toolbar(props: { plan: Plan; title: string; canEdit: boolean; onNew: () => void }) {
  const { plan } = props
  const { view, setView } = plan
  const set = (more: Partial<PlanView>) => setView({ ...view, ...more })
  const filters = filterCount(view)
  return (
    <header className="actions-tools">
      <div className="actions-tools-line">
        <h1>{props.title}</h1>
        <Select
          label="Group by"
          className="field-inline"
          value={view.groupBy}
          choices={GROUPS}
          onChange={groupBy => set({ groupBy })}
        />
        <ShowSelect plan={plan} />
        <FindBox text={view.text} onChange={text => set({ text })} />
        <FilterMenu plan={plan} />
        <ColumnsMenu plan={plan} />
        {props.canEdit && (
          <span className="actions-new">
            <Button variant="primary" icon="add" onPress={props.onNew}>
              New action
            </Button>
          </span>
        )}
      </div>
      {filters > 0 && (
        <p className="actions-shown" role="status">
          Showing {plan.rows.length.toLocaleString('en-GB')} of {plan.all.length.toLocaleString('en-GB')}.{' '}
          <Button variant="link" onPress={() => setView(unfiltered(view))}>
            Show all
          </Button>
        </p>
      )}
    </header>
  )
}

function FindBox(props: { text: string; onChange: (text: string) => void }) {
  const id = useId()
  return (
    <span className="actions-find">
      <label className="hidden-words" htmlFor={id}>
        Find in actions
      </label>
      <input
        id={id}
        type="search"
        className="input"
        placeholder="Find in actions"
        value={props.text}
        onChange={event => props.onChange(event.target.value)}
      />
    </span>
  )
}

type Show = '' | 'open' | 'late' | 'mine' | 'mine-late' | `status=${string}`

/** The usual questions, and each word of the status key. */
function ShowSelect({ plan }: { plan: Plan }) {
  const id = useId()
  const { view, setView } = plan
  const statuses = useStatuses()
  function choose(show: Show) {
    setView({
      ...view,
      isOpen: show === 'open',
      isLate: show === 'late' || show === 'mine-late',
      isMine: show === 'mine' || show === 'mine-late',
      statusId: show.startsWith('status=') ? show.slice('status='.length) : '',
    })
  }
  return (
    <span className="field field-inline">
      <label className="label" htmlFor={id}>
        Show
      </label>
      <select
        id={id}
        className="input actions-show"
        value={shownBy(view)}
        onChange={event => choose(event.target.value as Show)}
      >
        <option value="">All actions</option>
        <option value="open">Open</option>
        <option value="late">Late</option>
        <option value="mine">Mine</option>
        <option value="mine-late">Mine and late</option>
        <optgroup label="Status declared">
          {statuses.map(status => (
            <option key={status.id} value={`status=${status.id}`}>
              {status.label}
            </option>
          ))}
        </optgroup>
      </select>
    </span>
  )
}

function shownBy(view: PlanView): Show {
  if (view.statusId) return `status=${view.statusId}`
  if (view.isLate) return view.isMine ? 'mine-late' : 'late'
  return view.isMine ? 'mine' : view.isOpen ? 'open' : ''
}
