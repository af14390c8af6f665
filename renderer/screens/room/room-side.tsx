import { RoomStage } from '../../../shared/model/room.ts'
import { missingVoices } from '../../../shared/rules/room.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { useStage } from '../../state/hooks.ts'
import { useProjected } from '../../state/presenter.ts'
import { hrefOf } from '../../state/route.ts'
import { ByType } from './by-type.tsx'
import { ParkedList } from './parked-list.tsx'
import { TalkClock } from './talk-clock.tsx'
import type { RoomView } from './use-room.ts'

/** Beside the count: the clock, what the room sees, voices that are missing, something to ask, what is parked. */
export function RoomSide({ view, onWhoIsHere }: { view: RoomView; onWhoIsHere: () => void }) {
  const { shell } = useStage()
  const [{ byType }] = useProjected()
  return (
    <div className="room-side">
      <TalkClock view={view} />
      <ByType view={view} onWhoIsHere={onWhoIsHere} />
      {view.isShown && <Ask view={view} />}
      <section className="paper room-part" aria-labelledby="room-sees">
        <h2 id="room-sees">The room sees</h2>
        {!view.isShown && <p className="quiet small">The principle. Counts stay hidden until you reveal.</p>}
        <p>
          <Button variant="link" onPress={() => void shell.openPresenter()}>
            Presenter window
          </Button>
          {', or '}
          <a href={hrefOf('present')}>on this screen</a>
        </p>
        <p className="quiet small">
          <kbd>F</kbd> flips this screen
          {view.isShown && (
            <>
              , <kbd>O</kbd> {byType ? 'puts all votes together again' : 'shows them by organisation'}
            </>
          )}
          .
        </p>
      </section>
      {!view.isShown && <Voices view={view} onWhoIsHere={onWhoIsHere} />}
      {!view.isShown && <Ask view={view} />}
      <ParkedList view={view} />
    </div>
  )
}

function Ask({ view }: { view: RoomView }) {
  return (
    <section className="paper room-part" aria-labelledby="room-ask">
      <h2 id="room-ask">Ask</h2>
      <p>{promptOf(view)}</p>
    </section>
  )
}

/** Before a reveal; afterwards they stand beside where the votes lie. */
function Voices({ view, onWhoIsHere }: { view: RoomView; onWhoIsHere: () => void }) {
  const { absent } = missingVoices(view.attendance, [])
  const names = listOf(absent.map(type => organisationWords[type].toLowerCase()))
  return (
    <section className="paper room-part" aria-labelledby="room-voices">
      <h2 id="room-voices">Missing voices</h2>
      {view.people === 0 ? (
        <p>Nobody has said who is here.</p>
      ) : absent.length === 0 ? (
        <p>Every kind of organisation is here.</p>
      ) : (
        <p>
          No one from <strong>{names}</strong> is here.
        </p>
      )}
      <Button variant="link" onPress={onWhoIsHere}>
        Change who is here
      </Button>
    </section>
  )
}

/** Another question at each stage; the same one while hands are counted. */
function promptOf({ principle, stage }: RoomView): string | undefined {
  return principle.prompts[RoomStage.options.indexOf(stage) % principle.prompts.length]
}
