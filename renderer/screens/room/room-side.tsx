import { useMemo } from 'react'
import { missingVoices } from '../../../shared/rules/room.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { ByType } from './by-type.tsx'
import { TalkClock } from './talk-clock.tsx'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** Beside the count: the clock, what the room sees, voices that are missing, something to ask, what is parked. */
export function RoomSide({ view, onWhoIsHere }: { view: RoomView; onWhoIsHere: () => void }) {
  const { shell } = useStage()
  return (
    <div className="room-side">
      <TalkClock view={view} />
      <ByType view={view} />
      <section className="paper room-part" aria-labelledby="room-sees">
        <h2 id="room-sees">The room sees</h2>
        <p className="quiet small">
          {view.isShown
            ? 'The count, its verdict and the rule.'
            : 'The principle. Counts stay hidden until you reveal.'}
        </p>
        <p>
          <Button variant="link" onPress={() => void shell.openPresenter()}>
            Presenter window
          </Button>
          {', or '}
          <a href={hrefOf('present')}>on this screen</a>
        </p>
      </section>
      <Voices view={view} onWhoIsHere={onWhoIsHere} />
      <section className="paper room-part" aria-labelledby="room-ask">
        <h2 id="room-ask">Ask</h2>
        <p>{view.principle.prompts[view.votes.length % view.principle.prompts.length]}</p>
      </section>
      <ParkedList view={view} />
    </div>
  )
}

function Voices({ view, onWhoIsHere }: { view: RoomView; onWhoIsHere: () => void }) {
  const { absent, silent } = missingVoices(view.attendance, view.isShown ? view.votes : [])
  const names = (types: typeof absent) => listOf(types.map(type => organisationWords[type].toLowerCase()))
  return (
    <section className="paper room-part" aria-labelledby="room-voices">
      <h2 id="room-voices">Missing voices</h2>
      {view.people === 0 ? (
        <p>Nobody has said who is here.</p>
      ) : absent.length === 0 ? (
        <p>Every kind of organisation is here.</p>
      ) : (
        <p>
          No one from <strong>{names(absent)}</strong> is here.
        </p>
      )}
      {view.isShown && silent.length > 0 && (
        <p>
          Here, but did not vote on this: <strong>{names(silent)}</strong>.
        </p>
      )}
      <Button variant="link" onPress={onWhoIsHere}>
        Change who is here
      </Button>
    </section>
  )
}

function ParkedList({ view: { key } }: { view: RoomView }) {
  const parked = useWorkbook(state => state.rows.parked)
  const act = useRoomAct()
  const open = useMemo(
    () =>
      [...parked.values()].filter(
        one => one.roundId === key.roundId && one.areaId === key.areaId && one.outcome === 'open',
      ),
    [parked, key.roundId, key.areaId],
  )
  if (open.length === 0) return null
  return (
    <section className="paper room-part" aria-labelledby="room-parked">
      <h2 id="room-parked">Parked</h2>
      <ul className="room-parked">
        {open.map(({ id, text, principleId }) => (
          <li key={id}>
            <p>{text}</p>
            <p className="small">
              <Button
                variant="link"
                label={`Make an action: ${text}`}
                onPress={() =>
                  void act(async client => {
                    if (principleId)
                      await client.action.add({ areaId: key.areaId, principleId, title: text, set: {} })
                    await client.room.settleParked({ id, outcome: principleId ? 'action' : 'note' })
                  })
                }
              >
                Make an action
              </Button>{' '}
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
