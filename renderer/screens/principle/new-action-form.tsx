import { Button } from '../../components/button.tsx'
import { useAct } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import { OneLineForm } from './one-line-form.tsx'
import type { PrincipleView } from './use-principle.ts'

/** An action of one's own for this principle and area. Its other columns are filled in on the plan. */
export function NewActionForm({ view, onClose }: { view: PrincipleView; onClose: () => void }) {
  const act = useAct()
  function add(title: string) {
    const { level, targetLevel } = view.rating
    return act(client =>
      client.action.add({
        areaId: view.area.id,
        principleId: view.principle.id,
        title,
        set: { currentLevel: level, targetLevel },
      }),
    )
  }
  async function addAndOpen(title: string) {
    const edited = await add(title)
    if (edited?.id) goTo('actions', edited.id)
    return edited
  }
  return (
    <OneLineForm
      label="What will be done"
      missing="Say what will be done first."
      submit="Add to the plan"
      onAdd={add}
      onClose={onClose}
      more={send => (
        <Button variant="quiet" onPress={() => send(addAndOpen)}>
          Add and fill in the rest
        </Button>
      )}
    />
  )
}
