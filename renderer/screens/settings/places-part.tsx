import { useState } from 'react'
import { Button, IconButton } from '../../components/button.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct, useSession } from '../../state/hooks.ts'
import { useAreas, useCanEdit } from '../../state/select.ts'

/** The places: rename in place, add at the foot, remove. A removed place comes back by undo. */
export function PlacesPart() {
  const places = useAreas().filter(area => area.kind === 'place')
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  const [name, setName] = useState('')

  async function add() {
    const wanted = name.trim()
    if (!wanted) return
    if (await act(client => client.area.addPlace({ name: wanted }))) setName('')
  }

  return (
    <>
      {places.length === 0 && <p className="quiet">There are no places yet.</p>}
      <ul className="settings-places" aria-label="Places">
        {places.map(place => (
          <li key={place.id}>
            <TextField
              className="grow"
              label={`Name of ${place.name}`}
              isLabelHidden
              value={place.name}
              isReadOnly={!canEdit}
              onSave={newName => act(client => client.area.rename({ id: place.id, name: newName }))}
            />
            {canEdit && (
              <IconButton
                icon="trash"
                label={`Remove ${place.name} and its ratings`}
                onPress={async () => {
                  if (await act(client => client.area.removePlace({ id: place.id })))
                    say({ tone: 'done', sentence: `Removed ${place.name}.`, commandId: 'edit.undo' })
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {canEdit && (
        <form
          className="settings-add"
          onSubmit={event => {
            event.preventDefault()
            void add()
          }}
        >
          <PlainTextField className="grow" label="New place" value={name} onChange={setName} />
          <Button type="submit" icon="add" label="Add place">
            Add
          </Button>
        </form>
      )}
    </>
  )
}
