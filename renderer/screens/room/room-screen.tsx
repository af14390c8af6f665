import './count.css'
import './room.css'
import { useState } from 'react'
import { longDate } from '../../../shared/text/dates.ts'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit, useRound } from '../../state/select.ts'
import { AfterCount } from './after-count.tsx'
import { CloseRoom } from './close-room.tsx'
import { CountGrid } from './count-grid.tsx'
import { PeopleVotes } from './people-votes.tsx'
import { RoomHead } from './room-head.tsx'
import { RoomSide } from './room-side.tsx'
import { type RoomView, useRoomView, useTellPresenter } from './use-room.ts'
import { WhoIsHere } from './who-is-here.tsx'

/** The scribe's panel: who is here, hands up, what it shows, what is agreed. */
export function RoomScreen() {
  const view = useRoomView()
  const round = useRound()
  useTellPresenter(view)
  const canEdit = useCanEdit()
  // Asked at the start, and until the scribe says that everyone is counted in.
  const [part, setPart] = useState<'asking' | 'counting' | 'closing'>(
    view.people === 0 && view.votes.length === 0 && view.mode !== 'room' ? 'asking' : 'counting',
  )
  if (round.state !== 'open' || !canEdit)
    return (
      <>
        <PageHead
          title={canEdit ? 'The room is closed' : 'No hands are counted here'}
          lead={`${round.name}, as at ${longDate(round.asAt)}.`}
        />
        <EmptyState
          title={canEdit ? `${round.name} is signed off` : 'This workbook is open for reading only'}
          actions={<ButtonLink href={hrefOf('rounds')}>Go to the rounds</ButtonLink>}
        >
          {canEdit
            ? 'Start the next round, or open this one again, to count hands.'
            : 'Open it where nobody else has it open, to count hands.'}
        </EmptyState>
      </>
    )
  if (part === 'asking') return <WhoIsHere view={view} onDone={() => setPart('counting')} />
  if (part === 'closing') return <CloseRoom view={view} onBack={() => setPart('counting')} />
  return (
    <>
      <RoomHead view={view} onClose={() => setPart('closing')} />
      <div className={view.mode === 'people' && !view.isShown ? 'room room-passed' : 'room'}>
        <div className="room-main">
          <Main view={view} />
        </div>
        <RoomSide view={view} onWhoIsHere={() => setPart('asking')} />
      </div>
    </>
  )
}

function Main({ view }: { view: RoomView }) {
  if (view.isShown) return <AfterCount key={`${view.principle.id} ${view.count}`} view={view} />
  if (view.mode === 'people') return <PeopleVotes key={view.principle.id} view={view} />
  return <CountGrid key={`${view.principle.id} ${view.count}`} view={view} />
}
