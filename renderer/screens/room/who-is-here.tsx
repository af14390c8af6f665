import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { count } from '../../../shared/text/dates.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { Button, ButtonLink, IconButton } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { Select } from '../../components/select.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { PeopleCount } from './people-count.tsx'
import { SlipsIn } from './slips-in.tsx'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** Attendance: how many of each kind of organisation, with or without names. */
export function WhoIsHere({ view, onDone }: { view: RoomView; onDone: () => void }) {
  const { key, attendance, people } = view
  const room = { roundId: key.roundId, areaId: key.areaId }
  const act = useRoomAct()
  const set = (organisationType: OrganisationType, number: number) =>
    void act(client => client.room.setAttendance({ ...room, organisationType, people: Math.max(0, number) }))
  const list = useRef<HTMLUListElement>(null)
  // The link that led here is gone, and the focus with it.
  useLayoutEffect(() => list.current?.querySelector('input')?.focus(), [])
  return (
    <>
      <PageHead
        title={people === 0 ? 'Who is here?' : `${count(people, 'person', 'people')} here`}
        lead={
          <>
            Names are optional. No screen or export shows a group under three by itself.{' '}
            <a href={hrefOf('guide', 'workshop.on-the-day-two-windows')}>How the day goes</a>
          </>
        }
        actions={
          <>
            <ButtonLink href={hrefOf('kit')} icon="print">
              Facilitator kit
            </ButtonLink>
            <Button
              variant="primary"
              isBig
              onPress={onDone}
              offBecause={people === 0 ? 'Say first who is here, or count the whole room.' : null}
            >
              Start with {view.principle.number} {view.principle.title}
            </Button>
          </>
        }
      />
      <div className="room-here">
        <section className="paper room-part" aria-labelledby="here">
          <h2 id="here">In the room</h2>
          <ul className="room-counts" ref={list}>
            {organisationTypes.map(type => (
              <PeopleCount
                key={type}
                type={type}
                number={attendance.get(type) ?? 0}
                isMissing={people > 0 && type !== 'other' && !attendance.get(type)}
                onSet={set}
              />
            ))}
          </ul>
        </section>
        <div className="room-here-side">
          <SlipsIn view={view} />
          <Names view={view} />
        </div>
      </div>
      <p>
        <Button
          variant="link"
          onPress={async () => {
            await act(client => client.room.set({ ...room, set: { mode: 'room' } }))
            onDone()
          }}
        >
          Count the whole room, without saying who is here
        </Button>
      </p>
    </>
  )
}

function Names({ view: { key } }: { view: RoomView }) {
  const participants = useWorkbook(state => state.rows.participants)
  const [name, setName] = useState('')
  const [type, setType] = useState<OrganisationType>('commissioner')
  const act = useRoomAct()
  const named = useMemo(
    () =>
      [...participants.values()].filter(
        one => one.roundId === key.roundId && one.areaId === key.areaId && one.name !== '',
      ),
    [participants, key.roundId, key.areaId],
  )
  async function add() {
    if (name.trim() === '') return
    const room = { roundId: key.roundId, areaId: key.areaId }
    if (await act(client => client.room.addPerson({ ...room, name: name.trim(), organisationType: type })))
      setName('')
  }
  return (
    <section className="paper room-part" aria-labelledby="names">
      <h2 id="names">By name, if they like</h2>
      <p className="quiet small">Names are only for voting person by person. They stay in this workbook.</p>
      <form
        className="room-names"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <PlainTextField label="Name" value={name} onChange={setName} />
        <Select
          label="From"
          value={type}
          choices={organisationTypes.map(value => ({ value, label: organisationWords[value] }))}
          onChange={setType}
        />
        <Button type="submit" icon="add">
          Add
        </Button>
      </form>
      <ul>
        {named.map(one => (
          <li key={one.id} className="room-name">
            <span className="grow">
              {one.name},{' '}
              <span className="quiet">{organisationWords[one.organisationType].toLowerCase()}</span>
            </span>
            <IconButton
              icon="trash"
              label={`Take ${one.name} off the list`}
              onPress={() => void act(client => client.room.removePerson({ id: one.id }))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
