import { useLayoutEffect, useRef, useState } from 'react'
import type { CountMode } from '../../../shared/model/room.ts'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { Nine } from '../../components/nine.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { useSession } from '../../state/hooks.ts'
import { usePrinciples } from '../../state/select.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'
import { useRoomCommands } from './use-room-commands.ts'

const modes: readonly { readonly id: CountMode; readonly label: string; readonly detail: string }[] = [
  { id: 'types', label: 'By organisation', detail: 'Hands of one type after another' },
  { id: 'room', label: 'Whole room, no types', detail: 'All hands of a level at once' },
  { id: 'people', label: 'Person by person', detail: 'The laptop goes round' },
]

/** Which principle the room is at, how far it has come with it, and the way to the others. */
export function RoomHead({ view, onClose }: { view: RoomView; onClose: () => void }) {
  const { principle, key, mode } = view
  const [isParking, setParking] = useState(false)
  const principles = usePrinciples()
  const act = useRoomAct()
  const set = (more: object) =>
    act(client => client.room.set({ roundId: key.roundId, areaId: key.areaId, set: more }))
  const commands = useRoomCommands(view, { onPark: () => setParking(true), onClose })
  return (
    <header className="room-head">
      <div className="room-title">
        <Nine here={principle.number} size={40} label={`Principle ${principle.number} of 9`} />
        <h1>
          <span className="number">{principle.number}</span> {principle.title}
        </h1>
        <p className="quiet">{leadOf(view)}</p>
        <div className="page-actions">
          <MenuButton
            chosenId={principle.id}
            choices={principles.map(one => ({ id: one.id, label: `${one.number} ${one.title}` }))}
            onChoose={id => set({ principleId: id })}
          >
            Go to
          </MenuButton>
          <MenuButton chosenId={mode} choices={modes} onChoose={id => set({ mode: id })}>
            {modes.find(one => one.id === mode)?.label}
          </MenuButton>
          <Button onPress={() => setParking(!isParking)} isExpanded={isParking}>
            Park it
          </Button>
          <Button onPress={onClose}>Close the room</Button>
        </div>
      </div>
      {isParking && <Park view={view} onDone={() => setParking(false)} />}
      <Stages view={view} />
      {commands}
    </header>
  )
}

function leadOf({ isShown, stage, count }: RoomView): string {
  if (stage === 'agreed') return 'Agreed. Go on to the next, or look at the counts again.'
  if (isShown) return 'The count is on the projector. Start with the highest and the lowest.'
  return count === 1
    ? 'Ask for hands at each level. Rate what happens now, not what is planned.'
    : 'Ask for hands a second time, after what was said.'
}

/** First count, shown and talked about, second count, agreed. */
function Stages({ view: { stage } }: { view: RoomView }) {
  const at = { first: 0, 'first-shown': 1, second: 2, 'second-shown': 3, agreed: 4 }[stage]
  const names = ['First count', 'Talk', 'Second count', 'Settle', 'Agreed']
  return (
    <ol className="room-stages" aria-label="How far the room has come">
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? 'step' : undefined}
          className={index < at ? 'is-past' : ''}
        >
          {name}
          {index < at && <span className="hidden-words"> (done)</span>}
        </li>
      ))}
    </ol>
  )
}

function Park({ view, onDone }: { view: RoomView; onDone: () => void }) {
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  // The scribe goes on at the cell or button where the talk was.
  useLayoutEffect(() => {
    const before = document.activeElement
    form.current?.querySelector('input')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const act = useRoomAct()
  const say = useSession(state => state.say)
  async function park() {
    if (text.trim() === '') return
    const { roundId, areaId, principleId } = view.key
    if (!(await act(client => client.room.park({ roundId, areaId, principleId, text: text.trim() })))) return
    say({ tone: 'done', sentence: `Parked: ${text.trim()}`, commandId: 'edit.undo' })
    onDone()
  }
  return (
    <form
      className="room-park"
      ref={form}
      onKeyDown={event => event.key === 'Escape' && onDone()}
      onSubmit={event => {
        event.preventDefault()
        void park()
      }}
    >
      <PlainTextField label="What is parked, in a line" value={text} onChange={setText} />
      <Button type="submit">Park it for later</Button>
    </form>
  )
}
