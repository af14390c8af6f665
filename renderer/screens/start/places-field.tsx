import { useId, useState } from 'react'
import { Button, IconButton } from '../../components/button.tsx'
import { useFlush } from '../../components/draft.ts'
import { withPlaces } from './new-workbook-form.ts'

/** The places of the system, in order. Enter adds; a pasted list adds them all. */
export function PlacesField(props: {
  places: readonly string[]
  onChange: (places: readonly string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const id = useId()
  function add() {
    if (!typed.trim()) return
    props.onChange(withPlaces(props.places, typed))
    setTyped('')
  }
  useFlush(add)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        Places
      </label>
      <span className="hint" id={`${id}-hint`}>
        Boroughs or districts you also rate on their own. Leave empty if there are none, or add them later.
      </span>
      {props.places.length > 0 && (
        <ul className="places" aria-label="Added so far">
          {props.places.map(place => (
            <li key={place}>
              <span className="grow">{place}</span>
              <IconButton
                icon="close"
                label={`Take ${place} off`}
                onPress={() => props.onChange(props.places.filter(one => one !== place))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="places-add">
        <input
          id={id}
          className="input"
          value={typed}
          placeholder="Name of a place"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          onChange={event => setTyped(event.target.value)}
          onPaste={event => {
            const text = event.clipboardData.getData('text')
            if (!text.includes('\n')) return
            event.preventDefault()
            props.onChange(withPlaces(props.places, `${typed}\n${text}`))
            setTyped('')
          }}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !typed.trim()) return
            event.preventDefault()
            add()
          }}
        />
        <Button icon="add" onPress={add} label="Add place">
          Add
        </Button>
      </div>
    </div>
  )
}
