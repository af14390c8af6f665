import { useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import type { PrincipleView } from './use-principle.ts'

/** An action of one's own for this principle and area. Its other columns are filled in on the plan. */
export function NewActionForm({ view, onClose }: { view: PrincipleView; onClose: () => void }) {
  const id = useId()
  const act = useAct()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  async function add(thenOpen: boolean) {
    if (title.trim() === '') return setProblem('Say what will be done first.')
    const { level, targetLevel } = view.rating
    const edited = await act(client =>
      client.action.add({
        areaId: view.area.id,
        principleId: view.principle.id,
        title: title.trim(),
        set: { currentLevel: level, targetLevel },
      }),
    )
    if (!edited) return
    if (thenOpen && edited.id) goTo('actions', edited.id)
    else onClose()
  }
  return (
    <form
      className="attach-form tab-part"
      onSubmit={event => {
        event.preventDefault()
        void add(false)
      }}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <label className="label" htmlFor={id}>
        What will be done
      </label>
      {problem && (
        <span className="error" id={`${id}-error`} role="alert">
          {problem}
        </span>
      )}
      <input
        id={id}
        className="input"
        value={title}
        maxLength={1000}
        // biome-ignore lint/a11y/noAutofocus: the form opens because its button was pressed; typing starts here
        autoFocus
        autoComplete="off"
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={event => setTitle(event.target.value)}
      />
      <div className="attach-ways">
        <Button type="submit">Add to the plan</Button>
        <Button variant="quiet" onPress={() => add(true)}>
          Add and fill in the rest
        </Button>
        <Button variant="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
