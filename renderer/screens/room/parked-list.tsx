import { useMemo } from 'react'
import type { Parked } from '../../../shared/model/room.ts'
import { Button } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** What is parked and not settled yet: it becomes an action, a note, or is let go (RM22). */
export function ParkedList({ view }: { view: RoomView }) {
  const act = useRoomAct()
  const open = useParked(view)
  if (open.length === 0) return null
  return (
    <section className="paper room-part" aria-labelledby="room-parked">
      <h2 id="room-parked">Parked</h2>
      <ul className="room-parked">
        {open.map(({ id, text, principleId }) => (
          <li key={id}>
            <p>{text}</p>
            <p className="small room-parked-acts">
              {principleId && (
                <Button
                  variant="link"
                  label={`Make an action: ${text}`}
                  onPress={() => void act(client => client.room.settleParked({ id, outcome: 'action' }))}
                >
                  Make an action
                </Button>
              )}
              <Button
                variant="link"
                label={`Keep as a note: ${text}`}
                onPress={() => void act(client => client.room.settleParked({ id, outcome: 'note' }))}
              >
                Keep as a note
              </Button>
              <Button
                variant="link"
                label={`Let go: ${text}`}
                onPress={() => void act(client => client.room.settleParked({ id, outcome: 'dropped' }))}
              >
                Let go
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is parked and still open in this room. */
export function useParked({ key }: RoomView): readonly Parked[] {
  const parked = useWorkbook(state => state.rows.parked)
  return useMemo(
    () =>
      [...parked.values()].filter(
        one => one.roundId === key.roundId && one.areaId === key.areaId && one.outcome === 'open',
      ),
    [parked, key.roundId, key.areaId],
  )
}
