import { useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { focusPage } from './focus-page.ts'
import type { PrincipleView } from './use-principle.ts'

/** A principle that does not apply here, with the reason; or the question before it is set so. */
export function NotApplicable({ view, onClose }: { view: PrincipleView; onClose: () => void }) {
  if (view.rating.state !== 'not-applicable') return <Ask view={view} onClose={onClose} />
  return (
    <div className="not-applicable paper">
      <p>
        <LevelTile level="not-applicable" isDecoration />{' '}
        <strong>
          You said this does not apply to {view.area.kind === 'system' ? 'the whole system' : view.area.name}.
        </strong>
      </p>
      <TextArea
        label="Why it does not apply"
        value={view.rating.notApplicableReason}
        onSave={notApplicableReason => view.save({ notApplicableReason })}
        isReadOnly={view.fixed !== ''}
        rows={3}
      />
      {!view.fixed && (
        <Button
          onPress={() => {
            focusPage()
            void view.save({ state: 'not-discussed' })
          }}
        >
          It does apply after all
        </Button>
      )}
    </div>
  )
}

function Ask({ view, onClose }: { view: PrincipleView; onClose: () => void }) {
  const id = useId()
  const [reason, setReason] = useState(view.rating.notApplicableReason)
  const [problem, setProblem] = useState('')
  const leave = () => {
    focusPage()
    onClose()
  }
  return (
    <form
      className="not-applicable paper"
      onSubmit={event => {
        event.preventDefault()
        if (reason.trim() === '') setProblem('Say why it does not apply first.')
        else {
          focusPage()
          void view.save({ state: 'not-applicable', notApplicableReason: reason.trim() })
        }
      }}
      onKeyDown={event => event.key === 'Escape' && leave()}
    >
      <label className="label" htmlFor={id}>
        Why it does not apply {view.area.kind === 'system' ? 'to the whole system' : `to ${view.area.name}`}
      </label>
      {problem && (
        <span className="error" id={`${id}-error`} role="alert">
          {problem}
        </span>
      )}
      <textarea
        id={id}
        className="input"
        rows={3}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: the form opens because it was asked for; typing starts here
        autoFocus
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={event => setReason(event.target.value)}
      />
      <div className="attach-ways">
        <Button type="submit">Set as not applicable</Button>
        <Button variant="quiet" onPress={leave}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
